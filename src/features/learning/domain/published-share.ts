import { addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { CELL_RULES, publishable } from '../../../shared-kernel/publishable.ts';
import { shareOf, type WorkGroup } from './register-share.ts';

/** How many are trained from a day on, rounded; undefined where it is too few to tell. */
export interface ShareStep {
  readonly from: PlainDate;
  readonly trained: number | undefined;
}

/** What the country may know of the training in one municipality. */
export interface PublishedShare {
  readonly people: number;
  /** In the order of their days; the first is the day it was published. */
  readonly steps: readonly ShareStep[];
}

const QUARTERS = 8;

/**
 * The share of a municipality as it may be published: rounded down to five, from ten people on, and with what lapses by itself in the
 * coming two years, quarter by quarter: a day of its own for each training would tell of persons. Undefined for fewer than ten people.
 */
export function publishedShare(groups: readonly WorkGroup[], today: PlainDate): PublishedShare | undefined {
  const { shown: people } = publishable(sum(groups.map((group) => shareOf(group, today).people)), 'public');
  if (people === null) return undefined;
  const steps = stepDays(today).map((from): ShareStep => {
    const trained = sum(groups.map((group) => shareOf(group, from).trained));
    return { from, trained: publishable(trained, 'public', { zero: 'shown' }).shown ?? undefined };
  });
  return { people, steps };
}

function stepDays(today: PlainDate): readonly PlainDate[] {
  const month = Number(today.slice(5, 7));
  const quarter = addMonths(day(`${today.slice(0, 7)}-01`), -((month - 1) % 3));
  return [today, ...Array.from({ length: QUARTERS }, (_, index) => addMonths(quarter, 3 * (index + 1)))];
}

/** What the monitor shows: of how many municipalities, and how many of their people are trained. */
export interface NationalShare {
  readonly municipalities: number;
  readonly people: number;
  readonly trained: number;
}

/** So many municipalities at least, and none of them more than half: else it would tell of one. */
const SMALLEST = CELL_RULES.public.smallest;

export function nationalShare(shares: readonly PublishedShare[], today: PlainDate): NationalShare | undefined {
  const known = shares.flatMap(({ people, steps }) => {
    const trained = steps.findLast(({ from }) => from <= today)?.trained;
    return trained === undefined ? [] : [{ people, trained }];
  });
  const trained = sum(known.map((each) => each.trained));
  const people = sum(known.map((each) => each.people));
  if (known.length < SMALLEST || known.some((each) => each.people > people * CELL_RULES.public.mostOfOne))
    return undefined;
  return { municipalities: known.length, people, trained: Math.min(trained, people) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
