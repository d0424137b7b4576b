import { expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';

it.each([
  [0.5, 0.5 * Math.log(Math.PI)],
  [1, 0],
  [2, 0],
  [5, Math.log(24)],
  [11, Math.log(3628800)],
  [100.5, 361.4355404677],
  [1e7, 151180949.3694],
])('log Γ(%d) = %d', (x, expected) => {
  expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)));
});

it('satisfies Γ(x + 1) = x Γ(x) across the switch at 15', () => {
  for (const x of [0.1, 1.5, 13.9, 14.5, 15.2, 400.25]) {
    expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-12 * Math.max(1, logGamma(x + 1)));
  }
});

it('is NaN where the function has no logarithm', () => {
  expect(logGamma(0)).toBeNaN();
  expect(logGamma(-1.5)).toBeNaN();
});
