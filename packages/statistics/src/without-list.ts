import { type CaptureTable, captureTable } from './capture-table.ts';

/** The same table as seen by the other lists; null when fewer than two lists or no cases are left. */
export function withoutList(table: CaptureTable, list: string): CaptureTable | null {
  const index = table.lists.indexOf(list);
  const lists = table.lists.filter((name) => name !== list);
  const below = (1 << index) - 1;
  const rows = Array.from(table.counts, (count, cell) => [(cell & below) | ((cell >> 1) & ~below), count] as const);
  const seen = rows.filter(([history, count]) => history > 0 && count > 0);
  return lists.length >= 2 && seen.length > 0 ? captureTable(lists, seen) : null;
}
