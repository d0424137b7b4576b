import { chainModels } from './chain-models.ts';
import { hasOverlap } from './has-overlap.ts';
import type { Interactions } from './hierarchical-models.ts';
import { ModelScorer } from './model-scorer.ts';
import type { Criterion } from './rank-models.ts';
import { stepwiseScreen } from './stepwise-screen.ts';
import { StepwiseSearch } from './stepwise-search.ts';

/** Enough to compare criteria to twelve digits; the winner is then fitted to the end. */
const RANKING_TOLERANCE = 1e-6;

/** How the number is computed anew on every resampled table. */
export type Procedure =
  | { readonly kind: 'stepwise'; readonly threshold: number }
  /** The best of these models on each table; with a single model the model is fixed. */
  | { readonly kind: 'best-of'; readonly models: readonly Interactions[]; readonly criterion: Criterion };

/**
 * A function from counts to the estimated total, selection included, that reuses its workspace.
 *
 * Infinity where no finite total exists (no overlap, or none of the models has an estimate); NaN when the iteration did
 * not converge.
 */
export function replicateEstimator(lists: number, procedure: Procedure): (counts: Float64Array) => number {
  if (procedure.kind === 'stepwise') {
    const search = new StepwiseSearch(lists);
    const screen = stepwiseScreen(procedure.threshold);
    return (counts) => {
      const end = search.run(counts, procedure.threshold, screen);
      if (end === 'infinite') return Number.POSITIVE_INFINITY;
      if (end === 'saturated') return search.fitter.observed;
      return end === 'converged' ? search.fitter.observed + search.fitter.dark : Number.NaN;
    };
  }
  const scorer = new ModelScorer(lists);
  const { models, criterion } = procedure;
  const route = chainModels(models);
  return (counts) => {
    if (!hasOverlap(counts)) return Number.POSITIVE_INFINITY;
    scorer.load(counts);
    if (scorer.fitter.startIndependent() === 'saturated') return scorer.fitter.observed;
    let best = -1;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const index of route) {
      if (scorer.score(models[index]!, RANKING_TOLERANCE) !== 'fitted') continue;
      const score = scorer[criterion];
      const isTied = Math.abs(score - bestScore) <= 1e-9 * Math.abs(score);
      if (isTied ? index < best : score < bestScore) {
        best = index;
        bestScore = score;
      }
    }
    if (best < 0 || scorer.score(models[best]!) !== 'fitted') return Number.POSITIVE_INFINITY;
    return scorer.estimate;
  };
}
