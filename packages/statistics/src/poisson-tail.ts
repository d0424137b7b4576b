import { poissonDeviance } from './poisson-deviance.ts';
import { stirlingError } from './stirling-error.ts';

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * The smaller tail of a Poisson count: min(P(X ≤ x), P(X ≥ x)) for X ~ Poisson(mean), x a whole number ≥ 0, mean ≥ 0.
 *
 * One-sided and not doubled; both tails contain x itself, so the two sum to 1 + P(X = x). Relative accuracy about 1e-13
 * down to 1e-300; below some 1e-323 the result is exactly 0, as in R's `ppois`. Returns 1 when the mean is 0 and x is 0.
 * Method: Loader's saddle-point form of P(X = x), times the all-positive series of probability ratios away from x.
 */
export function poissonTail(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  const logProbability =
    x === 0 ? -mean : -stirlingError(x) - poissonDeviance(x, mean) - 0.5 * (LOG_TWO_PI + Math.log(x));
  let ratio = 1;
  let sum = 1;
  if (x < mean) {
    for (let i = x; i > 0; i--) {
      ratio *= i / mean;
      sum += ratio;
      if (ratio < 1e-17 * sum) break;
    }
  } else {
    for (let i = x + 1; ; i++) {
      ratio *= mean / i;
      sum += ratio;
      if (ratio < 1e-17 * sum) break;
    }
  }
  const tail = Math.exp(logProbability + Math.log(sum));
  if (tail < 0.25) return tail;
  return Math.min(tail, 1 + Math.exp(logProbability) - tail);
}
