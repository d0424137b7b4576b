import { expect, it } from 'vitest';
import { normalDistribution } from './normal-distribution.ts';

// Known values to fifteen digits, as R's pnorm prints them.
it.each([
  [0, 0.5],
  [1.959963984540054, 0.975],
  [-1, 0.158655253931457],
  [-2.6, 0.00466118802371875],
  [-5, 2.86651571879194e-7],
  [-10, 7.61985302416053e-24],
  [-37, 5.72557122252458e-300],
])('P(Z ≤ %d) = %d', (z, expected) => {
  expect(Math.abs(normalDistribution(z) / expected - 1)).toBeLessThan(1e-12);
});

it('ends in 0 and 1', () => {
  expect(normalDistribution(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(normalDistribution(Number.POSITIVE_INFINITY)).toBe(1);
  expect(normalDistribution(Number.NaN)).toBeNaN();
});
