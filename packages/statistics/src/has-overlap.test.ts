import { expect, it } from 'vitest';
import { hasOverlap } from './has-overlap.ts';

it('sees a case on two lists', () => {
  expect(hasOverlap(Float64Array.of(0, 5, 3, 0))).toBe(false);
  expect(hasOverlap(Float64Array.of(0, 5, 3, 1))).toBe(true);
  expect(hasOverlap(Float64Array.of(0, 1, 1, 0, 9, 0, 0, 0))).toBe(false);
});
