import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { POLICE_REGIONS } from '../../../shared-kernel/police-region.ts';
import { type Asked, agesUnknown, broken, type FreeFor, fitsIn, keptOut, match } from './match.ts';
import { checkNeeds, type Needs, WEIGHTS } from './needs.ts';
import { EXPERTISES, PLACE_GENDERS, type Place, SHELTER_TYPES, STAFFINGS } from './place.ts';

const NEEDS: Needs = {
  position: 'dutch',
  gender: 'woman',
  age: 30,
  others: [],
  children: 0,
  wheelchair: 'no',
  pet: 'no',
  nightStaff: 'no',
  language: undefined,
  speaks: 'no',
  mustKnow: [],
  mayKnow: [],
  region: undefined,
  avoidRegions: [],
  apartFrom: [],
};
const PLACE: Place = {
  id: 'p1',
  tenantId: 't1',
  unitId: 'u1',
  number: 1,
  version: 1,
  type: 'womens',
  region: 'amsterdam',
  genders: ['woman'],
  minAge: 18,
  maxAge: undefined,
  children: 2,
  childMaxAge: undefined,
  boyMaxAge: undefined,
  isWheelchair: false,
  takesPets: false,
  languages: ['Engels'],
  expertise: [],
  staffing: 'day',
  opensOn: day('2020-01-01'),
  closesOn: undefined,
  out: undefined,
};
const free = (place: Partial<Place> = {}, organisationName = 'Opvang Voorbeeld'): FreeFor => ({
  place: { ...PLACE, ...place },
  organisationName,
  checkedAt: new Date('2026-11-30T08:00:00Z'),
  takenFrom: undefined,
});
const asked = (needs: Partial<Needs> = {}): Asked => ({
  needs: { ...NEEDS, ...needs },
  types: ['womens'],
  apartUnits: new Set(),
});

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const anyPlace = fc
  .record({
    number: fc.integer({ min: 1, max: 9 }),
    unitId: one(['u1', 'u2', 'u3']),
    type: one(SHELTER_TYPES),
    region: one(POLICE_REGIONS),
    genders: fc.subarray([...PLACE_GENDERS], { minLength: 2 }),
    minAge: fc.integer({ min: 0, max: 40 }),
    maxAge: fc.option(fc.integer({ min: 20, max: 90 }), { nil: undefined }),
    children: fc.integer({ min: 0, max: 4 }),
    childMaxAge: fc.option(fc.integer({ min: 8, max: 17 }), { nil: undefined }),
    boyMaxAge: fc.option(fc.integer({ min: 8, max: 17 }), { nil: undefined }),
    isWheelchair: fc.boolean(),
    takesPets: fc.boolean(),
    languages: some(['Engels', 'Pools', 'Arabisch']),
    expertise: some(EXPERTISES),
    staffing: one(STAFFINGS),
  })
  .map((changes) => free(changes));
const anyNeeds = fc.record({
  gender: one(PLACE_GENDERS),
  age: fc.integer({ min: 0, max: 90 }),
  others: fc.array(one(PLACE_GENDERS), { maxLength: 2 }),
  children: fc.integer({ min: 0, max: 6 }),
  boys: fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 1 }),
  girls: fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 1 }),
  wheelchair: one(WEIGHTS),
  pet: one(WEIGHTS),
  nightStaff: one(WEIGHTS),
  language: fc.constant('pools'),
  speaks: one(WEIGHTS),
  mustKnow: fc.subarray([...EXPERTISES], { maxLength: 1 }),
  mayKnow: some(EXPERTISES),
  region: fc.option(one(POLICE_REGIONS), { nil: undefined }),
  avoidRegions: fc.subarray([...POLICE_REGIONS], { maxLength: 4 }),
});
const anyAsked = fc
  .record({
    needs: anyNeeds,
    types: fc.subarray([...SHELTER_TYPES], { minLength: 5 }),
    apart: fc.subarray(['u1', 'u2', 'u3'], { maxLength: 1 }),
  })
  .map(
    ({ needs, types, apart }): Asked => ({
      needs: { ...NEEDS, ...needs },
      types,
      apartUnits: new Set(apart),
    }),
  );

it('never offers a place that breaks a condition, whatever is asked and whatever is free', () => {
  let offered = 0;
  fc.assert(
    fc.property(anyAsked, fc.array(anyPlace, { maxLength: 25 }), (wanted, places) => {
      const { needs } = wanted;
      for (const offer of match(wanted, places)) {
        offered++;
        // said again here, in other words than the rule itself
        for (const place of offer.places) {
          expect(wanted.types).toContain(place.type);
          expect(needs.avoidRegions).not.toContain(place.region);
          expect(wanted.apartUnits.has(place.unitId)).toBe(false);
          for (const gender of [needs.gender, ...needs.others]) expect(place.genders).toContain(gender);
          expect(needs.age).toBeGreaterThanOrEqual(place.minAge);
          expect(needs.age).toBeLessThanOrEqual(place.maxAge ?? 200);
          if (needs.wheelchair === 'must') expect(place.isWheelchair).toBe(true);
          if (needs.pet === 'must') expect(place.takesPets).toBe(true);
          if (needs.nightStaff === 'must') expect(place.staffing).toBe('always');
          if (needs.speaks === 'must') expect(place.languages).toContain('Pools');
          for (const age of needs.boys ?? []) expect(age).toBeLessThanOrEqual(place.boyMaxAge ?? 17);
          for (const age of [...(needs.boys ?? []), ...(needs.girls ?? [])])
            expect(age).toBeLessThanOrEqual(place.childMaxAge ?? 17);
          for (const each of needs.mustKnow) expect(place.expertise).toContain(each);
        }
        expect(new Set(offer.places.map(({ unitId }) => unitId)).size).toBe(1);
        expect(offer.places.length).toBeGreaterThanOrEqual(1 + needs.others.length);
        const room = offer.places.reduce((sum, { children }) => sum + 1 + children, 0);
        expect(room).toBeGreaterThanOrEqual(1 + needs.others.length + needs.children);
      }
    }),
    { seed: 8, numRuns: 4000 },
  );
  // a rule that offers nothing breaks nothing either
  expect(offered).toBeGreaterThan(100);
});

it('gives the same answer whatever the order in which places are read', () => {
  fc.assert(
    fc.property(
      anyAsked,
      fc.uniqueArray(anyPlace, { maxLength: 12, selector: ({ place }) => place.number }),
      (a, b) => {
        const ids = b.map((each, index) => ({ ...each, place: { ...each.place, id: `p${index}` } }));
        const names = (places: readonly FreeFor[]) => match(a, places).map((offer) => offer.places.map(({ id }) => id));
        expect(names(ids.toReversed())).toEqual(names(ids));
      },
    ),
    { seed: 8, numRuns: 300 },
  );
});

it('puts the place first that gives most of what would be good, and says what is missing', () => {
  const offers = match(asked({ nightStaff: 'wish', mayKnow: ['lgbti'], region: 'limburg' }), [
    free({ id: 'a', staffing: 'always' }),
    free({ id: 'b', staffing: 'always', expertise: ['lgbti'] }),
  ]);
  expect(offers.map(({ places }) => places[0]!.id)).toEqual(['b', 'a']);
  expect(offers[0]!.met).toEqual([{ kind: 'night-staff' }, { kind: 'expertise', of: 'lgbti' }]);
  expect(offers[0]!.unmet).toEqual([{ kind: 'region' }]);
});

it('joins places of one house for a family of seven, and never of two houses', () => {
  const family = asked({ others: ['man'], children: 5, types: undefined } as Partial<Needs>);
  const house = (unitId: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      free({ id: `${unitId}${index}`, unitId, number: index + 1, genders: ['woman', 'man'], children: 2 }),
    );
  expect(match(family, [...house('u1', 2), ...house('u2', 2)])).toEqual([]);
  const [offer] = match(family, [...house('u1', 2), ...house('u2', 3)]);
  expect(offer!.places.map(({ id }) => id)).toEqual(['u20', 'u21', 'u22']);
});

it('leaves out houses that take no son of seventeen, also for a family of seven, and says so', () => {
  const family = asked({ others: ['man'], children: 5, boys: [4, 17], girls: [9] });
  const house = (unitId: string, changes: Partial<Place>) =>
    [1, 2, 3].map((number) =>
      free({ id: `${unitId}${number}`, unitId, number, genders: ['woman', 'man'], children: 2, ...changes }),
    );
  const [offer, ...more] = match(family, [
    ...house('u1', { boyMaxAge: 12 }),
    ...house('u2', { childMaxAge: 16 }),
    ...house('u3', { childMaxAge: 17 }),
  ]);
  expect([offer!.places.map(({ unitId }) => unitId), more]).toEqual([['u3', 'u3', 'u3'], []]);
  expect(keptOut(family, house('u1', { boyMaxAge: 12 }))).toEqual([{ condition: 'child-age', places: 3 }]);
  // of a girl nobody set a limit there, and of whom the age was not said nobody knows
  expect(broken(asked({ children: 2, girls: [17] }), { ...PLACE, boyMaxAge: 12 })).toEqual([]);
  expect(broken(asked({ children: 2 }), { ...PLACE, boyMaxAge: 12 })).toEqual([]);
});

it('gives no child a place of its own where no child may come', () => {
  const room = (children: number) => ({ ...PLACE, children });
  expect(fitsIn([room(0), room(0)], { others: [], children: 1 })).toBe(false);
  expect(fitsIn([room(2), room(0)], { others: [], children: 4 })).toBe(false);
  expect(fitsIn([room(2), room(1)], { others: [], children: 4 })).toBe(true);
  expect(fitsIn([room(2), room(2)], { others: ['woman'], children: 5 })).toBe(false);
});

it('says which condition alone keeps places out', () => {
  const places = [free({ id: 'a' }), free({ id: 'b', type: 'omm' }), free({ id: 'c', region: 'limburg' })];
  expect(keptOut(asked({ wheelchair: 'must' }), places)).toEqual([{ condition: 'wheelchair', places: 2 }]);
  expect(keptOut(asked({ children: 9 }), places)).toEqual([
    { condition: 'type', places: 1 },
    { condition: 'children', places: 2 },
  ]);
  expect(broken(asked({ avoidRegions: ['amsterdam'] }), PLACE)).toEqual(['region']);
});

it('refuses needs that exclude each other, each with a word of its own', () => {
  const code = (needs: Partial<Needs>) => {
    const checked = checkNeeds({ ...NEEDS, ...needs });
    return checked.ok ? 'ok' : checked.error.code;
  };
  expect(code({})).toBe('ok');
  expect(code({ position: 'minor' })).toBe('position-for-minors');
  expect(code({ age: 17 })).toBe('position-for-adults');
  expect(code({ age: 17, position: 'unaccompanied-minor' })).toBe('ok');
  expect(code({ region: 'limburg', avoidRegions: ['limburg'] })).toBe('region-avoided');
  expect(code({ avoidRegions: POLICE_REGIONS })).toBe('every-region-avoided');
  expect(code({ mustKnow: ['lgbti'], mayKnow: ['lgbti'] })).toBe('must-and-may');
  expect(code({ speaks: 'must' })).toBe('language-missing');
});

it('counts the children of whom nobody said the age, for they were not looked at', () => {
  expect(agesUnknown({ children: 6, boys: [4, 17], girls: [2] })).toBe(3);
  expect(agesUnknown({ children: 2, boys: [4], girls: [2] })).toBe(0);
  expect(agesUnknown({ children: 2 })).toBe(2);
  expect(agesUnknown({ children: 0 })).toBe(0);
});
