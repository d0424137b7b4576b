import { interactionsUpTo } from './interactions-up-to.ts';
import { closure } from './model-closure.ts';
import { type TermNames, termMask } from './term-names.ts';

/** A hierarchical model: no interactions, all pairs, or generators by list names (parts are added by themselves). */
export type ModelInput = 'main' | 'all-pairs' | readonly TermNames[];

/** The interactions of a model as bit masks, parts included, by order and then by list. */
export function interactionsOf(lists: readonly string[], model: ModelInput): number[] {
  if (model === 'main') return [];
  if (model === 'all-pairs') return interactionsUpTo(lists.length, 2);
  return closure(
    lists.length,
    model.map((names) => termMask(lists, names)),
  );
}
