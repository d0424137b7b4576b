import { conditionalQuantile } from './conditional-quantile.ts';
import type { Interval } from './estimate-status.ts';

/**
 * Wald interval on the log scale of the dark cell, given the model.
 *
 * It ignores that the model was chosen by looking at the same table and is too narrow after a selection: show it only as
 * such. Source: `estimatepopulation.0` of SparseMSE.
 */
export function conditionalInterval(observed: number, logDark: number, variance: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    level,
    kind: 'conditional',
    low: conditionalQuantile(observed, logDark, variance, tail),
    high: conditionalQuantile(observed, logDark, variance, 1 - tail),
  };
}
