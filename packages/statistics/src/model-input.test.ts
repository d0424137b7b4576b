import { expect, it } from 'vitest';
import { interactionsOf } from './model-input.ts';

it('understands none, all pairs, and generators by name', () => {
  const lists = ['A', 'B', 'C'];
  expect(interactionsOf(lists, 'main')).toEqual([]);
  expect(interactionsOf(lists, 'all-pairs')).toEqual([3, 5, 6]);
  expect(interactionsOf(lists, [['C', 'B', 'A']])).toEqual([3, 5, 6, 7]);
  expect(interactionsOf(lists, [['A'], ['B', 'C']])).toEqual([6]);
});
