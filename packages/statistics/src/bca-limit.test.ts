import { expect, it } from 'vitest';
import { bcaLimit } from './bca-limit.ts';
import { quantileType8 } from './quantile-type-8.ts';

const sorted = Array.from({ length: 99 }, (_, i) => i + 1);

it('is the percentile without bias and acceleration', () => {
  expect(bcaLimit(sorted, 0, 0, 0.9)).toBeCloseTo(quantileType8(sorted, 0.9), 10);
});

it('moves up with a positive bias', () => {
  expect(bcaLimit(sorted, 0.3, 0, 0.5)).toBeGreaterThan(bcaLimit(sorted, 0, 0, 0.5));
});

it('is NaN where it is not defined', () => {
  expect(bcaLimit(sorted, Number.POSITIVE_INFINITY, 0, 0.5)).toBeNaN();
  expect(bcaLimit(sorted, 0, Number.NaN, 0.5)).toBeNaN();
  expect(bcaLimit(sorted, 0, 0.6, 0.975)).toBeNaN();
});
