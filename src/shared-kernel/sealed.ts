declare const cell: unique symbol;

/**
 * What stands in one sealed column, named 'schema.table.column': bytes that say nothing until `platform/vault` opens them for the
 * row they were made for. The brand keeps the bytes of one column out of another.
 */
export type Sealed<Column extends string> = Uint8Array & { readonly [cell]: (column: Column) => Column };
