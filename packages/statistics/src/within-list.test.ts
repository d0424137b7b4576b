import { expect, it } from 'vitest';
import { publishedTable, tableOf } from './testing/fixture.ts';
import { withinList } from './within-list.ts';

it('knows the total of the members of a list, also of those the others do not see', () => {
  const { table, total } = withinList(
    tableOf({ lists: ['A', 'B', 'C'], rows: ['010 4', '110 5', '111 2', '100 9'] }),
    'B',
  );
  expect(total).toBe(11);
  expect(table!.lists).toEqual(['A', 'C']);
  expect([...table!.counts]).toEqual([0, 5, 0, 2]);
});

it('has no table when the other lists see none of the members', () => {
  expect(withinList(tableOf({ lists: ['A', 'B', 'C'], rows: ['010 4', '101 5'] }), 'B')).toEqual({
    table: null,
    total: 4,
  });
});

it('refuses an unknown list', () => {
  expect(() => withinList(publishedTable('Korea'), 'z')).toThrow('no list named z');
});
