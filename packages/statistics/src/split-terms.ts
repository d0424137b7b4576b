import type { CaptureTable } from './capture-table.ts';
import { supersetSums } from './superset-sums.ts';

/** The terms of a model, the empty set and single lists included, apart by whether any case stands on all their lists. */
export function splitTerms(
  table: CaptureTable,
  interactions: readonly number[],
): { readonly terms: number[]; readonly emptyTerms: number[] } {
  const margins = supersetSums(table.counts.slice());
  const all = [0, ...table.lists.map((_, index) => 1 << index), ...interactions];
  return { terms: all.filter((term) => margins[term]! > 0), emptyTerms: all.filter((term) => margins[term] === 0) };
}
