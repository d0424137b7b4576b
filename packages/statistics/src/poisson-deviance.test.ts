import { expect, it } from 'vitest';
import { poissonDeviance } from './poisson-deviance.ts';

it('is x log(x/m) + m − x', () => {
  expect(poissonDeviance(0, 3)).toBe(3);
  expect(poissonDeviance(4, 4)).toBe(0);
  expect(poissonDeviance(10, 2)).toBeCloseTo(10 * Math.log(5) - 8, 12);
});

it('keeps relative accuracy where the terms cancel', () => {
  const x = 1e7;
  const difference = 3;
  const series = difference ** 2 / (2 * x) + difference ** 3 / (3 * x ** 2); // Taylor around x
  expect(poissonDeviance(x, x - difference) / series).toBeCloseTo(1, 9);
});
