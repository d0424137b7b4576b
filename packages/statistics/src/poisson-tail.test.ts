import { describe, expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';
import { normalDistribution } from './normal-distribution.ts';
import { poissonDeviance } from './poisson-deviance.ts';
import { poissonTail } from './poisson-tail.ts';

describe('poissonTail', () => {
  it.each([
    [0, 2, Math.exp(-2)],
    [3, 0.001, (0.001 ** 3 / 6) * (1 - 0.00075 + 3e-7)],
    [1, 1, 1 - Math.exp(-1)],
    [2, 2, 1 - 3 * Math.exp(-2)],
  ])('of %d under mean %d', (x, mean, expected) => {
    expect(poissonTail(x, mean) / expected).toBeCloseTo(1, 9);
  });

  it('keeps relative accuracy to 1e-300 and is 0 below what a double can hold', () => {
    expect(poissonTail(0, 690) / Math.exp(-690)).toBeCloseTo(1, 12);
    const logDensity = -60 + 400 * Math.log(60) - logGamma(401);
    const tail = 1 + (60 / 401) * (1 + (60 / 402) * (1 + (60 / 403) * (1 + 60 / 404)));
    expect(Math.log(poissonTail(400, 60)) - logDensity).toBeCloseTo(Math.log(tail), 3);
    expect(poissonTail(0, 800)).toBe(0);
  });

  it('agrees with direct summation', () => {
    for (const mean of [0.3, 2.5, 17, 40]) {
      for (let x = 0; x < 60; x++) {
        let probability = Math.exp(-mean);
        let lower = 0;
        let upper = 0;
        for (let i = 0; i < 300; i++) {
          if (i <= x) lower += probability;
          if (i >= x) upper += probability;
          probability *= mean / (i + 1);
        }
        expect(poissonTail(x, mean) / Math.min(lower, upper)).toBeCloseTo(1, 10);
      }
    }
  });

  it('lies above the bound with which the stepwise search passes pairs over', () => {
    for (const mean of [0.01, 0.7, 3.2, 25, 900]) {
      for (const ratio of [0, 0.3, 0.8, 1.2, 2, 9]) {
        const x = Math.round(ratio * mean);
        const bound = normalDistribution(-Math.sqrt(2 * poissonDeviance(x, mean)));
        expect(poissonTail(x, mean)).toBeGreaterThanOrEqual(bound * (1 - 1e-9));
      }
    }
  });

  it('is 1 for nothing observed where nothing was expected', () => {
    expect(poissonTail(0, 0)).toBe(1);
  });
});
