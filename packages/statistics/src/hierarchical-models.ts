import { interactionsUpTo } from './interactions-up-to.ts';
import { boundary } from './term-boundary.ts';
import { order } from './term-order.ts';

/**
 * A hierarchical log-linear model, named by its interactions: bit masks of two or more lists. The empty set and every
 * single list always belong to it; with a term it contains all parts of that term.
 */
export type Interactions = readonly number[];

/**
 * Every hierarchical model with interactions up to an order, each exactly once, neighbours in the walk close together.
 *
 * 8 models for three lists and pairs, 113 for four lists and order 3, 6,893 for five lists and order 4, 32,768 for six
 * lists and pairs. The walk decides terms of the lowest order first, in reflected (Gray) order.
 */
export function* hierarchicalModels(lists: number, maxOrder: number): Generator<Interactions> {
  function* decide(chosen: readonly number[], size: number): Generator<Interactions> {
    if (size > Math.min(maxOrder, lists)) {
      yield chosen;
      return;
    }
    const present = new Set(chosen);
    const candidates = interactionsUpTo(lists, size).filter(
      (term) => order(term) === size && boundary(term).every((part) => present.has(part)),
    );
    if (candidates.length === 0) {
      yield chosen;
      return;
    }
    for (let i = 0; i < 2 ** candidates.length; i++) {
      const gray = i ^ (i >>> 1);
      yield* decide([...chosen, ...candidates.filter((_, index) => gray & (1 << index))], size + 1);
    }
  }
  yield* decide([], 2);
}
