import type { CaptureTable } from './capture-table.ts';
import type { EstimateStatus } from './estimate-status.ts';
import { fitInteractions } from './fit.ts';
import { interactionsUpTo } from './interactions-up-to.ts';
import { interactionsOf, type ModelInput } from './model-input.ts';
import { termNames } from './term-names.ts';

/** What the total would be with one pair of lists more, or one less. */
export interface PairInfluence {
  readonly pair: readonly string[];
  /** Whether the pair is in the model; if so the estimate is the one without it. */
  readonly isInModel: boolean;
  readonly status: EstimateStatus;
  readonly estimate: number | null;
}

/**
 * Fits the neighbours of a model: once without each of its pairs, once with each pair it lacks.
 *
 * Shows which pairs drive the total. Pairs that are part of a larger interaction of the model are left out: without them
 * it would not be a hierarchical model.
 */
export function pairInfluence(table: CaptureTable, model: ModelInput): PairInfluence[] {
  const interactions = interactionsOf(table.lists, model);
  return interactionsUpTo(table.lists.length, 2)
    .filter((pair) => !interactions.some((term) => term !== pair && (term & pair) === pair))
    .map((pair) => {
      const isInModel = interactions.includes(pair);
      const neighbour = isInModel ? interactions.filter((term) => term !== pair) : [...interactions, pair];
      const { status, estimate } = fitInteractions(table, neighbour);
      return { pair: termNames(table.lists, pair), isInModel, status, estimate };
    });
}
