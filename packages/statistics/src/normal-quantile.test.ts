import { expect, it } from 'vitest';
import { normalDistribution } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';

it('inverts the distribution function in both tails', () => {
  for (const p of [1e-300, 1e-20, 0.001, 0.02, 0.3, 0.5, 0.84, 0.975, 1 - 1e-12]) {
    expect(Math.abs(normalDistribution(normalQuantile(p)) / p - 1)).toBeLessThan(1e-10);
  }
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
});

it('is infinite at the ends and nothing beyond', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(1.1)).toBeNaN();
});
