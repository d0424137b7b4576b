import { bcaBias } from './bca-bias.ts';
import { bcaLimit } from './bca-limit.ts';
import type { EstimateStatus, Interval } from './estimate-status.ts';
import { quantileType8 } from './quantile-type-8.ts';

export interface BcaInterval {
  readonly status: Extract<EstimateStatus, 'ok' | 'bca-undefined' | 'unbounded'>;
  readonly interval: Interval;
  /** Median bias z₀ = Φ⁻¹(share of replicates below the estimate). */
  readonly bias: number;
  readonly acceleration: number;
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
