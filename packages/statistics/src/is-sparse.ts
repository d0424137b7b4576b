import type { CaptureTable } from './capture-table.ts';
import { interactionsUpTo } from './interactions-up-to.ts';
import { supersetSums } from './superset-sums.ts';

/**
 * Whether so few cases stand on more than one list that the total rests on a handful of people: some pair of lists has
 * no case in common, or fewer than ten cases are on two lists or more. A choice of ours, to make a reader careful.
 */
export function isSparse({ lists, counts, observed }: CaptureTable): boolean {
  const margins = supersetSums(counts.slice());
  let once = 0;
  for (let list = 1; list < counts.length; list <<= 1) once += counts[list]!;
  return observed - once < 10 || interactionsUpTo(lists.length, 2).some((pair) => margins[pair] === 0);
}
