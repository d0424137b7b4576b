import { describe, expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { fit } from './fit.ts';
import { publishedTable } from './testing/fixture.ts';

describe('fit', () => {
  it('has the closed form of three lists and all pairs: 762.98 on spina bifida', () => {
    const fitted = fit(publishedTable('MY_spina3'), 'all-pairs');
    expect(fitted.estimate).toBeCloseTo(762.98, 2);
    expect(fitted).toMatchObject({ status: 'ok', degreesOfFreedom: 0, parameters: 7 });
    expect(fitted.deviance).toBeCloseTo(0, 9);
  });

  it('is the product of two totals over their overlap for two lists', () => {
    const table = captureTable(
      ['A', 'B'],
      [
        [1, 1e7],
        [2, 2e7],
        [3, 5e6],
      ],
    );
    expect(fit(table, 'main').estimate! / ((1.5e7 * 2.5e7) / 5e6)).toBeCloseTo(1, 12);
  });

  it('names generators and takes parts for granted', () => {
    const fitted = fit(publishedTable('Kosovo'), [
      ['ABA', 'OSCE', 'EXH'],
      ['OSCE', 'HRW'],
    ]);
    expect(fitted.model).toEqual([
      ['OSCE', 'HRW'],
      ['EXH', 'ABA', 'OSCE'],
    ]);
    expect(fitted.coefficients.map(({ lists }) => lists.length)).toEqual([0, 1, 1, 1, 1, 2, 2, 2, 2, 3]);
  });

  it('puts an interaction without cases at minus infinity and still estimates', () => {
    const fitted = fit(publishedTable('UKdat_5'), 'all-pairs');
    expect(fitted.emptyTerms).toEqual([['LA', 'GP']]);
    expect(fitted.coefficients.find(({ lists }) => lists.join() === 'LA,GP')!.value).toBe(Number.NEGATIVE_INFINITY);
    expect(fitted.estimate).toBeCloseTo(11232.53, 2);
  });

  it.each([
    [
      'infinite',
      'main',
      [
        [1, 10],
        [2, 20],
        [4, 30],
      ],
    ],
    [
      'no-mle',
      [['A', 'B']],
      [
        [1, 10],
        [2, 20],
        [4, 30],
        [3, 2],
      ],
    ],
    [
      'not-identifiable',
      'all-pairs',
      [
        [1, 10],
        [2, 20],
        [4, 30],
        [3, 2],
      ],
    ],
  ] as const)('has the status %s instead of a number for %j', (status, model, rows) => {
    const fitted = fit(captureTable(['A', 'B', 'C'], rows as unknown as [number, number][]), model);
    expect(fitted).toMatchObject({ status, estimate: null, conditional: null, bic: null, deviance: null });
  });

  it('fits ten lists', () => {
    const lists = Array.from({ length: 10 }, (_, i) => `L${i}`);
    const chance = 0.18;
    const rows = Array.from({ length: 1023 }, (_, i) => {
      const on = [...(i + 1).toString(2)].filter((bit) => bit === '1').length;
      return [i + 1, Math.round(3000 * chance ** on * (1 - chance) ** (10 - on))] as const;
    });
    expect(Math.abs(fit(captureTable(lists, rows), 'main').estimate! / 3000 - 1)).toBeLessThan(0.02);
  });
});
