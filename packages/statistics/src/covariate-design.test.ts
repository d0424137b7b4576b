import { describe, expect, it } from 'vitest';
import { covariateCells } from './covariate-cells.ts';
import { designColumns, designRow, emptyCells } from './covariate-design.ts';

const row = (history: number, value: string, count: number) => ({ history, values: [value], count });
const rows = [row(1, 'a', 5), row(1, 'b', 4), row(2, 'a', 3), row(1, 'c', 1), row(2, 'c', 2), row(3, 'a', 1)];
const cells = covariateCells(['A', 'B'], ['group'], rows);

describe('designColumns', () => {
  it('gives a list one column and a covariate one per level but the first', () => {
    const columns = designColumns(cells, [0, 0b001, 0b100, 0b101]);
    expect(columns.map(({ lists, levels }) => [lists, levels])).toEqual([
      [0, []],
      [1, []],
      [0, [[0, 1]]],
      [0, [[0, 2]]],
      [1, [[0, 1]]],
      [1, [[0, 2]]],
    ]);
  });
});

describe('designRow', () => {
  it('is 1 where the case is on the lists and at the levels of the column', () => {
    const columns = designColumns(cells, [0, 0b001, 0b100, 0b101]);
    expect(designRow(columns, 1, [2])).toEqual([0, 1, 3, 5]);
    expect(designRow(columns, 2, [0])).toEqual([0]);
  });
});

describe('emptyCells', () => {
  const marked = (terms: number[]) =>
    [...emptyCells(cells, terms, cells.counts).entries()].filter(([, e]) => e).map(([at]) => at);

  it('marks the cells of a list that has no case at a level', () => {
    expect(marked([0b110])).toEqual([4 + 2, 4 + 3]); // B in group b
    expect(marked([0b101, 0b001])).toEqual([]);
  });

  it('marks every cell with two lists at once, when they share no case, in no group at all', () => {
    const apart = covariateCells(['A', 'B'], ['group'], rows.slice(0, 5));
    expect([...emptyCells(apart, [0b011], apart.counts).entries()].filter(([, e]) => e).map(([at]) => at)).toEqual([
      3, 7, 11,
    ]);
  });

  it('marks a dark cell too when a combination of covariates does not occur', () => {
    const two = covariateCells(
      ['A', 'B'],
      ['x', 'y'],
      [
        { history: 1, values: ['a', 'c'], count: 1 },
        { history: 2, values: ['b', 'd'], count: 1 },
      ],
    );
    const empty = emptyCells(two, [0b1100], two.counts);
    expect([empty[0], empty[4], empty[8], empty[12]]).toEqual([0, 1, 1, 0]);
  });
});
