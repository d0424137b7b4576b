import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import type { Term } from '../../../../shared-kernel/working-days.ts';

/**
 * How a clock ends.
 * - `statutory`: a law or decree sets the term; weekends and holidays follow the Algemene termijnenwet.
 * - `never-later`: the term never moves to a later day, and the day on which it starts counts: the cautious reading.
 * - `stated`: the last day stands in a document, or was agreed; `daysBefore` that day it must be done. It never moves either.
 * - `unknown`: there is no term, or none was found.
 */
export type ClockTerm =
  | ({ readonly kind: 'statutory' | 'never-later' } & Term)
  | { readonly kind: 'stated'; readonly daysBefore: number; readonly needsSecondReader: boolean }
  | { readonly kind: 'unknown' };

/** What is not sure about a clock; with a day when it only holds for clocks that start on it or later. */
export interface Doubt {
  readonly from: PlainDate | null;
  readonly text: string;
}

/** What the computation needs to know of a clock; its words and sources stand in the content. */
export interface Clock {
  readonly id: string;
  readonly term: ClockTerm;
  /** The first day on which it may start; null when it always could. */
  readonly holdsFrom: PlainDate | null;
  readonly doubts: readonly Doubt[];
}

/** When the coordinator and the substitute are reminded, in days before the last day. [issue 7, point 6] */
export const REMINDERS_AHEAD = [30, 14, 3] as const;

/** The doubts that hold for a clock with this day. */
export function doubtsOn(clock: Clock, date: PlainDate): readonly Doubt[] {
  return clock.doubts.filter(({ from }) => from === null || from <= date);
}
