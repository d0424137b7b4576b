import { expect, it } from 'vitest';
import { ModelScorer } from './model-scorer.ts';
import { publishedTable } from './testing/fixture.ts';
import { walkDownhill } from './walk-downhill.ts';

it('can end in a local minimum, and elsewhere from another start', () => {
  const table = publishedTable('UKdat_5');
  const scorer = new ModelScorer(5);
  scorer.load(table.counts);
  const fromNothing = walkDownhill(scorer, [], 2, 'bic').best!;
  const fromGlobal = walkDownhill(scorer, [3, 5, 6, 18, 12], 2, 'bic').best!;
  expect(fromNothing.bic).toBeCloseTo(197.495, 3);
  expect(fromGlobal.bic).toBeCloseTo(196.54, 2);
});

it('has no end when its start has no estimate', () => {
  const scorer = new ModelScorer(3);
  scorer.load(publishedTable('Korea').counts);
  expect(walkDownhill(scorer, [3, 5, 6], 2, 'bic')).toEqual({ best: null, considered: 1 });
});
