/** A total and the parts it is the sum of, by key. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Counts of people that hang together: a table with its totals, or several tables and editions that share cells. */
export interface LinkedTable {
  readonly counts: ReadonlyMap<string, number>;
  readonly relations: readonly Relation[];
}

/** What is published of each cell: a number, or null for a cell that is kept back. Every hidden cell looks the same. */
export type Publication = ReadonlyMap<string, number | null>;

/**
 * A table of rows by columns with all its totals. The cell of row r and column c has key `r|c`; totals stand under `*`.
 */
export function crossTable(rows: Readonly<Record<string, Readonly<Record<string, number>>>>): LinkedTable {
  const names = Object.keys(rows);
  const columns = [...new Set(names.flatMap((row) => Object.keys(rows[row]!)))];
  const counts = new Map<string, number>();
  const at = (row: string, column: string) => rows[row]?.[column] ?? 0;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  for (const row of names) {
    for (const column of columns) counts.set(`${row}|${column}`, at(row, column));
    counts.set(`${row}|*`, sum(columns.map((column) => at(row, column))));
  }
  for (const column of columns) counts.set(`*|${column}`, sum(names.map((row) => at(row, column))));
  counts.set('*|*', sum(names.map((row) => counts.get(`${row}|*`)!)));
  const relations = [
    ...names.map((row) => ({ total: `${row}|*`, parts: columns.map((column) => `${row}|${column}`) })),
    ...columns.map((column) => ({ total: `*|${column}`, parts: names.map((row) => `${row}|${column}`) })),
    { total: '*|*', parts: names.map((row) => `${row}|*`) },
    { total: '*|*', parts: columns.map((column) => `*|${column}`) },
  ];
  return { counts, relations };
}

/** Two tables as one, for cells that have the same key in both, with what else ties them. */
export function linkTables(a: LinkedTable, b: LinkedTable, between: readonly Relation[] = []): LinkedTable {
  return { counts: new Map([...a.counts, ...b.counts]), relations: [...a.relations, ...b.relations, ...between] };
}
