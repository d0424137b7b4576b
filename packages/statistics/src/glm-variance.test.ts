import { expect, it } from 'vitest';
import { glmVariance } from './glm-variance.ts';

it('is close to, and not exactly, the variance at convergence', () => {
  const variance = glmVariance(Float64Array.of(0, 30, 40, 10), [0, 1, 2], [1, 2, 3]);
  expect(variance).toBeCloseTo(1 / 30 + 1 / 40 + 1 / 10, 4);
});

it('is NaN when the system is singular', () => {
  expect(glmVariance(Float64Array.of(0, 30, 40, 10), [0, 1, 2, 3], [1, 2])).toBeNaN();
});
