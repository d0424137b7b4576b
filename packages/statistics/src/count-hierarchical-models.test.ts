import { expect, it } from 'vitest';
import { countHierarchicalModels } from './count-hierarchical-models.ts';

it.each([
  [3, 2, 8],
  [4, 3, 113],
  [5, 4, 6893],
  [6, 2, 32768],
  [6, 1, 1],
  [6, 3, Number.POSITIVE_INFINITY],
  [7, 2, Number.POSITIVE_INFINITY],
  [10, 2, Number.POSITIVE_INFINITY],
])('%d lists, order %d: %d', (lists, maxOrder, expected) => {
  expect(countHierarchicalModels(lists, maxOrder)).toBe(expected);
});
