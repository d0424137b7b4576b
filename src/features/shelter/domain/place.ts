import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { PoliceRegion } from '../../../shared-kernel/police-region.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** The kinds of shelter of the field (domain dossier, section 7). */
export const SHELTER_TYPES = [
  'cosm',
  'omm',
  'womens',
  'mens',
  'general',
  'emergency',
  'youth',
  'unaccompanied',
  'onward',
] as const;
export type ShelterType = (typeof SHELTER_TYPES)[number];

/** Who may give a place of a kind to somebody. */
export type PlacementAuthority = 'comensha-only' | 'comensha' | 'mediation' | 'police' | 'municipality' | 'guardian';

/**
 * CoMensha places in COSM and nobody else does, and directly in OMM; in women's, men's and general shelter it mediates; the police
 * place in emergency beds of their region. [found: comensha.nl, coordinatie-opvang and 24/7] For minors the municipality decides under
 * the Jeugdwet [found: wegwijzer]; for unaccompanied minors the guardian, for a home of one's own the municipality [own, to verify].
 */
export const AUTHORITY: Readonly<Record<ShelterType, PlacementAuthority>> = {
  cosm: 'comensha-only',
  omm: 'comensha',
  womens: 'mediation',
  mens: 'mediation',
  general: 'mediation',
  emergency: 'police',
  youth: 'municipality',
  unaccompanied: 'guardian',
  onward: 'municipality',
};

/** Where CoMensha gives a place itself or asks the shelter. The others decide by another law, and not here. */
export const isPlacedByCoMensha = (type: ShelterType): boolean =>
  (['comensha-only', 'comensha', 'mediation'] as readonly PlacementAuthority[]).includes(AUTHORITY[type]);

export const PLACE_GENDERS = ['woman', 'man', 'other'] as const;
export type PlaceGender = (typeof PLACE_GENDERS)[number];

/** Whether a kind of shelter can be for somebody of this gender: the law opens more kinds than the name of the kind does. */
export const isKindFor = (type: ShelterType, gender: PlaceGender): boolean =>
  !(type === 'womens' && gender === 'man') && !(type === 'mens' && gender === 'woman');

/** What the people who work there know more of than others. */
export const EXPERTISES = [
  'sexual-exploitation',
  'labour-exploitation',
  'criminal-exploitation',
  'mild-disability',
  'addiction',
  'psychiatry',
  'lgbti',
] as const;
export type Expertise = (typeof EXPERTISES)[number];

export const STAFFINGS = ['always', 'day', 'on-call'] as const;
export type Staffing = (typeof STAFFINGS)[number];

/** What a place offers. No address and no name: this is read outside the shelter. */
export interface PlaceFeatures {
  readonly type: ShelterType;
  /** The police region it lies in, never closer. */
  readonly region: PoliceRegion;
  readonly genders: readonly PlaceGender[];
  readonly minAge: number;
  readonly maxAge: number | undefined;
  /** How many children may come along. */
  readonly children: number;
  /** Up to which age they may, and boys among them; undefined when there is no limit. */
  readonly childMaxAge: number | undefined;
  readonly boyMaxAge: number | undefined;
  readonly isWheelchair: boolean;
  readonly takesPets: boolean;
  readonly languages: readonly string[];
  readonly expertise: readonly Expertise[];
  readonly staffing: Staffing;
}

/** From when to when a place is there, and when it cannot be used. The last day is never included. */
export interface PlaceDays {
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate | undefined;
  readonly out: { readonly from: PlainDate; readonly until: PlainDate } | undefined;
}

export interface Place extends PlaceFeatures, PlaceDays {
  readonly id: string;
  readonly tenantId: string;
  readonly unitId: string;
  readonly number: number;
  readonly version: number;
}

export type PlaceRefusal = { readonly code: 'ages-turned-round' | 'closes-before-opening' | 'out-turned-round' };

/** Whether what is written of a place can be. */
export function checkPlace<Written extends PlaceFeatures & PlaceDays>(place: Written): Result<Written, PlaceRefusal> {
  if (place.maxAge !== undefined && place.maxAge < place.minAge) return err({ code: 'ages-turned-round' });
  if (place.closesOn !== undefined && place.closesOn <= place.opensOn) return err({ code: 'closes-before-opening' });
  if (place.out && place.out.until <= place.out.from) return err({ code: 'out-turned-round' });
  return ok(place);
}

/** Whether a place can be slept in from a night until a night (not included), whoever is in it. */
export function isOpen({ opensOn, closesOn, out }: PlaceDays, from: PlainDate, until: PlainDate): boolean {
  if (from < opensOn || (closesOn !== undefined && until > closesOn)) return false;
  return !out || until <= out.from || from >= out.until;
}

/** Which of its days keeps a place from being slept in on a night; undefined when none does. */
export function whyShut(
  { opensOn, closesOn, out }: PlaceDays,
  night: PlainDate,
): 'opens' | 'closes' | 'out' | undefined {
  if (night < opensOn) return 'opens';
  if (closesOn !== undefined && night >= closesOn) return 'closes';
  return out && night >= out.from && night < out.until ? 'out' : undefined;
}

/** The first stretch of nights from a night on in which nobody has a place and it is open, as far as `nights` ahead. */
export function freeFrom(
  place: PlaceDays,
  taken: ReadonlySet<PlainDate>,
  night: PlainDate,
  nights: number,
): { readonly from: PlainDate; readonly until: PlainDate | undefined } | undefined {
  const ahead = Array.from({ length: nights }, (_, index) => addDays(night, index));
  const isFree = (each: PlainDate) => !taken.has(each) && whyShut(place, each) === undefined;
  const from = ahead.find(isFree);
  if (from === undefined) return undefined;
  return { from, until: ahead.find((each) => each > from && !isFree(each)) };
}

/** How a place stands on a night. */
export type NightState = 'free' | 'taken' | 'out' | 'closed';

export function stateOn(place: PlaceDays, night: PlainDate, next: PlainDate, isTaken: boolean): NightState {
  // somebody who is inside stays shown, whatever the dates say
  if (isTaken) return 'taken';
  if (isOpen(place, night, next)) return 'free';
  return whyShut(place, night) === 'out' ? 'out' : 'closed';
}

/** After so many days without a word about its places, nobody knows whether what stands here is so. [design: In Beeld] */
export const STALE_AFTER_DAYS = 2;

/** What somebody is told of how old the word of a shelter is. */
export function isStale(
  checkedOn: PlainDate | undefined,
  today: PlainDate,
  daysBetween: (a: PlainDate, b: PlainDate) => number,
) {
  return checkedOn === undefined || daysBetween(checkedOn, today) >= STALE_AFTER_DAYS;
}

/** No limit is higher than every limit. */
const limitOf = (age: number | undefined): number => age ?? Number.POSITIVE_INFINITY;

const STAFFED: Readonly<Record<Staffing, number>> = { always: 2, day: 1, 'on-call': 0 };

/**
 * Whether a place gives everything that another one gives: whoever was placed in that one on conditions that only who placed knows,
 * meets them here too. Of another kind somebody else decides, and in another region may be who is after her.
 */
export function suitsAsWell(left: PlaceFeatures, other: PlaceFeatures): boolean {
  const all = (of: readonly string[], among: readonly string[]) => of.every((each) => among.includes(each));
  return (
    other.type === left.type &&
    other.region === left.region &&
    all(left.genders, other.genders) &&
    other.minAge <= left.minAge &&
    limitOf(other.maxAge) >= limitOf(left.maxAge) &&
    other.children >= left.children &&
    limitOf(other.childMaxAge) >= limitOf(left.childMaxAge) &&
    limitOf(other.boyMaxAge) >= limitOf(left.boyMaxAge) &&
    (other.isWheelchair || !left.isWheelchair) &&
    (other.takesPets || !left.takesPets) &&
    all(left.languages, other.languages) &&
    all(left.expertise, other.expertise) &&
    STAFFED[other.staffing] >= STAFFED[left.staffing]
  );
}
