import type { EstimateStatus, Interval } from './estimate-status.ts';
import { normalDistribution } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import { quantileType8 } from './quantile-type-8.ts';

/** Values that differ by less than this, relatively, count as equal: rounding must not decide a rank. */
export const TIE_TOLERANCE = 1e-9;

export interface BcaInterval {
  readonly status: Extract<EstimateStatus, 'ok' | 'bca-undefined' | 'unbounded'>;
  readonly interval: Interval;
  /** Median bias z₀ = Φ⁻¹(share of replicates below the estimate). */
  readonly bias: number;
  readonly acceleration: number;
}

/**
 * Median bias of bootstrap replicates: z₀ = Φ⁻¹((#below + ½ #equal) / B), equal meaning within 1e-9 relatively.
 *
 * ±Infinity when all replicates lie on one side.
 */
export function bcaBias(replicates: ArrayLike<number>, estimate: number): number {
  let below = 0;
  const tolerance = TIE_TOLERANCE * Math.abs(estimate);
  for (let i = 0; i < replicates.length; i++) {
    const difference = replicates[i]! - estimate;
    if (Math.abs(difference) <= tolerance) below += 0.5;
    else if (difference < 0) below += 1;
  }
  return normalQuantile(below / replicates.length);
}

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

/**
 * Bias-corrected and accelerated bootstrap interval (BCa), or the percentile interval where BCa is not defined.
 *
 * `sorted` are the replicates in ascending order, infinite ones last. Source: Efron (1987), JASA 82(397), 171–185;
 * DiCiccio & Efron (1996), Stat. Sci. 11(3), 189–228.
 */
export function bcaInterval(
  sorted: ArrayLike<number>,
  estimate: number,
  acceleration: number,
  level: number,
): BcaInterval {
  const tail = (1 - level) / 2;
  const bias = bcaBias(sorted, estimate);
  const low = bcaLimit(sorted, bias, acceleration, tail);
  const high = bcaLimit(sorted, bias, acceleration, 1 - tail);
  if (Number.isNaN(low) || Number.isNaN(high)) {
    const interval = bounded(level, 'percentile', quantileType8(sorted, tail), quantileType8(sorted, 1 - tail));
    return { status: 'bca-undefined', interval, bias, acceleration };
  }
  const interval = bounded(level, 'bca', low, high);
  return { status: interval.low === null || interval.high === null ? 'unbounded' : 'ok', interval, bias, acceleration };
}

function bounded(level: number, kind: Interval['kind'], low: number, high: number): Interval {
  return { level, kind, low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}
