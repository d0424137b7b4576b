import { describe, expect, it } from 'vitest';
import { bootstrapBca } from './bootstrap-bca.ts';
import { captureTable } from './capture-table.ts';
import { publishedTable } from './testing/fixture.ts';

const pair = (both: number) =>
  captureTable(
    ['A', 'B'],
    [
      [1, 30],
      [2, 40],
      [3, both],
    ],
  );

describe('bootstrapBca', () => {
  it('repeats itself from a seed and reports how sure its limits are', () => {
    const result = bootstrapBca(publishedTable('MY_spina3'), { replicates: 400, seed: 8 });
    expect(bootstrapBca(publishedTable('MY_spina3'), { replicates: 400, seed: 8 })).toEqual(result);
    expect(result.status).toBe('ok');
    expect(result.monteCarloError.low).toBeGreaterThan(0);
    expect(result.monteCarloError.low).toBeLessThan(0.02);
    expect(result).toMatchObject({ seed: 8, infiniteReplicates: 0, failedReplicates: 0 });
  });

  it('keeps infinite replicates infinite and calls the limit unbounded', () => {
    const result = bootstrapBca(pair(3), { replicates: 1000, seed: 1, level: 0.999 });
    expect(result.infiniteReplicates).toBeGreaterThan(20);
    expect(result.status).toBe('unbounded');
    expect(result.interval.low).toBeGreaterThan(73);
    expect(result.interval.high).toBeNull();
  });

  it('falls back on percentiles when the only overlap is one case', () => {
    expect(bootstrapBca(pair(1), { replicates: 200 })).toMatchObject({
      status: 'bca-undefined',
      interval: { kind: 'percentile' },
    });
  });

  it('refuses fewer than two replicates and levels outside 0 … 1', () => {
    expect(() => bootstrapBca(pair(10), { replicates: 1 })).toThrow(RangeError);
    expect(() => bootstrapBca(pair(10), { replicates: 20, level: 1 })).toThrow(RangeError);
  });
});
