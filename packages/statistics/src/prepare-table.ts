import type { CaptureTable } from './capture-table.ts';
import { withoutList } from './without-list.ts';

/** A list that was left out, and why. */
export interface DroppedList {
  readonly list: string;
  /** `empty`: no case; `complete`: every case, which would force N = n; `duplicate`: the same cases as another list. */
  readonly reason: 'empty' | 'complete' | 'duplicate';
  /** The list it repeats, for a duplicate. */
  readonly of?: string;
}

export interface PreparedTable {
  /** Null when fewer than two usable lists are left. */
  readonly table: CaptureTable | null;
  readonly dropped: readonly DroppedList[];
}

/**
 * Leaves out the lists from which nothing can be learned: without cases, with all cases, or repeating another list.
 *
 * Cases that stood only on a list with all cases leave the table with it. Repeated until nothing changes.
 */
export function prepareTable(table: CaptureTable): PreparedTable {
  const dropped: DroppedList[] = [];
  let current: CaptureTable | null = table;
  while (current) {
    const useless = firstUseless(current);
    if (!useless) break;
    dropped.push(useless);
    current = withoutList(current, useless.list);
  }
  return { table: current, dropped };
}

function firstUseless({ lists, counts, observed }: CaptureTable): DroppedList | null {
  const members = lists.map((_, index) => Array.from(counts, (count, cell) => (cell & (1 << index) ? count : 0)));
  const totals = members.map((cells) => cells.reduce((sum, count) => sum + count, 0));
  for (const [index, list] of lists.entries()) if (totals[index] === 0) return { list, reason: 'empty' };
  for (const [index, list] of lists.entries()) {
    const twin = lists.findIndex((_, other) => other < index && members[other]!.join() === members[index]!.join());
    if (twin >= 0) return { list, reason: 'duplicate', of: lists[twin]! };
  }
  for (const [index, list] of lists.entries()) if (totals[index] === observed) return { list, reason: 'complete' };
  return null;
}
