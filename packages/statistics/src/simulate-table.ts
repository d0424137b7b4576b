import type { CaptureTable } from './capture-table.ts';
import { drawMultinomial } from './draw-multinomial.ts';
import type { RandomStream } from './random-stream.ts';

/** A population to draw from: its size, and how likely each history is, the history "on no list" included. */
export interface SimulationModel {
  readonly lists: readonly string[];
  /** Cases in all, a whole number. */
  readonly total: number;
  /** Weight per history, length 2^k; index 0 is "on no list". They need not add up to one. */
  readonly weights: Float64Array;
}

/**
 * One table as it might have been observed: `total` cases spread over the histories (multinomial), those on no list hidden.
 * A table without any case can come out; its `observed` is then 0.
 */
export function simulateTable({ lists, total, weights }: SimulationModel, random: RandomStream): CaptureTable {
  const counts = new Float64Array(weights.length);
  drawMultinomial(random, total, weights, [...weights.keys()], counts);
  const observed = total - counts[0]!;
  counts[0] = 0;
  return { lists, counts, observed };
}
