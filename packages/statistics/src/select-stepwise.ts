import type { CaptureTable } from './capture-table.ts';
import { type Fit, type FitOptions, fitInteractions } from './fit.ts';
import { stepwiseScreen } from './stepwise-screen.ts';
import { StepwiseSearch } from './stepwise-search.ts';
import { termNames } from './term-names.ts';

/** A pair of lists that entered the model. */
export interface StepwiseStep {
  readonly pair: readonly string[];
  /** The smaller Poisson tail of its overlap under the model before it entered; null when all pairs were asked for. */
  readonly tail: number | null;
}

export interface StepwiseSelection extends Fit {
  readonly threshold: number;
  /** In the order in which they entered. */
  readonly path: readonly StepwiseStep[];
}

export interface StepwiseOptions extends FitOptions {
  /** Default 0.02. 0 keeps the model without interactions; 1 takes all pairs if that model has an estimate. */
  readonly threshold?: number;
}

/**
 * Chooses pairs of lists by SparseMSE's rule and fits the model.
 *
 * A pair enters when its observed overlap is improbably small or large under the present model: smaller one-sided Poisson
 * tail below the threshold, the least probable pair first, provided that the larger model has an estimate.
 * Source: Chan, Silverman & Vincent (2021), JASA 116(535), 1297–1306.
 *
 * @throws RangeError when the threshold lies outside 0 … 1.
 */
export function selectStepwise(table: CaptureTable, options: StepwiseOptions = {}): StepwiseSelection {
  const threshold = options.threshold ?? 0.02;
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError('a threshold lies between 0 and 1');
  const search = new StepwiseSearch(table.lists.length);
  search.run(table.counts, threshold, stepwiseScreen(threshold));
  const pairs = [...search.pairs.subarray(0, search.pairsLength)];
  const fitted = fitInteractions(table, pairs, options);
  return {
    ...fitted,
    model: pairs.map((pair) => termNames(table.lists, pair)),
    threshold,
    path: pairs.map((pair, index) => ({
      pair: termNames(table.lists, pair),
      tail: threshold === 1 && search.tails[index] === 0 ? null : search.tails[index]!,
    })),
  };
}
