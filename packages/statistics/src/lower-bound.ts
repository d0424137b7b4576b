import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Lower limit for the total when no case stands on two lists, so that the estimate is infinite.
 *
 * The multinomial profile log-likelihood of independent lists, log N! − log (N − n)! + Σ_j [n_j log(n_j/N) + (N − n_j)
 * log(1 − n_j/N)], then rises to a ceiling as N grows; the limit is the N that lies χ²₁(level)/2 below the ceiling.
 * `totals` are the n_j, which add up to n. Unit: cases.
 */
export function lowerBound(totals: readonly number[], level = 0.95): number {
  const onList = totals.filter((total) => total > 0);
  const observed = onList.reduce((sum, total) => sum + total, 0);
  const allowed = 0.5 * normalQuantile((1 + level) / 2) ** 2;
  let low = observed;
  let high = 2 * observed;
  while (belowCeiling(onList, observed, high) > allowed) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 200 && high - low > 1e-9 * high; i++) {
    const middle = (low + high) / 2;
    if (belowCeiling(onList, observed, middle) > allowed) low = middle;
    else high = middle;
  }
  return high;
}

/** How far the log-likelihood of `total` lies below its ceiling; n log N has been cancelled on paper, not in floats. */
function belowCeiling(totals: readonly number[], observed: number, total: number): number {
  const dark = total - observed;
  const stirling = (x: number) => 1 / (12 * x) - 1 / (360 * x ** 3);
  const arrangements =
    dark > 20
      ? stirling(total) - stirling(dark) - (dark + 0.5) * Math.log1p(-observed / total)
      : logGamma(total + 1) - logGamma(dark + 1) - observed * Math.log(total) + observed;
  const lists = totals.reduce(
    (sum, count) => sum + (total > count ? (total - count) * Math.log1p(-count / total) : 0),
    0,
  );
  return -(arrangements + lists);
}
