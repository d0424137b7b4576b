import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadSolver, type Solver } from '../../../platform/solver/linear-model.ts';
import type { ShelterType } from '../domain/place.ts';
import { EXTRA, type WhatIfTask } from '../domain/what-if.ts';
import { solveWhatIf } from './solve-what-if.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const TYPES: readonly ShelterType[] = ['cosm', 'omm', 'womens'];

/** The same by augmenting paths, one person at a time: slow, plain, and another way. */
function byHand({ demands, supplies, types }: WhatIfTask, extraType: number, extra: number): number {
  const people = demands.flatMap((demand) => Array.from({ length: demand.count }, () => demand));
  const room = [...supplies, ...types.map((_, index) => (index === extraType ? extra : 0))];
  const seats = room.flatMap((count, group) => Array.from({ length: count }, () => group));
  const inSeat: (number | undefined)[] = seats.map(() => undefined);
  const suits = (person: number, group: number) =>
    people[person]!.supply.includes(group) ||
    people[person]!.types.some((type) => supplies.length + types.indexOf(type) === group);
  const seat = (person: number, seen: Set<number>): boolean =>
    seats.some((group, index) => {
      if (seen.has(index) || !suits(person, group)) return false;
      seen.add(index);
      const sitting = inSeat[index];
      if (sitting !== undefined && !seat(sitting, seen)) return false;
      inSeat[index] = person;
      return true;
    });
  return people.filter((_, person) => seat(person, new Set())).length;
}

const anyTask = fc
  .record({
    supplies: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    demands: fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 4 }),
        supply: fc.subarray([0, 1, 2, 3]),
        types: fc.subarray([...TYPES], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(
    ({ supplies, demands }): WhatIfTask => ({
      supplies,
      demands: demands.map((each) => ({ ...each, supply: each.supply.filter((group) => group < supplies.length) })),
      types: TYPES,
      extra: EXTRA,
    }),
  );

it('counts the same as placing people one by one, now and with more places of each kind', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      const found = solveWhatIf(task, solver);
      const now = byHand(task, -1, 0);
      expect(found.placeable).toBe(now);
      for (const [index, { gains }] of found.gains.entries())
        for (const { extra, more } of gains) expect(more).toBe(byHand(task, index, extra) - now);
    }),
    { seed: 8, numRuns: 60 },
  );
});

it('says nothing could be placed when nothing suits and nobody may be anywhere', () => {
  expect(
    solveWhatIf({ demands: [{ count: 3, supply: [], types: [] }], supplies: [], types: [], extra: EXTRA }, solver),
  ).toEqual({
    open: 3,
    placeable: 0,
    gains: [],
  });
});
