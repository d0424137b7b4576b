import type { TableText } from './read-table.ts';

/**
 * A table with covariates as text that depends neither on the order nor on the division of its rows: a header and one
 * sorted line per observed history and combination of values. Meant to be hashed, like `canonicalText`.
 */
export function canonicalStratifiedText({ table, covariates, rows }: TableText): string {
  const totals = new Map<string, number>();
  for (const { history, values, count } of rows) {
    const bits = table.lists.map((_, index) => (history >> index) & 1);
    const key = [...bits, ...values.map((value) => JSON.stringify(value))].join();
    totals.set(key, (totals.get(key) ?? 0) + count);
  }
  const header = [...table.lists, ...covariates, 'count'].map((name) => JSON.stringify(name)).join();
  return [header, ...[...totals].map(([key, count]) => `${key},${count}`).sort(), ''].join('\n');
}
