import type { PartialDate } from '../registration.ts';

/** How two days of birth agree, the strongest first, and what that is worth. */
export type DateReason =
  | 'date-same'
  | 'date-swapped'
  | 'date-first-of-january'
  | 'date-month'
  | 'date-year'
  | 'date-digit'
  | 'date-other-year'
  | 'date-year-only'
  | 'date-differs';

export interface DateLikeness {
  readonly reason: DateReason;
  readonly points: number;
}

const POINTS: Readonly<Record<DateReason, number>> = {
  'date-same': 12,
  'date-swapped': 10,
  'date-month': 7,
  'date-digit': 6,
  'date-other-year': 6,
  'date-first-of-january': 5,
  'date-year': 4,
  'date-year-only': -3,
  'date-differs': -9,
};

/**
 * How two days of birth agree; undefined when one is not known. 1 January is what is written down for who does not know her birthday:
 * it says the year and no more.
 */
export function compareDates(one: PartialDate | undefined, other: PartialDate | undefined): DateLikeness | undefined {
  if (one === undefined || other === undefined) return undefined;
  const reason = reasonOf(one.split('-'), other.split('-'));
  return { reason, points: POINTS[reason] };
}

function reasonOf(one: readonly string[], other: readonly string[]): DateReason {
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [one, other];
  const isFirst = isFirstOfJanuary(one) || isFirstOfJanuary(other);
  if (year === otherYear) {
    if (isFirst) return 'date-first-of-january';
    if (month === undefined || otherMonth === undefined) return 'date-year';
    if (day === undefined || otherDay === undefined) return month === otherMonth ? 'date-month' : 'date-year-only';
    if (month === otherMonth && day === otherDay) return 'date-same';
    if (month === otherDay && day === otherMonth) return 'date-swapped';
    return digitsThatDiffer(one.join(''), other.join('')) <= 1 ? 'date-digit' : 'date-year-only';
  }
  const isSameDay = day !== undefined && month === otherMonth && day === otherDay && !isFirst;
  const isNearYear = Math.abs(Number(year) - Number(otherYear)) <= 1 || digitsThatDiffer(year!, otherYear!) <= 1;
  return isSameDay && (isNearYear || isSwapped(year!, otherYear!)) ? 'date-other-year' : 'date-differs';
}

export const isFirstOfJanuary = ([, month, day]: readonly string[]): boolean => month === '01' && day === '01';

function digitsThatDiffer(one: string, other: string): number {
  return [...one].filter((digit, at) => digit !== other[at]).length;
}

const isSwapped = (one: string, other: string): boolean =>
  one.slice(0, 2) === other.slice(0, 2) && one[2] === other[3] && one[3] === other[2];
