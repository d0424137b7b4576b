import { normalQuantile } from './normal-quantile.ts';

/**
 * The deviance below which a Poisson tail cannot lie under `threshold`: z² with Φ(−z) = threshold, 0 from one half on.
 */
export function stepwiseScreen(threshold: number): number {
  return threshold >= 0.5 || threshold <= 0 ? 0 : normalQuantile(threshold) ** 2 * (1 - 1e-9);
}
