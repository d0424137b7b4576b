import { normalDistribution } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import { quantileType8 } from './quantile-type-8.ts';

/**
 * One limit of a BCa interval: the type-8 quantile of the sorted replicates at Φ(z₀ + (z₀ + z_q) / (1 − a (z₀ + z_q))).
 *
 * NaN when z₀ or a is not finite or the denominator is not positive; Infinity when it runs into infinite replicates.
 */
export function bcaLimit(sorted: ArrayLike<number>, bias: number, acceleration: number, q: number): number {
  const shifted = bias + normalQuantile(q);
  const denominator = 1 - acceleration * shifted;
  if (!Number.isFinite(shifted) || !(denominator > 0)) return Number.NaN;
  return quantileType8(sorted, normalDistribution(bias + shifted / denominator));
}
