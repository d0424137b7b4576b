import { expect, it } from 'vitest';
import { bootstrapReplicates } from './bootstrap-replicates.ts';
import { publishedTable } from './testing/fixture.ts';

const procedure = { kind: 'stepwise', threshold: 0.02 } as const;

it('gives each replicate the same number however the work is divided', () => {
  const table = publishedTable('Kosovo');
  const whole = bootstrapReplicates(table, procedure, 4, 0, 50);
  const parts = [
    [0, 7],
    [7, 30],
    [30, 50],
  ].flatMap(([from, to]) => [...bootstrapReplicates(table, procedure, 4, from!, to!)]);
  expect(parts).toEqual([...whole]);
  expect(new Set(whole).size).toBeGreaterThan(45);
  expect([...bootstrapReplicates(table, procedure, 5, 0, 50)]).not.toEqual(parts);
});
