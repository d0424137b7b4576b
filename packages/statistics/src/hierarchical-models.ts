/**
 * A hierarchical log-linear model, named by its interactions: bit masks of two or more lists. The empty set and every
 * single list always belong to it; with a term it contains all parts of that term.
 */
export type Interactions = readonly number[];

/** Number of lists in a term. */
export function order(term: number): number {
  let bits = 0;
  for (let rest = term; rest; rest &= rest - 1) bits++;
  return bits;
}

/** All terms of two or more lists up to an order, pairs first; within an order by list: 12, 13, …, 1k, 23, … */
export function interactionsUpTo(lists: number, maxOrder: number): number[] {
  const terms: number[] = [];
  const extend = (term: number, from: number, left: number): void => {
    if (left === 0) {
      terms.push(term);
      return;
    }
    for (let list = from; list <= lists - left; list++) extend(term | (1 << list), list + 1, left - 1);
  };
  for (let size = 2; size <= Math.min(maxOrder, lists); size++) extend(0, 0, size);
  return terms;
}

/** Terms one smaller than `term`: what must be in a model before `term` may be. */
export function boundary(term: number): number[] {
  const parts: number[] = [];
  for (let bit = 1; bit <= term; bit <<= 1) if (term & bit && order(term ^ bit) >= 2) parts.push(term ^ bit);
  return parts;
}

/** Adds the missing parts of every term; sorted by order, then by lists. */
export function closure(lists: number, terms: Iterable<number>): number[] {
  const given = [...terms];
  return interactionsUpTo(lists, lists).filter((part) => given.some((term) => (term & part) === part));
}

/** The terms that are not part of another one; single lists are left out. */
export function maximalTerms(model: Interactions): number[] {
  return model.filter((term) => !model.some((other) => other !== term && (other & term) === term));
}

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

/** How many models `hierarchicalModels` would walk, counted up to a limit (Infinity beyond it). */
export function countHierarchicalModels(lists: number, maxOrder: number, limit = 200_000): number {
  const pairs = (lists * (lists - 1)) / 2;
  if (maxOrder <= 1) return 1;
  if (lists >= 6 && maxOrder >= 3) return Number.POSITIVE_INFINITY;
  if (2 ** pairs > limit) return Number.POSITIVE_INFINITY;
  if (Math.min(maxOrder, lists) === 2) return 2 ** pairs;
  let count = 0;
  for (const _ of hierarchicalModels(lists, maxOrder)) {
    if (++count > limit) return Number.POSITIVE_INFINITY;
  }
  return count;
}
