import { expect, it } from 'vitest';
import type { Needs } from './needs.ts';
import { whatIfTask } from './what-if.ts';

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

it('counts no extra place for women as one for a man, nor the other way round', () => {
  const types = ['womens', 'mens', 'general'] as const;
  const task = whatIfTask(
    [
      { types, needs: { ...NEEDS, gender: 'man' } },
      { types, needs: NEEDS },
      { types, needs: { ...NEEDS, gender: 'other' } },
    ],
    [],
  );
  expect(task.demands.map((demand) => demand.types)).toEqual([['mens', 'general'], ['womens', 'general'], types]);
});
