import { addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { CELL_RULES, publishable } from '../../../shared-kernel/publishable.ts';

/** Below this many a count could point at one signal. */
export const SMALLEST = CELL_RULES.monitor.smallest;
/** A team is often three people: counts by function are shown from ten. [field review, "Signals"] */
export const SMALLEST_TEAM = 10;
/** How many whole months the figures are about. */
export const FIGURE_MONTHS = 12;

/**
 * A count that may be shown, to the nearest five: the figures of this month beside those of the next would else tell exactly how many
 * came and went.
 */
export const approximately = (count: number): number =>
  publishable(count, 'monitor', { zero: 'shown' }).shown ?? SMALLEST;

/**
 * The months the figures are about: twelve whole months up to the one before today's. Never the running month: who looks twice would
 * see one signal come.
 */
export function figureMonths(today: PlainDate): readonly PlainDate[] {
  const first = addMonths(day(`${today.slice(0, 7)}-01`), -FIGURE_MONTHS);
  return Array.from({ length: FIGURE_MONTHS }, (_, index) => addMonths(first, index));
}

/** How far signals came. `to-answer` are those whose reporter may hear something. */
export const STEPS = ['kept', 'taken-up', 'passed-on', 'to-answer', 'answered-in-time'] as const;
export type Step = (typeof STEPS)[number];
