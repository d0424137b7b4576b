import type { CaptureTable } from './capture-table.ts';
import { countHierarchicalModels } from './count-hierarchical-models.ts';
import { defaultMaxOrder } from './default-max-order.ts';
import { type Fit, type FitOptions, fitInteractions } from './fit.ts';
import type { Interactions } from './hierarchical-models.ts';
import { interactionsUpTo } from './interactions-up-to.ts';
import { maximalTerms } from './maximal-terms.ts';
import { ModelScorer } from './model-scorer.ts';
import { RandomStream } from './random-stream.ts';
import { type Criterion, rankModels, type ScoredModel } from './rank-models.ts';
import { stepwiseScreen } from './stepwise-screen.ts';
import { StepwiseSearch } from './stepwise-search.ts';
import { termNames } from './term-names.ts';
import { walkDownhill } from './walk-downhill.ts';

export interface CriterionOptions extends FitOptions {
  /** Default `bic`. */
  readonly criterion?: Criterion;
  /** Largest interaction: default 3 up to four lists (2 for three), 3 at five, 2 from six on. */
  readonly maxOrder?: number;
  /** How many models `ranked` holds, default 100. */
  readonly keep?: number;
}

/** A model among the best, with what it would say. */
export interface RankedModel {
  readonly model: readonly (readonly string[])[];
  readonly interactions: Interactions;
  readonly estimate: number;
  readonly aic: number;
  readonly bic: number;
}

export interface CriterionSelection extends Fit {
  readonly criterion: Criterion;
  readonly maxOrder: number;
  /** `downhill` means: from several starts, possibly a local minimum. */
  readonly search: 'exhaustive' | 'downhill';
  readonly considered: number;
  readonly excluded: number;
  readonly diverged: number;
  /** Best first; the spread of their estimates is the uncertainty that one chosen model hides. */
  readonly ranked: readonly RankedModel[];
}

/**
 * Chooses the hierarchical model with the lowest BIC (or AIC) and fits it.
 *
 * Every model up to the order is fitted as long as there are at most 200,000 of them: 8 for three lists, 113 for four,
 * 6,212 or 6,893 for five (order 3 or 4), 32,768 for the pairs of six. Beyond that it walks downhill from several starts.
 * Models without an estimate are left out.
 *
 * @throws RangeError when the order is not a whole number from 1 to k − 1.
 */
export function selectBic(table: CaptureTable, options: CriterionOptions = {}): CriterionSelection {
  const { lists, counts } = table;
  const k = lists.length;
  const criterion = options.criterion ?? 'bic';
  const keep = options.keep ?? 100;
  const maxOrder = options.maxOrder ?? defaultMaxOrder(k);
  if (!Number.isInteger(maxOrder) || maxOrder < 1 || maxOrder > Math.max(k - 1, 1)) {
    throw new RangeError(`the largest order lies between 1 and ${Math.max(k - 1, 1)}`);
  }
  const scorer = new ModelScorer(k);
  scorer.load(counts);
  const exhaustive = countHierarchicalModels(k, maxOrder) < Number.POSITIVE_INFINITY;
  const found = exhaustive
    ? rankModels(scorer, maxOrder, criterion, keep)
    : walkFromSeveralStarts(scorer, counts, maxOrder, criterion, keep);
  const best = found.best[0];
  const fitted = fitInteractions(table, best?.interactions ?? [], options);
  return {
    ...fitted,
    criterion,
    maxOrder,
    search: exhaustive ? 'exhaustive' : 'downhill',
    considered: found.considered,
    excluded: found.excluded,
    diverged: found.diverged,
    ranked: found.best.map(({ interactions, estimate, aic, bic }) => ({
      model: maximalTerms(interactions).map((term) => termNames(lists, term)),
      interactions,
      estimate,
      aic,
      bic,
    })),
  };
}

/** Starts: no interactions, the stepwise model, all pairs, and eight random sets of pairs from a fixed seed. */
function walkFromSeveralStarts(
  scorer: ModelScorer,
  counts: Float64Array,
  maxOrder: number,
  criterion: Criterion,
  keep: number,
) {
  const { lists } = scorer.fitter;
  const pairs = interactionsUpTo(lists, Math.min(2, maxOrder));
  const stepwise = new StepwiseSearch(lists);
  stepwise.run(counts, 0.02, stepwiseScreen(0.02));
  const starts: Interactions[] = [[], [...stepwise.pairs.subarray(0, stepwise.pairsLength)], pairs];
  for (let index = 0; index < 8; index++) {
    const random = new RandomStream(0, index);
    starts.push(pairs.filter(() => random.uniform() < 0.25));
  }
  const seen = new Map<string, ScoredModel | null>();
  for (const start of starts) walkDownhill(scorer, start, maxOrder, criterion, seen);
  const scored = [...seen.values()].filter((model) => model !== null);
  scored.sort((a, b) => a[criterion] - b[criterion]);
  return { best: scored.slice(0, keep), considered: seen.size, excluded: seen.size - scored.length, diverged: 0 };
}
