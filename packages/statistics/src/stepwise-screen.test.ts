import { expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { stepwiseScreen } from './stepwise-screen.ts';

it('is just under z², and 0 where the threshold excludes nothing', () => {
  expect(stepwiseScreen(0.02)).toBeLessThan(normalQuantile(0.02) ** 2);
  expect(stepwiseScreen(0.02)).toBeCloseTo(normalQuantile(0.02) ** 2, 6);
  expect([stepwiseScreen(0), stepwiseScreen(0.5), stepwiseScreen(1)]).toEqual([0, 0, 0]);
});
