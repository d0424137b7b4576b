/**
 * Counts per capture history of k lists.
 *
 * A history is a bit mask: bit i is set when a case stands on list i. `counts[w]` is the number of cases with exactly
 * history w, for w = 1 … 2^k − 1; `counts[0]`, the cases on no list, is unknown and always 0 here.
 * Unit: cases. Source of the notation: Chan, Silverman & Vincent (2021), JASA 116(535), 1297–1306.
 */
export interface CaptureTable {
  /** Names of the lists, in the order of the bits. */
  readonly lists: readonly string[];
  /** Length 2^k, non-negative integers. */
  readonly counts: Float64Array;
  /** n, the sum of the counts: cases that stand on at least one list. */
  readonly observed: number;
}

/** One row of a table: on which lists (bit mask) and how many cases. */
export type CaptureRow = readonly [history: number, count: number];

/** More than ten lists (1,023 cells) is not supported. */
export const MAX_LISTS = 10;

/**
 * Builds a table from rows in any order; rows with the same history are added up, zero rows are harmless.
 *
 * @throws RangeError for fewer than 2 or more than 10 lists, repeated names, a history outside 1 … 2^k − 1, a count
 * that is negative, fractional or not finite, or a table without cases.
 */
export function captureTable(lists: readonly string[], rows: Iterable<CaptureRow>): CaptureTable {
  if (lists.length < 2) throw new RangeError('a capture table requires at least two lists');
  if (lists.length > MAX_LISTS) throw new RangeError(`a capture table holds at most ${MAX_LISTS} lists`);
  if (new Set(lists).size !== lists.length) throw new RangeError('list names must differ');
  const counts = new Float64Array(2 ** lists.length);
  for (const [history, count] of rows) {
    if (!Number.isInteger(history) || history < 1 || history >= counts.length) {
      throw new RangeError(`history ${history} lies outside 1 … ${counts.length - 1}`);
    }
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`count ${count} is not a whole number ≥ 0`);
    counts[history]! += count;
  }
  const observed = counts.reduce((sum, count) => sum + count, 0);
  if (observed === 0) throw new RangeError('a capture table requires at least one case');
  return { lists: [...lists], counts, observed };
}
