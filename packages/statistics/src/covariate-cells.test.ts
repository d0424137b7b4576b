import { describe, expect, it } from 'vitest';
import { covariateCells } from './covariate-cells.ts';

const row = (history: number, values: string[], count: number) => ({ history, values, count });

describe('covariateCells', () => {
  it('adds up rows and puts a history in its combination of levels', () => {
    const cells = covariateCells(
      ['A', 'B'],
      ['sex', 'age'],
      [row(1, ['m', 'old'], 2), row(1, ['m', 'old'], 3), row(3, ['f', 'young'], 7)],
    );
    expect(cells.covariates).toEqual([
      { name: 'sex', levels: ['f', 'm'] },
      { name: 'age', levels: ['old', 'young'] },
    ]);
    expect(cells.patterns).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect([...cells.counts.entries()].filter(([, count]) => count > 0)).toEqual([
      [4 + 3, 7],
      [8 + 1, 5],
    ]);
  });

  it('leaves out levels without a case', () => {
    expect(covariateCells(['A', 'B'], ['sex'], [row(1, ['m'], 2), row(2, ['x'], 0)]).covariates[0]!.levels).toEqual([
      'm',
    ]);
  });

  it.each([
    ['a missing value', [row(1, [], 2)]],
    ['a history that does not exist', [row(4, ['m'], 2)]],
    ['the dark history', [row(0, ['m'], 2)]],
    ['a negative count', [row(1, ['m'], -2)]],
    ['a fraction', [row(1, ['m'], 0.5)]],
    ['no case', [row(1, ['m'], 0)]],
  ])('refuses %s', (_, rows) => expect(() => covariateCells(['A', 'B'], ['sex'], rows)).toThrow(RangeError));
});
