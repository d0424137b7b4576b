import { expect, it } from 'vitest';
import { bcaFromReplicates } from './bca-from-replicates.ts';
import { publishedTable } from './testing/fixture.ts';

const options = { procedure: { kind: 'stepwise', threshold: 0.02 }, seed: 1 } as const;

it('leaves out and counts replicates that did not settle', () => {
  const replicates = Float64Array.from({ length: 100 }, (_, i) => (i === 3 ? Number.NaN : 700 + i));
  const result = bcaFromReplicates(publishedTable('MY_spina3'), replicates, options);
  expect(result.failedReplicates).toBe(1);
  expect(result.estimate).toBeCloseTo(730.93, 2);
  expect(result.monteCarloError).toEqual({ low: null, high: null });
});

it('refuses a bootstrap in which nothing settled', () => {
  const replicates = new Float64Array(5).fill(Number.NaN);
  expect(() => bcaFromReplicates(publishedTable('MY_spina3'), replicates, options)).toThrow('no replicate');
});
