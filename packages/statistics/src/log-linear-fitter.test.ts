import { describe, expect, it } from 'vitest';
import { LogLinearFitter } from './log-linear-fitter.ts';

/** Three lists, all eight terms but the triple: closed form n₀ = n_A n_B n_C n_ABC / (n_AB n_AC n_BC). */
const SPINA = Float64Array.of(0, 60, 49, 4, 247, 112, 142, 12);

function fitted(counts: Float64Array, terms: readonly number[]) {
  const fitter = new LogLinearFitter(Math.log2(counts.length));
  fitter.load(counts);
  expect(fitter.startIndependent()).toBe('converged');
  fitter.evaluate();
  for (const term of terms) {
    fitter.addTerm(term);
    fitter.evaluate();
  }
  return { fitter, end: fitter.solve() };
}

describe('LogLinearFitter', () => {
  it('has the closed form of three lists and all pairs', () => {
    const { fitter, end } = fitted(SPINA, [3, 5, 6]);
    expect(end).toBe('converged');
    expect(fitter.dark).toBeCloseTo((60 * 49 * 247 * 12) / (4 * 112 * 142), 9);
  });

  it('reproduces the margin of every term in the model', () => {
    const { fitter } = fitted(SPINA, [3, 6]);
    for (const term of [0, 1, 2, 4, 3, 6]) {
      expect(Math.abs(fitter.sums[term]! / fitter.margins[term]! - 1)).toBeLessThan(1e-9);
    }
    expect(Math.abs(fitter.sums[5]! / fitter.margins[5]! - 1)).toBeGreaterThan(1e-4);
  });

  it('takes a term without cases to minus infinity, with its cells', () => {
    const { fitter, end } = fitted(Float64Array.of(0, 30, 20, 0, 25, 6, 7, 0), [3]);
    expect(end).toBe('converged');
    expect([...fitter.emptyTerms.subarray(0, fitter.emptyLength)]).toEqual([3]);
    expect(fitter.sums[3]).toBe(0);
  });

  it('comes back to the independent solution when a term is removed', () => {
    const { fitter } = fitted(SPINA, [3]);
    fitter.removeTerm(3);
    fitter.solve();
    const dark = fitter.dark;
    expect(fitted(SPINA, []).fitter.dark / dark).toBeCloseTo(1, 10);
  });

  it('tells the variance of the log of the dark cell, here that of two independent lists', () => {
    const { fitter } = fitted(Float64Array.of(0, 30, 40, 10), []);
    expect(fitter.darkVariance()).toBeCloseTo(1 / 30 + 1 / 40 + 1 / 10, 10);
  });

  it('says so when the information is singular', () => {
    const { end } = fitted(Float64Array.of(0, 30, 40, 10), [3]);
    expect(end).toBe('diverged');
  });

  it('says infinite and saturated where independence has no solution', () => {
    const fitter = new LogLinearFitter(2);
    fitter.load(Float64Array.of(0, 3, 4, 0));
    expect(fitter.startIndependent()).toBe('infinite');
    fitter.load(Float64Array.of(0, 3, 0, 4));
    expect(fitter.startIndependent()).toBe('saturated');
  });

  it('fits a completed table, whose dark cell counts as observed', () => {
    const { fitter } = fitted(SPINA, [3, 5, 6]);
    const dark = fitter.dark;
    fitter.complete(626, dark);
    expect(fitter.solve()).toBe('converged');
    expect(fitter.dark).toBeCloseTo(dark, 8);
  });
});
