import { expect, it } from 'vitest';
import { leaveOneListOut } from './leave-one-list-out.ts';
import { publishedTable, tableOf } from './testing/fixture.ts';

it('estimates once more without each list', () => {
  const left = leaveOneListOut(publishedTable('UKdat_5'));
  expect(left.map(({ list }) => list)).toEqual(['LA', 'NG', 'PFNCA', 'GO', 'GP']);
  expect(left.every(({ estimate }) => estimate!.lists.length === 4 && estimate!.interval === null)).toBe(true);
});

it('has nothing to say of two lists', () => {
  const left = leaveOneListOut(tableOf({ lists: ['A', 'B'], rows: ['10 5', '01 6', '11 2'] }));
  expect(left.map(({ estimate }) => estimate)).toEqual([null, null]);
});
