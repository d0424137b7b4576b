import { describe, expect, it } from 'vitest';
import { replicateEstimator } from './replicate-estimator.ts';

const noOverlap = Float64Array.of(0, 5, 6, 0, 7, 0, 0, 0);
const complete = Float64Array.of(0, 5, 0, 4, 0, 3, 0, 0);

describe('replicateEstimator', () => {
  it.each([
    { kind: 'stepwise', threshold: 0.02 },
    { kind: 'best-of', models: [[]], criterion: 'bic' },
  ] as const)('is infinite without overlap and n when one list holds everyone: $kind', (procedure) => {
    const estimate = replicateEstimator(3, procedure);
    expect(estimate(noOverlap)).toBe(Number.POSITIVE_INFINITY);
    expect(estimate(complete)).toBe(12);
    expect(estimate(Float64Array.of(0, 60, 49, 4, 247, 112, 142, 12))).toBeGreaterThan(626);
  });

  it('takes the best of the models on each table', () => {
    const counts = Float64Array.of(0, 5, 5, 54, 41, 6, 0, 12);
    const estimate = (...models: number[][]) =>
      replicateEstimator(3, { kind: 'best-of', models, criterion: 'bic' })(counts);
    expect(estimate([3])).toBeCloseTo(268.777777777778, 8);
    expect(estimate([3], [3, 6], [])).toBeCloseTo(157.166666666667, 8);
    expect(estimate([], [3, 6], [3])).toBeCloseTo(157.166666666667, 8);
  });
});
