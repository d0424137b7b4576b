import { expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';
import { stirlingError } from './stirling-error.ts';

it('is what Stirling leaves of log n!, by table up to 15 and by series beyond', () => {
  for (const n of [1, 2, 7, 15, 16, 17, 100]) {
    const direct = logGamma(n + 1) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n);
    expect(Math.abs(stirlingError(n) - direct)).toBeLessThan(1e-13);
  }
  expect(stirlingError(1e7)).toBeCloseTo(1 / 12e7, 20);
});
