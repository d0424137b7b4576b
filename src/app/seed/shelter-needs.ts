import type { RequestInput } from '../../features/shelter/index.ts';

type Needs = RequestInput['needs'];

/** A Dutch woman of thirty who needs nothing in particular: what the demo says of somebody is what differs. */
export const NEEDS: Needs = {
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

const inReflection = (age: number): Partial<Needs> => ({
  position: 'reflection-period',
  gender: 'man',
  age,
  mayKnow: ['labour-exploitation'],
});

/**
 * For whom a place is sought in the demo: made up, each with needs of its own. Two of them want the same places; one has no right; and
 * for men in their reflection period, a boy and a man in a wheelchair there are not enough, so that the what-if has something to say.
 */
export const SOUGHT: readonly {
  readonly urgency: RequestInput['urgency'];
  readonly needs: Partial<Needs>;
}[] = [
  { urgency: 'tonight', needs: { position: 'reflection-period', age: 26, nightStaff: 'must' } },
  {
    urgency: 'this-week',
    needs: { age: 34, children: 2, language: 'Engels', speaks: 'wish', avoidRegions: ['rotterdam'] },
  },
  { urgency: 'this-week', needs: { position: 'permit', age: 41, mayKnow: ['lgbti'] } },
  { urgency: 'can-wait', needs: { position: 'no-stay', gender: 'man', age: 29 } },
  { urgency: 'tonight', needs: inReflection(31) },
  { urgency: 'this-week', needs: inReflection(24) },
  { urgency: 'this-week', needs: inReflection(38) },
  { urgency: 'this-week', needs: inReflection(45) },
  { urgency: 'can-wait', needs: inReflection(52) },
  { urgency: 'this-week', needs: { position: 'minor', gender: 'man', age: 16 } },
  { urgency: 'this-week', needs: { gender: 'man', age: 47, wheelchair: 'must' } },
];
