import { publishable } from '../../../../shared-kernel/publishable.ts';

/** A count of people as a report may say it; undefined when that says too much. */
export interface ToldCount {
  readonly value: string;
  readonly shown: number | undefined;
}

/**
 * A list of counts of which each person is in one, as it may leave the organisation: from ten people on, in steps of five. When one count
 * alone is hidden, the smallest that is shown is hidden with it, or the hidden one would follow from the whole.
 */
export function tellCounts(counts: ReadonlyMap<string, number>): readonly ToldCount[] {
  const told = [...counts].map(([value, count]) => ({
    value,
    count,
    shown: publishable(count, 'public').shown ?? undefined,
  }));
  const hidden = told.filter(({ shown, count }) => shown === undefined && count > 0);
  if (hidden.length === 1) {
    const smallest = told
      .filter(({ shown }) => shown !== undefined)
      .toSorted((one, other) => one.count - other.count || one.value.localeCompare(other.value))[0];
    if (smallest) smallest.shown = undefined;
  }
  return told.map(({ value, shown }) => ({ value, shown }));
}

/** The same list with nothing told. */
export const hideCounts = (counts: ReadonlyMap<string, number>): readonly ToldCount[] =>
  [...counts.keys()].map((value) => ({ value, shown: undefined }));

/** The middle of how many days people waited; undefined when it stands for too few. */
export function tellWaiting(days: readonly number[]): number | undefined {
  if (publishable(days.length, 'public').shown === null) return undefined;
  const sorted = days.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
