import { expect, it } from 'vitest';
import { bcaBias } from './bca-bias.ts';
import { normalQuantile } from './normal-quantile.ts';

it('counts replicates below the estimate, ties up to rounding one half', () => {
  expect(bcaBias([1, 2, 3, 4], 2.5)).toBe(0);
  expect(bcaBias([1, 2, 2 * (1 + 1e-12), 4], 2)).toBeCloseTo(normalQuantile(0.5), 12);
  expect(bcaBias([1, 1, 1, 4], 2)).toBeCloseTo(normalQuantile(0.75), 12);
});

it('is infinite when all replicates lie on one side', () => {
  expect(bcaBias([1, 2], 3)).toBe(Number.POSITIVE_INFINITY);
  expect(bcaBias([4, Number.POSITIVE_INFINITY], 3)).toBe(Number.NEGATIVE_INFINITY);
});
