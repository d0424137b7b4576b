import { expect, it } from 'vitest';
import { chainModels } from './chain-models.ts';

it('goes to the nearest model each time and visits all once', () => {
  expect(chainModels([[3], [5, 6, 9], [3, 5], [], [5, 6]])).toEqual([0, 2, 3, 4, 1]);
  expect(chainModels([])).toEqual([]);
});
