import { expect, it } from 'vitest';
import { fit } from './fit.ts';
import { pairInfluence } from './pair-influence.ts';
import { publishedTable } from './testing/fixture.ts';

it('estimates without each pair of the model and with each it lacks', () => {
  const table = publishedTable('Korea');
  const found = pairInfluence(table, [['b', 'c']]);
  expect(found.map(({ pair, isInModel }) => [...pair, isInModel])).toEqual([
    ['b', 'c', true],
    ['b', 'd', false],
    ['c', 'd', false],
  ]);
  expect(found[0]!.estimate).toBe(fit(table, 'main').estimate);
  expect(found[2]!.estimate).toBeCloseTo(157.166666666667, 8);
});

it('leaves pairs alone that a larger interaction needs', () => {
  const found = pairInfluence(publishedTable('Kosovo'), [['EXH', 'ABA', 'OSCE']]);
  expect(found.map(({ pair }) => pair.join())).toEqual(['EXH,HRW', 'ABA,HRW', 'OSCE,HRW']);
});
