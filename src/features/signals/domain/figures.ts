import { addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { CELL_RULES, publishable } from '../../../shared-kernel/publishable.ts';

/** How many signals had something in common: a month, a function, a form, a step. */
export interface Counted<Key extends string> {
  readonly key: Key;
  readonly count: number;
}

/** A count as it may be shown; `undefined` is hidden, and may be anything. */
export interface Shown<Key extends string> {
  readonly key: Key;
  readonly count: number | undefined;
}

/** Below this many a count could point at one signal. */
export const SMALLEST = CELL_RULES.monitor.smallest;
/** A team is often three people: counts by function are shown from ten. [field review, "Signals"] */
export const SMALLEST_TEAM = 10;
/** How many whole months the figures are about. */
export const FIGURE_MONTHS = 12;

/**
 * Hides what is too few to show, and as much beside it as it takes that nobody finds it by subtracting the rest from the total: what
 * is hidden adds up to at least `smallest`, and is more than one count. Nought says nothing about anybody and is shown, as long as it
 * is not needed to hide another.
 */
export function guarded<Key extends string>(counts: readonly Counted<Key>[], smallest: number): readonly Shown<Key>[] {
  const hidden = new Set(counts.filter(({ count }) => count > 0 && count < smallest).map(({ key }) => key));
  const isSafe = () => {
    const behind = counts.filter(({ key }) => hidden.has(key));
    return hidden.size === 0 || (behind.length > 1 && behind.reduce((sum, { count }) => sum + count, 0) >= smallest);
  };
  // the smallest of what is left gives most cover for least loss; nought comes last, for it hides nothing
  const rest = counts
    .filter(({ key }) => !hidden.has(key))
    .toSorted((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count);
  for (const { key } of rest) {
    if (isSafe()) break;
    hidden.add(key);
  }
  return counts.map(({ key, count }) => ({ key, count: hidden.has(key) ? undefined : count }));
}

/**
 * A count that may be shown, to the nearest five: the figures of this month beside those of the next would else tell exactly how many
 * came and went.
 */
export const approximately = (count: number): number =>
  publishable(count, 'monitor', { zero: 'shown' }).shown ?? SMALLEST;

/** A part of a whole, such as how many of the signals were taken up; hidden when it, or what is left, is too few. */
export function guardedPart(part: number, whole: number, smallest: number): number | undefined {
  const isFew = (count: number) => count > 0 && count < smallest;
  return isFew(part) || isFew(whole - part) ? undefined : part;
}

/** The total may be shown when it is nought, or not too few. */
export const guardedTotal = (total: number, smallest: number): number | undefined =>
  total > 0 && total < smallest ? undefined : total;

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
