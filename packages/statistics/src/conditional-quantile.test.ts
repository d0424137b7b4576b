import { expect, it } from 'vitest';
import { conditionalQuantile } from './conditional-quantile.ts';

it('is n + exp(alpha + z √v)', () => {
  expect(conditionalQuantile(80, Math.log(120), 0.16, 0.5)).toBeCloseTo(200, 10);
  expect(conditionalQuantile(80, Math.log(120), 0.16, 0.975)).toBeCloseTo(
    80 + 120 * Math.exp(0.4 * 1.959963984540054),
    9,
  );
});
