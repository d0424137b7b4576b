import { describe, expect, it } from 'vitest';
import { RandomStream } from './random-stream.ts';

describe('RandomStream', () => {
  it('repeats itself from the same seed and index, and differs with either', () => {
    const first = (seed: number, index: number) => {
      const random = new RandomStream(seed, index);
      return [random.uniform(), random.uniform()];
    };
    expect(first(1, 0)).toEqual(first(1, 0));
    const distinct = new Set([first(1, 0), first(1, 1), first(2, 0), first(-1, 0), first(2 ** 40, 0)].map(String));
    expect(distinct.size).toBe(5);
  });

  it('is uniform over streams as well as along one', () => {
    const along = new RandomStream(5, 0);
    for (const draw of [() => along.uniform(), (i: number) => new RandomStream(5, i).uniform()]) {
      const bins = new Float64Array(20);
      for (let i = 0; i < 20_000; i++) bins[Math.floor(draw(i) * 20)]! += 1;
      const chiSquared = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
      expect(chiSquared).toBeLessThan(43.8); // 0.999 quantile for 19 degrees of freedom
    }
  });

  it('stays strictly between 0 and 1', () => {
    const random = new RandomStream(0);
    const values = Array.from({ length: 10_000 }, () => random.uniform());
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it('refuses a seed that is not a whole number', () => {
    expect(() => new RandomStream(0.5)).toThrow(RangeError);
  });
});
