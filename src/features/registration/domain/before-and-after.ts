import { publishable } from '../../../shared-kernel/publishable.ts';
import type { HistoryCount } from './history.ts';
import type { Region } from './registration.ts';
import type { ReporterType } from './reporting-guide.ts';

/** How many persons one kind of reporter reported in one region in a year, by what the register counts itself. */
export interface LiveCell {
  readonly region: Region;
  readonly reporterType: ReporterType;
  readonly year: number;
  readonly persons: number;
}

/** A number over some years; null when it is too small to be shown. Undefined when there is no whole year. */
export type OverYears = { readonly years: readonly number[]; readonly persons: number | null } | undefined;

/** What was reported in a region by a kind of reporter, before and after it joined. */
export interface BeforeAndAfter {
  readonly region: Region;
  readonly reporterType: ReporterType;
  /** The series that the years before are of. */
  readonly series: string;
  /** The first year in which the register counted a report of them itself; part of that year they were not there yet. */
  readonly joinedIn: number | undefined;
  readonly before: OverYears;
  readonly after: OverYears;
}

/**
 * Per region and kind of reporter, the whole years before joining by each series that was brought along, and the whole years after by
 * what the register counts. No difference and no percentage is computed: the two count in different ways. Small numbers are hidden as
 * for the monitor.
 */
export function beforeAndAfter(
  history: readonly HistoryCount[],
  live: readonly LiveCell[],
  thisYear: number,
): readonly BeforeAndAfter[] {
  const cells = Map.groupBy(
    history.filter(({ split }) => split),
    ({ split, series }) => `${split!.region} ${split!.reporterType} ${series}`,
  );
  return [...cells.values()].map((counts) => {
    const { split, series } = counts[0]!;
    const { region, reporterType } = split!;
    const own = live.filter((cell) => cell.region === region && cell.reporterType === reporterType);
    const joinedIn = own.length > 0 ? Math.min(...own.map(({ year }) => year)) : undefined;
    const newest = [...Map.groupBy(counts, ({ year }) => year).values()].map((ofYear) =>
      ofYear.reduce((one, other) => (one.asOf > other.asOf ? one : other)),
    );
    const before = newest
      .filter(({ year }) => year < (joinedIn ?? thisYear))
      .map(({ year, count }) => ({ year, persons: count }));
    // a whole year in which nobody was reported counts as well
    const from = (joinedIn ?? thisYear) + 1;
    const after = Array.from({ length: Math.max(0, thisYear - from) }, (_, at) => from + at).map((year) => ({
      year,
      persons: own.find((cell) => cell.year === year)?.persons ?? 0,
    }));
    return { region, reporterType, series, joinedIn, before: overYears(before), after: overYears(after) };
  });
}

function overYears(counts: readonly { readonly year: number; readonly persons: number }[]): OverYears {
  if (counts.length === 0) return undefined;
  const total = counts.reduce((sum, { persons }) => sum + persons, 0);
  return { years: counts.map(({ year }) => year).sort((a, b) => a - b), persons: publishable(total, 'monitor').shown };
}
