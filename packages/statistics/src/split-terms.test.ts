import { expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { splitTerms } from './split-terms.ts';

it('sets apart the terms on which no case stands', () => {
  const table = captureTable(
    ['A', 'B', 'C'],
    [
      [1, 5],
      [2, 4],
      [3, 1],
    ],
  );
  expect(splitTerms(table, [3, 5])).toEqual({ terms: [0, 1, 2, 3], emptyTerms: [4, 5] });
});
