import type { CaptureTable } from './capture-table.ts';
import { drawMultinomial } from './draw-multinomial.ts';
import { RandomStream } from './random-stream.ts';
import { type Procedure, replicateEstimator } from './replicate-estimator.ts';

/**
 * Totals estimated from resampled tables `from` … `to` − 1 of a bootstrap.
 *
 * counts* ~ Multinomial(n, n_w/n) over the observed cells, and the whole procedure, selection included, on each. Replicate
 * b uses its own random stream (seed, b), and cells are drawn in an order that depends on the names of the lists only. So
 * the numbers depend neither on how the work is divided nor on the order of rows or columns.
 */
export function bootstrapReplicates(
  table: CaptureTable,
  procedure: Procedure,
  seed: number,
  from: number,
  to: number,
): Float64Array {
  const estimate = replicateEstimator(table.lists.length, procedure);
  const order = observedCells(table);
  const counts = new Float64Array(table.counts.length);
  const random = new RandomStream(seed);
  const totals = new Float64Array(to - from);
  for (let replicate = from; replicate < to; replicate++) {
    drawMultinomial(random.restart(seed, replicate), table.observed, table.counts, order, counts);
    totals[replicate - from] = estimate(counts);
  }
  return totals;
}

/** Cells with cases, ordered by the names of their lists in alphabetical order. */
function observedCells({ lists, counts }: CaptureTable): Int32Array {
  const ranks = lists.map((name) => lists.filter((other) => other < name).length);
  const rank = (cell: number) =>
    ranks.reduce((sum, position, list) => sum + (cell & (1 << list) ? 2 ** position : 0), 0);
  const cells = Array.from(counts.keys()).filter((cell) => counts[cell]! > 0);
  return Int32Array.from(cells.sort((a, b) => rank(a) - rank(b)));
}
