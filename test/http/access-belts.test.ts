import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/shared-kernel/role.ts';
import { BELT_PART, Caller, combinationsOf, everythingSeen, tryEverything, VISITORS } from '../support/access-world.ts';
import { inWorld } from '../support/in-world.ts';

const TIMEOUT = 900_000;

// both belts on, the matrix asks everything of everybody in every run (access-matrix.test.ts)
describe('who gets what from every route, with one belt off', () => {
  it('holds by the conditions in the code alone, with row-level security off', { timeout: TIMEOUT }, () =>
    inWorld(false, {}, async (app, world) => {
      const [mine, theirs] = world.sides;
      await world.fill(mine);
      const callers = await Promise.all(ROLES.map((role) => Caller.of(app, world.database, mine.actors[role])));
      const before = await everythingSeen(app, callers);
      await world.fill(theirs);
      const after = await everythingSeen(app, callers);
      // not a row, not a count, not a word tells whether the other organisation has records
      expect(Object.keys(before).length).toBeGreaterThan(ROLES.length * 5);
      for (const [where, text] of Object.entries(before)) expect(after[where], where).toBe(text);
      const outcome = await tryEverything(app, world, 'let in', BELT_PART);
      expect(outcome.deviations).toEqual([]);
      expect(outcome.combinations).toBe(combinationsOf(app.routes, 'let in', BELT_PART));
    }),
  );

  it('holds without the gate, with row-level security and what the code asks', { timeout: TIMEOUT }, () =>
    inWorld(true, { openGate: true }, async (app, world) => {
      for (const side of world.sides) await world.fill(side);
      const outcome = await tryEverything(app, world, 'kept out', BELT_PART);
      expect(outcome.deviations).toEqual([]);
      expect(outcome.combinations).toBe(combinationsOf(app.routes, 'kept out', BELT_PART));
      const [out, all] = [combinationsOf(app.routes, 'kept out'), app.routes.length * VISITORS];
      expect(out + combinationsOf(app.routes, 'let in')).toBe(all);
      expect(outcome.combinations).toBeGreaterThan(out / (BELT_PART + 1));
      // the gate was really open: somebody it keeps out saw the record of her own organisation
      expect(outcome.shown).toContain('GET /aanpak/K2.1');
    }),
  );
});
