import type { CaptureTable } from './capture-table.ts';
import { fitInteractions } from './fit.ts';
import { interactionsOf, type ModelInput } from './model-input.ts';
import { splitTerms } from './split-terms.ts';
import { subsetProducts } from './subset-products.ts';
import { supersetSums } from './superset-sums.ts';
import { termMask, termNames } from './term-names.ts';
import { order } from './term-order.ts';

/** How surprising it is that two lists share nobody. */
export interface EmptyOverlap {
  readonly pair: readonly string[];
  /** exp(−lambda), lambda the overlap expected by the model without this pair; null when that model has no estimate. */
  readonly tail: number | null;
}

/**
 * For each pair in the model without a case in common: the Poisson probability that it would be empty by chance.
 *
 * A large one says that the pair at minus infinity is hardly needed. Where R fits a model without an estimate and still
 * prints a number, there is none here. Source: `poisspempty` of SparseMSE.
 */
export function emptyOverlapTails(table: CaptureTable, model: ModelInput): EmptyOverlap[] {
  const { lists, counts } = table;
  const interactions = interactionsOf(lists, model);
  const empty = splitTerms(table, interactions).emptyTerms.filter((term) => order(term) === 2);
  return empty.map((pair) => {
    const without = interactions.filter((term) => (term & pair) !== pair);
    const { coefficients } = fitInteractions(table, without);
    if (coefficients.length === 0) return { pair: termNames(lists, pair), tail: null };
    const means = new Float64Array(counts.length).fill(1);
    for (const { lists: names, value } of coefficients) means[termMask(lists, names)] = Math.exp(value);
    return { pair: termNames(lists, pair), tail: Math.exp(-supersetSums(subsetProducts(means))[pair]!) };
  });
}
