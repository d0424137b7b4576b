import { countHierarchicalModels } from './count-hierarchical-models.ts';
import { hierarchicalModels, type Interactions } from './hierarchical-models.ts';
import type { ModelScorer } from './model-scorer.ts';

/** A fitted model with what it says and how it scores. */
export interface ScoredModel {
  readonly interactions: Interactions;
  readonly estimate: number;
  readonly aic: number;
  readonly bic: number;
}

export type Criterion = 'bic' | 'aic';

/** The outcome of an exhaustive search. */
export interface Ranking {
  /** Best first, at most `keep`. Models with equal criterion: the simpler, then the earlier one first. */
  readonly best: readonly ScoredModel[];
  readonly considered: number;
  /** Models without an estimate, left out. */
  readonly excluded: number;
  /** Models on which the iteration did not converge, left out. */
  readonly diverged: number;
}

/**
 * Fits every hierarchical model up to an order to the table in `scorer` and ranks them.
 *
 * Neighbours in the walk differ by little, so each fit starts close to its solution: all 32,768 pairwise models of six
 * lists take a fraction of a second.
 *
 * @throws RangeError when there are more than 200,000 models (seven lists, or six with triples).
 */
export function rankModels(scorer: ModelScorer, maxOrder: number, criterion: Criterion, keep: number): Ranking {
  const { lists } = scorer.fitter;
  if (countHierarchicalModels(lists, maxOrder) === Number.POSITIVE_INFINITY) {
    throw new RangeError('too many models for an exhaustive search');
  }
  const all: ScoredModel[] = [];
  let bar = Number.POSITIVE_INFINITY;
  let considered = 0;
  let excluded = 0;
  let diverged = 0;
  for (const interactions of hierarchicalModels(lists, maxOrder)) {
    considered++;
    const end = scorer.score(interactions);
    if (end === 'excluded') excluded++;
    else if (end === 'diverged') diverged++;
    else if (scorer[criterion] <= bar) {
      all.push({ interactions, estimate: scorer.estimate, aic: scorer.aic, bic: scorer.bic });
      if (all.length >= 4 * keep + 1000) {
        bar = prune(all, criterion, keep);
      }
    }
  }
  prune(all, criterion, keep);
  return { best: all, considered, excluded, diverged };
}

/** Sorts, cuts to `keep` and returns the worst criterion kept. */
function prune(all: ScoredModel[], criterion: Criterion, keep: number): number {
  all.sort((a, b) => {
    const difference = a[criterion] - b[criterion];
    const tied = Math.abs(difference) <= 1e-9 * Math.abs(a[criterion]);
    return tied ? a.interactions.length - b.interactions.length : difference;
  });
  if (all.length > keep) all.length = keep;
  return all.length < keep ? Number.POSITIVE_INFINITY : all[all.length - 1]![criterion];
}
