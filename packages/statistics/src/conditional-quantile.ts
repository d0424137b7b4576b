import { normalQuantile } from './normal-quantile.ts';

/** Limit q of the conditional interval: n + exp(alpha₀ + z_q √v), for alpha₀ the log of the dark cell, v its variance. */
export function conditionalQuantile(observed: number, logDark: number, variance: number, q: number): number {
  return observed + Math.exp(logDark + normalQuantile(q) * Math.sqrt(variance));
}
