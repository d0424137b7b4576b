import type { CaptureTable } from './capture-table.ts';
import type { Interval } from './estimate-status.ts';
import { fitInteractions } from './fit.ts';
import { logGamma } from './log-gamma.ts';
import { LogLinearFitter } from './log-linear-fitter.ts';
import { interactionsOf, type ModelInput } from './model-input.ts';
import { normalQuantile } from './normal-quantile.ts';

/** The multinomial profile-likelihood estimate; its point differs slightly from the Poisson one. */
export interface ProfileEstimate {
  readonly estimate: number;
  readonly interval: Interval;
}

/** Beyond this many times the observed cases a limit counts as infinite. */
const FAR = 1e9;

/**
 * Profile-likelihood interval for the total, given the model, as `closedpCI.t` of Rcapture computes it.
 *
 * For every N the model is fitted to the table completed with N − n cases on no list; the multinomial log-likelihood of N,
 * with Stirling's formula for N! and (N − n)!, is maximal at the estimate, and the interval holds the N whose
 * log-likelihood lies within χ²₁(level)/2 of it. Null when the model has no estimate. Like every interval that takes the
 * model as given it is too narrow after a selection.
 * Source: Cormack (1992), Biometrics 48(2), 567–576; Rivest & Baillargeon (2007), Biometrics 63(3), 999–1006.
 */
export function profileInterval(table: CaptureTable, model: ModelInput, level = 0.95): ProfileEstimate | null {
  const interactions = interactionsOf(table.lists, model);
  const fitted = fitInteractions(table, interactions);
  if (fitted.estimate === null) return null;
  const { observed } = table;
  const fitter = new LogLinearFitter(table.lists.length);
  fitter.load(table.counts);
  fitter.startIndependent();
  fitter.evaluate();
  for (const term of interactions) {
    fitter.addTerm(term);
    fitter.evaluate();
  }
  const likelihood = (logDark: number): number => {
    const dark = Math.exp(logDark);
    fitter.complete(observed, dark);
    if (fitter.solve() !== 'converged') return Number.NEGATIVE_INFINITY;
    let sum = -fitter.sums[0]!;
    for (let i = 0; i < fitter.length; i++) {
      sum += fitter.margins[fitter.terms[i]!]! * fitter.alpha[fitter.terms[i]!]!;
    }
    return sum + 0.5 * Math.log(observed + dark) - logFactorial(dark);
  };
  const start = Math.log(Math.max(fitted.estimate - observed, 1e-3));
  const best = maximise(likelihood, start);
  const target = likelihood(best) - 0.5 * normalQuantile((1 + level) / 2) ** 2;
  const low = cross(likelihood, target, best, -1, Math.log(1e-6));
  const high = cross(likelihood, target, best, 1, Math.log(FAR * observed));
  return {
    estimate: observed + Math.exp(best),
    interval: {
      level,
      kind: 'profile',
      low: low === null ? observed : observed + Math.exp(low),
      high: high === null ? null : observed + Math.exp(high),
    },
  };
}

/** Stirling's log n! for n ≥ 1, as Rcapture uses it; below 1, where it breaks down, log Γ(n + 1) joined on smoothly. */
function logFactorial(n: number): number {
  const stirling = (x: number) => x * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI * x);
  return n >= 1 ? stirling(n) : logGamma(n + 1) + stirling(1);
}

/** Golden-section search around a start, widened until the maximum lies inside. */
function maximise(f: (x: number) => number, start: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let step = 0.5;
  let left = start - step;
  let right = start + step;
  const middle = f(start);
  while (f(left) > middle && left > Math.log(1e-6)) left -= step *= 2;
  step = 0.5;
  while (f(right) > middle && right < start + 60) right += step *= 2;
  while (right - left > 1e-9) {
    const a = right - ratio * (right - left);
    const b = left + ratio * (right - left);
    if (f(a) >= f(b)) right = b;
    else left = a;
  }
  return (left + right) / 2;
}

/** Where f falls to the target on one side of its maximum; null when it does not before the end. */
function cross(f: (x: number) => number, target: number, from: number, direction: 1 | -1, end: number): number | null {
  let inside = from;
  let step = 0.25;
  let outside = from + direction * step;
  while (f(outside) > target) {
    if (direction * (outside - end) >= 0) return null;
    inside = outside;
    step *= 1.5;
    outside += direction * step;
  }
  for (let i = 0; i < 80 && Math.abs(outside - inside) > 1e-11; i++) {
    const middle = (inside + outside) / 2;
    if (f(middle) > target) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}
