import type { PartialDate, RegistrationContent } from '../registration.ts';
import type { Likeness, WeighedReason } from './compare-persons.ts';

/** A registration as far as it can be compared without a name. */
export interface WithoutName {
  readonly content: RegistrationContent;
  readonly place: string;
}

/** So many are offered for one record at most, the most alike first: what agrees here agrees for many. */
export const NAMELESS_OFFERED = 3;
const SHOWN_FROM = 8;
const NEAR_MONTHS = 2;

/**
 * Whether a registration without a name may be about somebody: the same sex, country, group of age and form, at about the same time.
 * It is only ever offered as possible, and never counted as found: nothing in it tells one person from another.
 */
export function compareNameless(one: WithoutName, other: WithoutName): Likeness | undefined {
  const [a, b] = [one.content, other.content];
  if (a.gender === 'unknown' || a.gender !== b.gender) return undefined;
  if (a.ageGroup === 'unknown' || a.ageGroup !== b.ageGroup) return undefined;
  if (!a.nationalities.some((code) => b.nationalities.includes(code))) return undefined;
  if (!a.forms.some((form) => b.forms.includes(form))) return undefined;
  const reasons: WeighedReason[] = [
    { reason: 'nationality-same', points: 3 },
    { reason: 'age-same', points: 2 },
    { reason: 'gender-same', points: 1 },
    { reason: 'form-same', points: 1 },
  ];
  if (one.place === other.place && one.place !== 'unknown') reasons.push({ reason: 'place-same', points: 1 });
  if (isNear(a.identifiedOn ?? a.from, b.identifiedOn ?? b.from)) reasons.push({ reason: 'period-near', points: 2 });
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return points < SHOWN_FROM ? undefined : { kind: 'nameless', points, reasons };
}

function isNear(one: PartialDate | undefined, other: PartialDate | undefined): boolean {
  const [first, second] = [monthsOf(one), monthsOf(other)];
  return first !== undefined && second !== undefined && Math.abs(first - second) <= NEAR_MONTHS;
}

function monthsOf(date: PartialDate | undefined): number | undefined {
  const [year, month] = date?.split('-') ?? [];
  return year === undefined || month === undefined ? undefined : Number(year) * 12 + Number(month);
}
