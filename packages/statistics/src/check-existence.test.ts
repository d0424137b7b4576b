import { expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { checkExistence } from './check-existence.ts';
import { publishedTable } from './testing/fixture.ts';

it('speaks in names of lists', () => {
  const table = captureTable(
    ['A', 'B', 'C'],
    [
      [1, 10],
      [2, 20],
      [4, 30],
      [3, 2],
    ],
  );
  expect(checkExistence(table, [['A', 'B']])).toEqual({
    code: 1,
    exists: false,
    identifiable: true,
    escaping: [['A'], ['B'], ['C'], ['A', 'B']],
    confounded: [],
    emptyTerms: [],
  });
  expect(checkExistence(table, 'all-pairs')).toMatchObject({
    code: 2,
    emptyTerms: [
      ['A', 'C'],
      ['B', 'C'],
    ],
  });
});

it('finds the five UK lists with all pairs in order, the empty overlap at minus infinity', () => {
  expect(checkExistence(publishedTable('UKdat_5'), 'all-pairs')).toMatchObject({ code: 0, emptyTerms: [['LA', 'GP']] });
});
