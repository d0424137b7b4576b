import { describe, expect, it } from 'vitest';
import reference from '../fixtures/covariates.json' with { type: 'json' };
import { covariateCells } from './covariate-cells.ts';
import { covariateFit } from './covariate-fit.ts';

const spina = covariateCells(
  reference.lists,
  [reference.covariate],
  reference.rows.map(([history, value, count]) => ({
    history: Number(history),
    values: [String(value)],
    count: Number(count),
  })),
);
const mains = [0, 1, 2, 4, 8];

describe('covariateFit', () => {
  it('puts a list that has no case at a level at minus infinity, without losing the estimate', () => {
    const fit = covariateFit(spina, [...mains, 0b1010]); // S2 by ethnicity; nobody in group other is on S2
    expect(fit.status).toBe('ok');
    const other = fit.columns.findIndex(({ lists, levels }) => lists === 2 && levels[0]?.[1] === 2);
    expect(fit.coefficients[other]).toBe(Number.NEGATIVE_INFINITY);
    expect(fit.parameters).toBe(8);
    expect(fit.degreesOfFreedom).toBe(21 - 4 - 7); // four cells go, seven finite parameters
    expect(fit.dark.every((cases) => cases > 0)).toBe(true);
  });

  it('with every list by group equals separate fits per group', () => {
    const rows = reference.rows
      .filter(([, value]) => value !== 'other')
      .map(([history, value, count]) => ({ history: Number(history), values: [String(value)], count: Number(count) }));
    const joint = covariateFit(covariateCells(reference.lists, ['eth'], rows), [...mains, 0b1001, 0b1010, 0b1100]);
    ['afro-american', 'caucasian'].forEach((value, g) => {
      const own = rows.filter(({ values }) => values[0] === value).map((row) => ({ ...row, values: [] }));
      const separate = covariateFit(covariateCells(reference.lists, [], own), [0, 1, 2, 4]);
      expect(joint.dark[g]! / separate.dark[0]!).toBeCloseTo(1, 7);
    });
  });

  it('has no estimate when a list may differ by group and holds everyone of a group', () => {
    expect(covariateFit(spina, [...mains, 0b1001]).status).toBe('no-mle'); // both cases in group other are on S1
  });

  it('starts elsewhere and ends at the same place', () => {
    const near = covariateFit(spina, mains);
    expect(
      covariateFit(spina, [...mains, 6], spina.counts, near.means).dark[0]! /
        covariateFit(spina, [...mains, 6]).dark[0]!,
    ).toBeCloseTo(1, 8);
  });

  it('has no estimate when nobody is on two lists', () => {
    const apart = covariateCells(
      ['A', 'B', 'C'],
      [],
      [1, 2, 4].map((history) => ({ history, values: [], count: 9 })),
    );
    expect(covariateFit(apart, [0, 1, 2, 4]).status).toBe('no-mle');
  });

  it('is not identifiable when all pairs are in and no case is on three lists', () => {
    const thin = covariateCells(
      ['A', 'B', 'C'],
      [],
      [1, 2, 3, 4, 5, 6].map((history) => ({ history, values: [], count: 9 })),
    );
    expect(covariateFit(thin, [0, 1, 2, 4, 3, 5, 6]).status).not.toBe('ok');
    const two = covariateCells(
      ['A', 'B'],
      [],
      [1, 2, 3].map((history) => ({ history, values: [], count: 9 })),
    );
    expect(covariateFit(two, [0, 1, 2, 3]).status).toBe('not-identifiable');
  });

  it('predicts nobody for a combination of covariates that does not occur', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].flatMap((history) =>
      [
        ['a', 'c'],
        ['a', 'd'],
        ['b', 'c'],
      ].map((values, i) => ({ history, values, count: 5 + ((history * 3 + i) % 4) })),
    );
    const cells = covariateCells(['A', 'B', 'C'], ['x', 'y'], rows);
    const fit = covariateFit(cells, [0, 1, 2, 4, 8, 16, 24]);
    expect(fit.status).toBe('ok');
    expect(fit.dark[3]).toBe(0);
    expect(Math.min(...fit.dark.slice(0, 3))).toBeGreaterThan(0);
  });
});
