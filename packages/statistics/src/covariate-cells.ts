import type { StratifiedRow } from './read-table.ts';

/** A capture table split by covariates: every history in every combination of levels. */
export interface CovariateCells {
  readonly lists: readonly string[];
  /** Names with their levels in alphabetical order; the first is the base level. */
  readonly covariates: readonly { readonly name: string; readonly levels: readonly string[] }[];
  /** Every combination of levels, as level numbers per covariate. */
  readonly patterns: readonly (readonly number[])[];
  /** Cases; the cell of history w in pattern g stands at g 2^k + w. History 0 is unknown and 0 here. */
  readonly counts: Float64Array;
}

/**
 * Builds the cells from rows; rows of the same history and values are added up. Levels without a case do not exist.
 *
 * @throws RangeError for a row with another number of values than there are covariates, a history outside 1 … 2^k - 1, a
 * count that is no whole number >= 0, or no case at all.
 */
export function covariateCells(
  lists: readonly string[],
  covariates: readonly string[],
  rows: readonly StratifiedRow[],
): CovariateCells {
  const size = 2 ** lists.length;
  for (const { history, values, count } of rows) {
    if (values.length !== covariates.length)
      throw new RangeError(`a row has ${values.length} values, not ${covariates.length}`);
    if (!Number.isInteger(history) || history < 1 || history >= size)
      throw new RangeError(`history ${history} does not exist`);
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`count ${count} is not a whole number ≥ 0`);
  }
  const met = rows.filter(({ count }) => count > 0);
  if (met.length === 0) throw new RangeError('a capture table requires at least one case');
  const named = covariates.map((name, c) => ({
    name,
    levels: [...new Set(met.map(({ values }) => values[c]!))].sort(),
  }));
  const patterns = named.reduce<number[][]>(
    (sofar, { levels }) => sofar.flatMap((pattern) => levels.map((_, level) => [...pattern, level])),
    [[]],
  );
  const counts = new Float64Array(patterns.length * size);
  for (const { history, values, count } of met) {
    const pattern = named.reduce((at, { levels }, c) => at * levels.length + levels.indexOf(values[c]!), 0);
    counts[pattern * size + history]! += count;
  }
  return { lists, covariates: named, patterns, counts };
}
