import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand right with equal digits. The cell itself gives <data value> or <time datetime>, by which sorting works. */
  readonly kind?: 'text' | 'number' | 'date' | undefined;
  /** This column names the row (scope="row"). Without any, the first one does. */
  readonly namesRow?: boolean | undefined;
  /** An actions column is not sorted. */
  readonly sortable?: boolean | undefined;
}

/**
 * A table with a caption and headers. On a narrow screen each row becomes a small card (`narrow: 'stack'`, the default)
 * or the table scrolls inside its own box ('scroll', for wide tables of figures). Explicit roles keep it a table for
 * screen readers when CSS lays the rows out as cards. With `sortable` and `filterable` the browser may sort and filter.
 */
export function Table<Row>(props: {
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sortable?: boolean | undefined;
  filterable?: boolean | undefined;
  narrow?: 'stack' | 'scroll' | undefined;
  id?: string | undefined;
}) {
  const { columns, rows } = props;
  const named = columns.findIndex((column) => column.namesRow);
  const nameIndex = named < 0 ? 0 : named;
  const stacks = props.narrow !== 'scroll';
  const numeric = (column: Column<Row>) =>
    column.kind === 'number' ? ' utrecht-table__cell--numeric-column utrecht-table__cell--numeric-data' : '';
  const table = (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: block takes the implied roles away
    <table
      id={props.id}
      class={`utrecht-table utrecht-table--html-table ib-table${stacks ? ' ib-table--stack' : ''}`}
      role="table"
      data-sortable={props.sortable ? '' : undefined}
      data-filterable={props.filterable ? '' : undefined}
    >
      <caption class={`utrecht-table__caption${props.captionHidden ? ' ib-hidden' : ''}`}>{props.caption}</caption>
      <thead class="utrecht-table__header" role="rowgroup">
        <tr class="utrecht-table__row" role="row">
          {columns.map((column) => (
            <th
              key={column.header}
              class={`utrecht-table__header-cell${column.kind === 'number' ? ' utrecht-table__header-cell--numeric-column' : ''}`}
              scope="col"
              role="columnheader"
              data-sort={column.sortable === false ? 'no' : undefined}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="utrecht-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr class="utrecht-table__row" role="row" key={props.rowKey(row)}>
            {columns.map((column, index) =>
              index === nameIndex ? (
                <th
                  key={column.header}
                  class={`utrecht-table__cell ib-table__name${numeric(column)}`}
                  scope="row"
                  role="rowheader"
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.header}
                  class={`utrecht-table__cell${numeric(column)}`}
                  role="cell"
                  data-label={stacks ? column.header : undefined}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: display: block takes the implied roles away
  );
  if (stacks) return <div class="ib-table-box">{table}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <section class="ib-table-box ib-table-box--scroll" tabIndex={0} aria-label={props.caption}>
      {table}
    </section>
  );
}
