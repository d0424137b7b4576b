import { describe, expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';
import { lowerBound } from './lower-bound.ts';

describe('lowerBound', () => {
  it('lies where the profile log-likelihood is 1.92 below its ceiling', () => {
    const totals = [10, 20, 30];
    const likelihood = (total: number) =>
      logGamma(total + 1) -
      logGamma(total - 59) +
      totals.reduce((sum, n) => sum + n * Math.log(n / total) + (total - n) * Math.log1p(-n / total), 0);
    const ceiling = totals.reduce((sum, n) => sum + n * (Math.log(n) - 1), 0);
    expect(ceiling - likelihood(lowerBound(totals))).toBeCloseTo(0.5 * 1.959963984540054 ** 2, 6);
  });

  it('grows with the square of the lists: pairs that never meet say the more, the longer they are', () => {
    expect(lowerBound([1000, 1000]) / lowerBound([100, 100])).toBeCloseTo(100, -1);
    expect(lowerBound([1e7, 1e7]) / (1e14 / 1.9207)).toBeCloseTo(1, 2);
  });

  it('is lower for a higher level and never below the observed', () => {
    expect(lowerBound([10, 20], 0.8)).toBeGreaterThan(lowerBound([10, 20], 0.95));
    expect(lowerBound([1, 1], 0.999)).toBeGreaterThanOrEqual(2);
    expect(lowerBound([5, 0, 5])).toBeCloseTo(lowerBound([5, 5]), 9);
  });
});
