import { type BcaInterval, bcaInterval } from './bca-interval.ts';
import type { CaptureTable } from './capture-table.ts';
import { type Jackknife, jackknife } from './jackknife.ts';
import { type Procedure, replicateEstimator } from './replicate-estimator.ts';

export interface BootstrapOptions {
  /** Default 1,000. */
  readonly replicates?: number;
  /** Whole number, default 1. */
  readonly seed?: number;
  /** Nominal coverage, default 0.95. */
  readonly level?: number;
  /** Default stepwise with threshold 0.02. */
  readonly procedure?: Procedure;
}

/** A bootstrap with its parts, so that anyone can check the interval. */
export interface BootstrapResult extends BcaInterval {
  readonly estimate: number;
  /** In the order of their index; Infinity where the resampled table had no finite total. */
  readonly replicates: Float64Array;
  readonly infiniteReplicates: number;
  /** Replicates on which the iteration did not settle; left out of the interval. */
  readonly failedReplicates: number;
  readonly jackknife: Jackknife;
  /** Relative Monte Carlo standard error of the limits (from ten batches), null under 200 replicates or if infinite. */
  readonly monteCarloError: { readonly low: number | null; readonly high: number | null };
  readonly seed: number;
}

/** The interval from replicates computed elsewhere (`bootstrapReplicates`, in any division over workers). */
export function bcaFromReplicates(
  table: CaptureTable,
  replicates: Float64Array,
  options: BootstrapOptions & { readonly procedure: Procedure; readonly seed: number },
): BootstrapResult {
  const { level = 0.95, procedure, seed } = options;
  if (!(level > 0 && level < 1)) throw new RangeError('a level lies between 0 and 1');
  const estimate = replicateEstimator(table.lists.length, procedure)(table.counts);
  const left = jackknife(table, procedure);
  const sorted = replicates.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) throw new RangeError('no replicate has an estimate');
  return {
    ...bcaInterval(sorted, estimate, left.acceleration, level),
    estimate,
    replicates,
    infiniteReplicates: sorted.filter((value) => value === Number.POSITIVE_INFINITY).length,
    failedReplicates: replicates.length - sorted.length,
    jackknife: left,
    monteCarloError: monteCarloError(replicates, estimate, left.acceleration, level),
    seed,
  };
}

const BATCHES = 10;

/** Spread of the limits over ten batches, as a share of their mean and brought back to the full number. */
function monteCarloError(replicates: Float64Array, estimate: number, acceleration: number, level: number) {
  if (replicates.length < 200) return { low: null, high: null };
  const size = Math.floor(replicates.length / BATCHES);
  const batches = Array.from({ length: BATCHES }, (_, batch) => {
    const values = replicates.slice(batch * size, (batch + 1) * size).filter((value) => !Number.isNaN(value));
    return values.length > 0 ? bcaInterval(values.sort(), estimate, acceleration, level).interval : null;
  });
  const relative = (limits: readonly (number | null | undefined)[]): number | null => {
    const numbers = limits.filter((limit) => typeof limit === 'number');
    if (numbers.length < BATCHES) return null;
    const mean = numbers.reduce((sum, value) => sum + value, 0) / BATCHES;
    const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (BATCHES - 1);
    return Math.sqrt(variance / BATCHES) / mean;
  };
  return {
    low: relative(batches.map((interval) => interval?.low)),
    high: relative(batches.map((interval) => interval?.high)),
  };
}
