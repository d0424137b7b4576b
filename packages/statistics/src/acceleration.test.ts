import { expect, it } from 'vitest';
import { acceleration } from './acceleration.ts';

it('is Σ w r³ / (6 (Σ w r²)^1.5)', () => {
  // mean 3, residuals 2, 1, -2 with weights 1, 2, 2: Σ w r² = 14, Σ w r³ = 8 + 2 - 16
  expect(acceleration([1, 2, 5], [1, 2, 2])).toBeCloseTo(-6 / (6 * 14 ** 1.5), 12);
});

it('is 0 when all estimates are equal and NaN when one is infinite', () => {
  expect(acceleration([7, 7 * (1 + 1e-15)], [1, 3])).toBe(0);
  expect(acceleration([7, Number.POSITIVE_INFINITY], [1, 3])).toBeNaN();
});
