import { expect, it } from 'vitest';
import { interactionsUpTo } from './interactions-up-to.ts';

it('lists pairs as 12, 13, 14, 23, 24, 34, then triples', () => {
  expect(interactionsUpTo(4, 3)).toEqual([3, 5, 9, 6, 10, 12, 7, 11, 13, 14]);
  expect(interactionsUpTo(3, 1)).toEqual([]);
});
