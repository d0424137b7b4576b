import { normalQuantile } from './normal-quantile.ts';

/** Values that differ by less than this, relatively, count as equal: rounding must not decide a rank. */
export const TIE_TOLERANCE = 1e-9;

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
