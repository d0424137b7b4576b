import { describe, expect, it } from 'vitest';
import { logGamma } from './decomposable-log-gamma.ts';

describe('logGamma', () => {
  it('equals the log of factorials', () => {
    let logFactorial = 0;
    for (let n = 1; n <= 170; n++) {
      logFactorial += Math.log(n);
      expect(Math.abs(logGamma(n + 1) - logFactorial)).toBeLessThanOrEqual(1e-13 * Math.max(1, logFactorial));
    }
  });

  it('equals log √π at one half and -log x near zero', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(logGamma(1e-9)).toBeCloseTo(-Math.log(1e-9), 8);
  });

  it('obeys Γ(x + 1) = x Γ(x) on both sides of the join', () => {
    for (const x of [0.03125, 8.9, 9.5, 10, 10.3, 4321.5])
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 10);
  });

  it('has no value at zero or below', () => expect(logGamma(0)).toBeNaN());
});
