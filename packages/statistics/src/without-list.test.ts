import { expect, it } from 'vitest';
import { tableOf } from './testing/fixture.ts';
import { withoutList } from './without-list.ts';

it('forgets one list, and the cases on it alone', () => {
  const table = tableOf({ lists: ['A', 'B', 'C'], rows: ['100 3', '010 4', '111 5', '011 6', '110 7'] });
  const left = withoutList(table, 'B')!;
  expect(left.lists).toEqual(['A', 'C']);
  expect([...left.counts]).toEqual([0, 3 + 7, 6, 5]);
});

it('is null when fewer than two lists are left', () => {
  expect(withoutList(tableOf({ lists: ['A', 'B'], rows: ['11 3'] }), 'A')).toBeNull();
});
