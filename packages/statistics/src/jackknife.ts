import { acceleration } from './acceleration.ts';
import type { CaptureTable } from './capture-table.ts';
import { type Procedure, replicateEstimator } from './replicate-estimator.ts';

/** The estimate with one case left out, once per kind of case. */
export interface Jackknife {
  /** Observed cells in the order of their histories. */
  readonly cells: readonly number[];
  readonly estimates: readonly number[];
  /** Cases in each cell: how often that estimate counts. */
  readonly weights: readonly number[];
  /** a, the acceleration of BCa; NaN when an estimate is infinite. 0 when all estimates are equal. */
  readonly acceleration: number;
}

/**
 * Leaves out one case at a time, the selection repeated.
 *
 * Cases with the same history give the same estimate, so there is one fit per observed cell, weighted by its cases.
 */
export function jackknife(table: CaptureTable, procedure: Procedure): Jackknife {
  const estimate = replicateEstimator(table.lists.length, procedure);
  const cells = Array.from(table.counts.keys()).filter((cell) => table.counts[cell]! > 0);
  const counts = table.counts.slice();
  const weights = cells.map((cell) => table.counts[cell]!);
  const estimates = cells.map((cell) => {
    counts[cell]! -= 1;
    const value = estimate(counts);
    counts[cell]! += 1;
    return value;
  });
  return { cells, estimates, weights, acceleration: acceleration(estimates, weights) };
}
