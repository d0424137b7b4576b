import type { PersonName, RegistrationContent } from '../registration.ts';
import { type AgeReason, compareAges, type KnownAge, yearOf } from './compare-ages.ts';
import { compareDates, type DateReason, isFirstOfJanuary } from './compare-dates.ts';
import { compareNames, type NameLikeness, type NameReason, type PreparedName, prepareName } from './compare-names.ts';

/**
 * Whether two registrations may be about one person, by adding points for what agrees and taking points off for what does not: the
 * form of Fellegi and Sunter (1969), «A Theory for Record Linkage», in which each agreement weighs as much as it is rarer between two
 * people than within one. The points are rounded from such weights (two logarithm of the ratio) and set on a generated set, never on
 * real people; `npm run proof -- linkage` measures them on another. Nothing is ever merged by points: a registrar decides.
 */

export type LinkReason =
  | NameReason
  | DateReason
  | 'nationality-same'
  | 'nationality-differs'
  | 'gender-same'
  | 'gender-differs'
  | 'place-same'
  | 'place-differs'
  | AgeReason
  | 'form-same'
  | 'period-near';

export interface WeighedReason {
  readonly reason: LinkReason;
  readonly points: number;
}

/** Two registrations that may be about one person. */
export interface Likeness {
  readonly kind: 'probable' | 'possible' | 'nameless';
  readonly points: number;
  readonly reasons: readonly WeighedReason[];
}

/** From so many points on two are shown to the registrar, and from so many on as probably the same. */
export const SHOWN_FROM = 16;
export const PROBABLE_FROM = 23;

/** A person as linkage compares her. */
export interface Comparable extends KnownAge {
  readonly name: PreparedName;
  readonly nationalities: readonly string[];
  readonly gender: RegistrationContent['gender'];
  /** The police unit where it was reported: the only place that a registration holds. */
  readonly place: string;
}

export function comparable(
  person: PersonName,
  content: Pick<RegistrationContent, 'nationalities' | 'gender' | 'ageGroup' | 'identifiedOn'>,
  { place, receivedOn }: { readonly place: string; readonly receivedOn: string },
): Comparable {
  const { nationalities, gender, ageGroup } = content;
  const name = prepareName(person.name);
  return {
    name,
    birthDate: person.birthDate,
    nationalities,
    gender,
    ageGroup,
    year: yearOf(content, receivedOn),
    place,
  };
}

/** Compares two named persons; undefined when they are not alike enough to show. */
export function comparePersons(one: Comparable, other: Comparable): Likeness | undefined {
  const name = compareNames(one.name, other.name);
  if (!name) return undefined;
  const date = compareDates(one.birthDate, other.birthDate);
  if (!isEnough(name, date?.reason)) return undefined;
  const reasons: readonly WeighedReason[] = [
    ...name.reasons.map((reason, index) => ({ reason, points: index === 0 ? name.points : 0 })),
    ...(date ? [date] : compareAges(one, other)),
    ...otherReasons(one, other),
  ];
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  if (points < SHOWN_FROM) return undefined;
  const isProbable = points >= PROBABLE_FROM && name.words > 1 && !isOnlyJanuary(one, other);
  return { kind: isProbable ? 'probable' : 'possible', points, reasons };
}

/** Dates that agree in the year, and say no more. */
const YEAR_ALONE: ReadonlySet<DateReason> = new Set(['date-first-of-january', 'date-year', 'date-year-only']);
/** What the words of a name must give at least to say something beside a year when a part is missing. */
const TELLING_PART = 11;

/**
 * One word alone, or names that differ in a word, say something only beside a whole day of birth; beside a year a part of a name does
 * when its words are not those of many; and where no day is known, only a whole name does: too many people share less.
 */
function isEnough(name: NameLikeness, date: DateReason | undefined): boolean {
  if (date === 'date-same' || date === 'date-swapped') return true;
  if (name.words < 2 || name.hasOtherWord) return false;
  if (date !== undefined && YEAR_ALONE.has(date)) return name.isWhole || name.points >= TELLING_PART;
  return date !== undefined || (name.isWhole && !name.reasons.includes('name-near'));
}

/** 1 January on both sides: with the same name, that many people share. It is shown, and never as probable. */
const isOnlyJanuary = (one: Comparable, other: Comparable): boolean =>
  [one, other].every(({ birthDate }) => birthDate !== undefined && isFirstOfJanuary(birthDate.split('-')));

function otherReasons(one: Comparable, other: Comparable): readonly WeighedReason[] {
  const reasons: WeighedReason[] = [];
  if (one.nationalities.length > 0 && other.nationalities.length > 0) {
    const shares = one.nationalities.some((code) => other.nationalities.includes(code));
    reasons.push(shares ? { reason: 'nationality-same', points: 3 } : { reason: 'nationality-differs', points: -3 });
  }
  if (one.gender !== 'unknown' && other.gender !== 'unknown')
    reasons.push(
      one.gender === other.gender ? { reason: 'gender-same', points: 1 } : { reason: 'gender-differs', points: -8 },
    );
  if (one.place !== 'unknown' && other.place !== 'unknown')
    reasons.push(
      one.place === other.place ? { reason: 'place-same', points: 2 } : { reason: 'place-differs', points: 0 },
    );
  return reasons.filter(({ points }) => points !== 0);
}
