import type { AgeGroup, PartialDate, RegistrationContent } from '../registration.ts';

/** What a registration says of somebody's age, and when. */
export interface KnownAge {
  readonly birthDate: PartialDate | undefined;
  readonly ageGroup: AgeGroup;
  /** The year in which she had that age. */
  readonly year: number;
}

export type AgeReason = 'date-unknown' | 'age-same' | 'age-near' | 'age-differs' | 'age-unknown';

export interface AgeLikeness {
  readonly reason: AgeReason;
  readonly points: number;
}

/** An age is often guessed: so many years beside the group may still be one person. */
const GUESSED = 2;

/** The year that the age is of: that of the identification when it is known, else that in which it came in. */
export function yearOf({ identifiedOn }: Pick<RegistrationContent, 'identifiedOn'>, receivedOn: string): number {
  return Number((identifiedOn ?? receivedOn).slice(0, 4));
}

/**
 * How two ages agree where a day of birth is missing: the years in which each may have been born, by day or by group of age in its own
 * year. Where nothing is known of an age, a name shared by others says less than it does beside one.
 */
export function compareAges(one: KnownAge, other: KnownAge): readonly AgeLikeness[] {
  const missing: AgeLikeness = { reason: 'date-unknown', points: -1 };
  const [a, b] = [bornBetween(one), bornBetween(other)];
  if (!a || !b) return [missing, { reason: 'age-unknown', points: -1 }];
  const apart = Math.max(a.from - b.until, b.from - a.until);
  if (apart <= 0) return [missing, { reason: 'age-same', points: 4 }];
  return [missing, apart <= GUESSED ? { reason: 'age-near', points: -1 } : { reason: 'age-differs', points: -6 }];
}

function bornBetween({ birthDate, ageGroup, year }: KnownAge): { from: number; until: number } | undefined {
  if (birthDate !== undefined) {
    const born = Number(birthDate.slice(0, 4));
    return { from: born, until: born };
  }
  if (ageGroup === 'unknown') return undefined;
  const [youngest, oldest] = ageGroup === '51+' ? [51, 120] : ageGroup.split('-').map(Number);
  // who has her birthday later in the year was born a year earlier
  return { from: year - oldest! - 1, until: year - youngest! };
}
