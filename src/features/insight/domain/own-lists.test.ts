import { describe, expect, it } from 'vitest';
import { yearOfLists } from './own-lists.ts';

const NAMES = { POL: 'Politie', GEM: 'Gemeente' };
const listed = (lists: readonly string[], persons: number, nameless = 0) => ({ lists, persons, nameless });

describe('the lists of a year', () => {
  it('become a table with the names of the lists, and say how many stand on more than one and how many nobody named', () => {
    const year = yearOfLists(2025, [listed(['POL'], 60, 5), listed(['GEM'], 30), listed(['GEM', 'POL'], 12)], NAMES);
    expect(year).toMatchObject({ persons: 102, onSeveral: 12, nameless: 5, refusal: null });
    expect([year.table?.lists, [...(year.table?.counts ?? [])]]).toEqual([
      ['Gemeente', 'Politie'],
      [0, 30, 60, 12],
    ]);
  });

  it.for([
    ['one list only', [listed(['POL'], 500)], 'too-few-lists'],
    ['nobody on two lists', [listed(['POL'], 500), listed(['GEM'], 300)], 'no-overlap'],
    ['nine on two lists', [listed(['POL'], 500), listed(['GEM'], 300), listed(['GEM', 'POL'], 9)], 'too-thin'],
  ] as const)('give no table with %s', ([_, rows, refusal]) => {
    const year = yearOfLists(2025, rows, NAMES);
    expect([year.refusal, year.table]).toEqual([refusal, undefined]);
  });
});
