import { describe, expect, it } from 'vitest';
import { prepareTable } from './prepare-table.ts';
import { tableOf } from './testing/fixture.ts';

describe('prepareTable', () => {
  it('leaves a healthy table alone', () => {
    const table = tableOf({ lists: ['A', 'B'], rows: ['10 3', '01 4', '11 1'] });
    expect(prepareTable(table)).toEqual({ table, dropped: [] });
  });

  it('drops a list without cases, a list with all cases and a repeated list, and says why', () => {
    const lists = ['E', 'A', 'B', 'A2', 'C', 'All'];
    const table = tableOf({ lists, rows: ['010101 8', '001001 9', '011111 2', '000011 5', '000001 7'] });
    const { table: left, dropped } = prepareTable(table);
    expect(dropped).toEqual([
      { list: 'E', reason: 'empty' },
      { list: 'A2', reason: 'duplicate', of: 'A' },
      { list: 'All', reason: 'complete' },
    ]);
    expect(left!.lists).toEqual(['A', 'B', 'C']);
    expect(left!.observed).toBe(24);
  });

  it('has no table left when two lists are one', () => {
    const table = tableOf({ lists: ['A', 'B'], rows: ['11 3'] });
    expect(prepareTable(table)).toEqual({ table: null, dropped: [{ list: 'B', reason: 'duplicate', of: 'A' }] });
  });

  it('keeps a nested list, from which something can be learned', () => {
    const table = tableOf({ lists: ['A', 'B', 'C'], rows: ['100 30', '110 10', '001 20', '101 5', '111 2'] });
    expect(prepareTable(table).dropped).toEqual([]);
  });
});
