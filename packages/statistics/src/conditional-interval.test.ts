import { expect, it } from 'vitest';
import { conditionalInterval } from './conditional-interval.ts';

it('lies around the estimate, symmetric in the logarithm of the dark cell', () => {
  const { low, high, kind, level } = conditionalInterval(80, Math.log(120), 0.16, 0.9);
  expect({ kind, level }).toEqual({ kind: 'conditional', level: 0.9 });
  expect((low! - 80) * (high! - 80)).toBeCloseTo(120 ** 2, 6);
});
