import { type CaptureTable, captureTable } from './capture-table.ts';

/**
 * The members of one list as seen by the other lists: a table whose true total is known, the length of that list.
 *
 * Members that stand on no other list are the dark cell, here countable. Estimating such tables shows how a method does on
 * these very lists, as far as members of one list resemble the rest. `table` is null when the other lists see nobody or
 * there are fewer than two. Source: internal consistency of multiple systems estimation, Silverman (2020), JRSS A 183(3).
 *
 * @throws RangeError for an unknown list.
 */
export function withinList(
  table: CaptureTable,
  list: string,
): { readonly table: CaptureTable | null; readonly total: number } {
  const index = table.lists.indexOf(list);
  if (index < 0) throw new RangeError(`there is no list named ${list}`);
  const below = (1 << index) - 1;
  const rows = Array.from(table.counts, (count, cell) => ({ count, cell }))
    .filter(({ count, cell }) => count > 0 && cell & (1 << index))
    .map(({ count, cell }) => [(cell & below) | ((cell >> 1) & ~below), count] as const);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  const seen = rows.filter(([history]) => history > 0);
  const lists = table.lists.filter((name) => name !== list);
  return { table: lists.length >= 2 && seen.length > 0 ? captureTable(lists, seen) : null, total };
}
