import { interactionsUpTo } from './interactions-up-to.ts';

/** Adds the missing parts of every term; sorted by order, then by lists. */
export function closure(lists: number, terms: Iterable<number>): number[] {
  const given = [...terms];
  return interactionsUpTo(lists, lists).filter((part) => given.some((term) => (term & part) === part));
}
