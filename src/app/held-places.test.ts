import { expect, it } from 'vitest';
import { HELD_NOWHERE, HELD_PLACES, NOT_BY_DOSSIER } from './held-places.ts';
import { TABLES } from './tables.ts';

it('finds every table with data about persons by its dossier, or says how the person gets them', () => {
  // a table that turns up here names its dossier, or gets its line in NOT_BY_DOSSIER
  expect(HELD_NOWHERE).toEqual([]);
  expect(HELD_PLACES.length).toBeGreaterThan(20);
  expect(Object.keys(NOT_BY_DOSSIER).filter((table) => !(table in TABLES))).toEqual([]);
});
