import { addDays, addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** What an organisation published about one element at one moment, or that it took it back. */
export interface StandingChange {
  /** The day from which it counts: of the decision, or of taking it back. */
  readonly beginsOn: PlainDate;
  /** From this day on it no longer holds; undefined: from `beginsOn` on nothing is published. */
  readonly lapsesOn: PlainDate | undefined;
}

/** One municipality through time. */
export interface StandingHistory {
  /** The days on which it counts: it existed, and belonged to the chosen regions. */
  readonly countsOn: (day: PlainDate) => boolean;
  /** Oldest first, in the order in which they were published. */
  readonly changes: readonly StandingChange[];
}

/** How many municipalities had an element on a day. */
export interface TrendPoint {
  readonly day: PlainDate;
  /** All that count on that day. */
  readonly all: number;
  /** Of those, how many had it arranged: also when it was about to lapse. */
  readonly held: number;
  /** How many had it once, and let it lapse. */
  readonly lapsed: number;
}

/** The steps in which a trend is shown. */
export const TREND_STEPS = ['quarter', 'year'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

/** How many days a trend looks back on: three years of quarters, or ten years. */
const POINTS: Readonly<Record<TrendStep, number>> = { quarter: 12, year: 10 };

/**
 * What was published for a day, as it is known now: the last change that had begun. So a later decision leaves the days before it
 * alone, and a correction with the same day or an earlier one takes the place of what it corrects.
 */
export function changeOn(changes: readonly StandingChange[], on: PlainDate): StandingChange | undefined {
  // asked for every municipality and day: a loop makes no function each time
  for (let at = changes.length - 1; at >= 0; at--) if (changes[at]!.beginsOn <= on) return changes[at];
  return undefined;
}

/** The number of municipalities on each of these days. Nothing is stored but days, so that yesterday's trend is today's. */
export function trendOn(histories: readonly StandingHistory[], days: readonly PlainDate[]): readonly TrendPoint[] {
  return days.map((on) => {
    let [all, held, lapsed] = [0, 0, 0];
    for (const { countsOn, changes } of histories) {
      if (!countsOn(on)) continue;
      all += 1;
      const lapsesOn = changeOn(changes, on)?.lapsesOn;
      if (lapsesOn === undefined) continue;
      if (lapsesOn > on) held += 1;
      else lapsed += 1;
    }
    return { day: on, all, held, lapsed };
  });
}

/** The last days of the quarters or years before today, and today itself; oldest first. */
export function trendDays(step: TrendStep, today: PlainDate): readonly PlainDate[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const months = step === 'quarter' ? 3 : 12;
  const started = step === 'quarter' ? month - ((month - 1) % 3) : 1;
  const begin = day(`${year}-${String(started).padStart(2, '0')}-01`);
  const ends = Array.from({ length: POINTS[step] }, (_, ago) => addDays(addMonths(begin, -ago * months), -1));
  return [...ends.reverse(), today];
}

/** The trend without the days before anything was published: a line that only lies on the ground tells nothing. */
export function sinceFirst(points: readonly TrendPoint[]): readonly TrendPoint[] {
  const first = points.findIndex(({ held, lapsed }) => held + lapsed > 0);
  return first < 0 ? [] : points.slice(Math.max(0, first - 1));
}
