import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { headsOf, type Needs, type Weight } from './needs.ts';
import type { Expertise, Place, PlaceFeatures, PlaceGender, ShelterType } from './place.ts';

/**
 * By which rules a match was made. A change of what is hard, of what counts or of the order is a next version: a decision keeps the
 * version it was made by, and says so a year later.
 */
export const RULES_VERSION = '2026-12.2';

/** So many of the places stand on the page of a request; who wants more says better what is wished. */
export const SHOWN_OFFERS = 25;

/** A condition that no place may break. */
export const CONDITIONS = [
  'type',
  'region',
  'apart',
  'gender',
  'age',
  'children',
  'child-age',
  'wheelchair',
  'pet',
  'night-staff',
  'language',
  'expertise',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Something that makes a place better for this person. */
export type Wish = { readonly kind: 'wheelchair' | 'pet' | 'night-staff' | 'language' | 'region' } | KnowledgeWish;
interface KnowledgeWish {
  readonly kind: 'expertise';
  readonly of: Expertise;
}

/** On which number a shelter is called, and when somebody answers. */
export interface Callable {
  readonly number: string;
  readonly hours: string;
}

/** A place that is free on all nights that are asked, with what is known of its house. */
export interface FreeFor {
  readonly place: Place;
  readonly organisationName: string;
  /** When the shelter last said that what stands there is so. */
  readonly checkedAt: Date | undefined;
  /** The first night on which somebody else comes; undefined when nobody does. */
  readonly takenFrom: PlainDate | undefined;
  readonly contact?: Callable | undefined;
}

/** What the person asks, with what the law says of it and what is known of whom she may not meet. */
export interface Asked {
  readonly needs: Needs;
  /** The kinds that belong to her legal position. */
  readonly types: readonly ShelterType[];
  /** Houses in which somebody lives with whom she may not. */
  readonly apartUnits: ReadonlySet<string>;
}

/** Places in one house for one request: often one, for a family more. */
export interface Offer {
  readonly places: readonly Place[];
  readonly organisationName: string;
  readonly checkedAt: Date | undefined;
  readonly takenFrom: PlainDate | undefined;
  readonly contact?: Callable | undefined;
  readonly met: readonly Wish[];
  readonly unmet: readonly Wish[];
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const has: Readonly<Record<'wheelchair' | 'pet' | 'night-staff', (place: PlaceFeatures) => boolean>> = {
  wheelchair: ({ isWheelchair }) => isWheelchair,
  pet: ({ takesPets }) => takesPets,
  'night-staff': ({ staffing }) => staffing === 'always',
};
const speaks = ({ languages }: PlaceFeatures, language: string | undefined): boolean =>
  language !== undefined && languages.some((each) => same(each, language));

/** Of how many children nobody said the age, so that whether they may come was not looked at. */
export const agesUnknown = ({ children, boys = [], girls = [] }: Pick<Needs, 'children' | 'boys' | 'girls'>): number =>
  Math.max(0, children - boys.length - girls.length);

/** Whether every child of whom the age was said may come along. */
const childrenMayCome = ({ boys = [], girls = [] }: Needs, { childMaxAge = 17, boyMaxAge = 17 }: PlaceFeatures) =>
  [...boys, ...girls].every((age) => age <= childMaxAge) && boys.every((age) => age <= boyMaxAge);

/** Which conditions a single place breaks, apart from how many people fit. None: it is a place for her. */
export function broken({ needs, types, apartUnits }: Asked, place: Place): readonly Condition[] {
  const must = (weight: Weight, is: boolean): boolean => weight === 'must' && !is;
  const genders: readonly PlaceGender[] = [needs.gender, ...needs.others];
  const found: Readonly<Record<Exclude<Condition, 'children'>, boolean>> = {
    type: !types.includes(place.type),
    region: needs.avoidRegions.includes(place.region),
    apart: apartUnits.has(place.unitId),
    gender: !genders.every((each) => place.genders.includes(each)),
    age: needs.age < place.minAge || (place.maxAge !== undefined && needs.age > place.maxAge),
    'child-age': !childrenMayCome(needs, place),
    wheelchair: must(needs.wheelchair, has.wheelchair(place)),
    pet: must(needs.pet, has.pet(place)),
    'night-staff': must(needs.nightStaff, has['night-staff'](place)),
    language: must(needs.speaks, speaks(place, needs.language)),
    expertise: !needs.mustKnow.every((each) => place.expertise.includes(each)),
  };
  return CONDITIONS.filter((each) => each !== 'children' && found[each]);
}

/**
 * Whether these places together hold the person and who comes along: each place takes one adult with as many children as it says; a
 * place that no adult needs takes one child more, when it takes children at all.
 */
export function fitsIn(places: readonly PlaceFeatures[], needs: Pick<Needs, 'others' | 'children'>): boolean {
  const heads = headsOf(needs);
  if (places.length < heads) return false;
  const beside = places.reduce((sum, { children }) => sum + children, 0);
  // the adults take the places that take the fewest children by themselves
  const spare = places.toSorted((a, b) => a.children - b.children).slice(heads);
  return beside + spare.filter(({ children }) => children > 0).length >= needs.children;
}

/** The fewest places of one house that hold everybody: those first that take the most children. */
function joined(free: readonly FreeFor[], needs: Needs): readonly FreeFor[] | undefined {
  const widest = free.toSorted((a, b) => b.place.children - a.place.children || a.place.number - b.place.number);
  for (let count = headsOf(needs); count <= widest.length; count++) {
    const taken = widest.slice(0, count);
    if (
      fitsIn(
        taken.map(({ place }) => place),
        needs,
      )
    )
      return taken;
  }
  return undefined;
}

const isAlone = ({ others, children }: Needs): boolean => others.length === 0 && children === 0;

/** What a place gives of what would be good, and what not. */
function wishesOf(needs: Needs, places: readonly Place[]): Pick<Offer, 'met' | 'unmet'> {
  const asked: (readonly [Wish, (place: Place) => boolean])[] = [
    ...(needs.region ? [[{ kind: 'region' }, ({ region }: Place) => region === needs.region] as const] : []),
    ...(needs.wheelchair === 'wish' ? [[{ kind: 'wheelchair' }, has.wheelchair] as const] : []),
    ...(needs.pet === 'wish' ? [[{ kind: 'pet' }, has.pet] as const] : []),
    ...(needs.nightStaff === 'wish' ? [[{ kind: 'night-staff' }, has['night-staff']] as const] : []),
    ...(needs.speaks === 'wish'
      ? [[{ kind: 'language' }, (place: Place) => speaks(place, needs.language)] as const]
      : []),
    ...needs.mayKnow.map(
      (of) => [{ kind: 'expertise', of }, ({ expertise }: Place) => expertise.includes(of)] as const,
    ),
  ];
  const isMet = ([, test]: (typeof asked)[number]) => places.every(test);
  return {
    met: asked.filter(isMet).map(([wish]) => wish),
    unmet: asked.filter((each) => !isMet(each)).map(([wish]) => wish),
  };
}

/** Places of one house, as they stand towards this person. */
export function offerOf(needs: Needs, group: readonly FreeFor[]): Offer {
  const [first] = group;
  const places = group.map(({ place }) => place);
  const ends = group.flatMap(({ takenFrom }) => takenFrom ?? []).toSorted();
  return {
    places: places.toSorted((a, b) => a.number - b.number),
    organisationName: first!.organisationName,
    checkedAt: first!.checkedAt,
    takenFrom: ends[0],
    contact: first!.contact,
    ...wishesOf(needs, places),
  };
}

/** What the person must have and these places together do not give. None: they are places for her. */
export function brokenBy(asked: Asked, places: readonly Place[]): readonly Condition[] {
  const found = new Set(places.flatMap((place) => broken(asked, place)));
  if (!fitsIn(places, asked.needs)) found.add('children');
  return CONDITIONS.filter((each) => found.has(each));
}

/**
 * Places for this one person, the best first: those that give the most of what would be good, then those of which the shelter spoke
 * last, then the fewest places together, then by name. Persons are ranked nowhere. A condition is never broken.
 */
export function match(asked: Asked, free: readonly FreeFor[]): readonly Offer[] {
  const { needs } = asked;
  const possible = free.filter(({ place }) => broken(asked, place).length === 0);
  const groups = isAlone(needs)
    ? possible.map((each) => [each])
    : [...Map.groupBy(possible, ({ place }) => `${place.tenantId} ${place.unitId}`).values()].flatMap((house) => {
        const taken = joined(house, needs);
        return taken ? [taken] : [];
      });
  return groups
    .map((group) => offerOf(needs, group))
    .toSorted(
      (a, b) =>
        b.met.length - a.met.length ||
        (b.checkedAt?.getTime() ?? 0) - (a.checkedAt?.getTime() ?? 0) ||
        a.places.length - b.places.length ||
        a.organisationName.localeCompare(b.organisationName, 'nl') ||
        a.places[0]!.number - b.places[0]!.number ||
        a.places[0]!.id.localeCompare(b.places[0]!.id),
    );
}

/** When nothing is left: how many free places each condition alone keeps out, so that somebody can think again about it. */
export function keptOut(
  asked: Asked,
  free: readonly FreeFor[],
): readonly { readonly condition: Condition; readonly places: number }[] {
  const alone = free.map(({ place }) => broken(asked, place)).filter((conditions) => conditions.length === 1);
  const counts = new Map<Condition, number>();
  for (const [condition] of alone) counts.set(condition!, (counts.get(condition!) ?? 0) + 1);
  // of the right kind, and yet too small for all of them together
  const roomy = free.filter(({ place }) => broken(asked, place).length === 0).length;
  if (roomy > 0) counts.set('children', roomy);
  return CONDITIONS.flatMap((condition) => {
    const places = counts.get(condition);
    return places ? [{ condition, places }] : [];
  });
}
