import { expect, it } from 'vitest';
import { isSparse } from './is-sparse.ts';
import { publishedTable, tableOf } from './testing/fixture.ts';

it('is true for an empty overlap or fewer than ten cases on two lists', () => {
  expect(isSparse(publishedTable('UKdat'))).toBe(true);
  expect(isSparse(publishedTable('MY_spina3'))).toBe(false);
  expect(isSparse(tableOf({ lists: ['A', 'B'], rows: ['10 900', '01 800', '11 9'] }))).toBe(true);
  expect(isSparse(tableOf({ lists: ['A', 'B'], rows: ['10 900', '01 800', '11 10'] }))).toBe(false);
});
