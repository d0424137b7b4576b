import { describe, expect, it } from 'vitest';
import reference from '../fixtures/covariates.json' with { type: 'json' };
import { captureTable } from './capture-table.ts';
import { covariateTotals, type StratifiedTable } from './covariate-totals.ts';

function stratified(lists: string[], covariates: string[], rows: [number, string[], number][]): StratifiedTable {
  return {
    table: captureTable(
      lists,
      rows.map(([history, , count]) => [history, count] as const),
    ),
    covariates,
    rows: rows.map(([history, values, count]) => ({ history, values, count })),
  };
}

const spina = stratified(
  reference.lists,
  [reference.covariate],
  reference.rows.map(([history, value, count]) => [Number(history), [String(value)], Number(count)]),
);

describe('covariateTotals against R step(glm(…)) on spina by ethnicity', () => {
  const result = covariateTotals(spina, { reselect: false });

  it('chooses the same model', () => {
    expect(reference.formula).toBe('count ~ S1 + S2 + S3 + eth + S2:S3');
    expect(result.model).toEqual([['S2', 'S3']]);
  });

  it('has the total and each dark cell to 1e-6', () => {
    expect(Math.abs(result.estimate! / reference.total - 1)).toBeLessThan(1e-6);
    for (const { values, observed, estimate } of result.groups) {
      const dark = reference.dark[values.eth as keyof typeof reference.dark];
      expect(Math.abs((estimate - observed) / dark - 1)).toBeLessThan(1e-6);
    }
  });

  it('has coefficients to 1e-5, deviance, AIC and BIC to 1e-6 and the degrees of freedom', () => {
    for (const { term, value } of result.coefficients) {
      expect(Math.abs(value! - reference.coefficients[term as keyof typeof reference.coefficients])).toBeLessThan(1e-5);
    }
    expect(result.coefficients).toHaveLength(Object.keys(reference.coefficients).length);
    for (const key of ['deviance', 'aic', 'bic'] as const)
      expect(Math.abs(result[key]! / reference[key] - 1)).toBeLessThan(1e-6);
    expect(result.degreesOfFreedom).toBe(reference.degreesOfFreedom);
  });

  it('has the limits of the fixed-model bootstrap within 1%, their Monte Carlo error', () => {
    expect(result.interval!.kind).toBe('conditional');
    expect(Math.abs(result.interval!.low! / reference.bootstrap['2.5%'] - 1)).toBeLessThan(0.01);
    expect(Math.abs(result.interval!.high! / reference.bootstrap['97.5%'] - 1)).toBeLessThan(0.01);
  });
});

describe('covariateTotals', () => {
  const fast = { bootstrap: 100 };

  it('shows the sum of separate estimates and the estimate without covariates beside the joint one', () => {
    const { stratified: apart, collapsed, warnings } = covariateTotals(spina, { bootstrap: 0 });
    expect(collapsed).toMatchObject({ status: 'ok', model: [['S2', 'S3']] });
    expect(apart.strata.map(({ values, status }) => [values.eth, status])).toEqual([
      ['afro-american', 'ok'],
      ['caucasian', 'ok'],
      ['other', 'invalid-input'],
    ]);
    expect(apart.estimate).toBeNull(); // two cases in group other tell nothing
    expect(warnings).toContain('stratum-without-estimate');
  });

  it('is not misled by lists that reach one group far better, where the table without covariates is', () => {
    // Two groups of 1,000, lists independent within each, at 80% and at 15%.
    const rows = ['near', 'far'].flatMap((value) =>
      [1, 2, 3, 4, 5, 6, 7].map((w): [number, string[], number] => {
        const rate = value === 'near' ? 0.8 : 0.15;
        const p = [0, 1, 2].reduce((product, j) => product * ((w >> j) & 1 ? rate : 1 - rate), 1);
        return [w, [value], Math.round(1000 * p)];
      }),
    );
    const {
      estimate,
      groups,
      model,
      stratified: apart,
    } = covariateTotals(stratified(['A', 'B', 'C'], ['reach'], rows), { bootstrap: 0 });
    expect(model).toEqual([
      ['A', 'reach'],
      ['B', 'reach'],
      ['C', 'reach'],
    ]);
    expect(estimate! / 2000).toBeCloseTo(1, 1);
    for (const group of groups) expect(Math.abs(group.estimate / 1000 - 1)).toBeLessThan(0.02);
    expect(apart.estimate! / estimate!).toBeCloseTo(1, 3);
  });

  it('gives totals per value of each of two covariates, which add up', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].flatMap((w) =>
      ['m', 'f'].flatMap((sex) =>
        ['young', 'old'].map((age): [number, string[], number] => [
          w,
          [sex, age],
          10 + ((w * 5 + sex.length + age.length) % 9),
        ]),
      ),
    );
    const { estimate, groups } = covariateTotals(stratified(['A', 'B', 'C'], ['sex', 'age'], rows), { bootstrap: 0 });
    expect(groups.map(({ values }) => Object.values(values).join(' '))).toEqual([
      'f old',
      'f young',
      'm old',
      'm young',
      'f',
      'm',
      'old',
      'young',
    ]);
    const sum = (from: number, to: number) =>
      groups.slice(from, to).reduce((total, group) => total + group.estimate, 0);
    for (const [from, to] of [
      [0, 4],
      [4, 6],
      [6, 8],
    ] as const)
      expect(sum(from, to) / estimate!).toBeCloseTo(1, 10);
  });

  it('repeats the selection in every replicate unless told otherwise, and never goes below those observed', () => {
    const { interval, groups } = covariateTotals(spina, fast);
    expect(interval!.kind).toBe('percentile');
    for (const { observed, interval: own } of groups) expect(own!.low!).toBeGreaterThanOrEqual(observed);
  });

  it('gives the same result for the same seed, another interval for another', () => {
    expect(covariateTotals(spina, { ...fast, seed: 5 })).toEqual(covariateTotals(spina, { ...fast, seed: 5 }));
    expect(covariateTotals(spina, { ...fast, seed: 6 }).interval).not.toEqual(
      covariateTotals(spina, { ...fast, seed: 5 }).interval,
    );
  });

  it('tells its progress, and when stopped keeps the estimate and gives no interval', () => {
    const shares: number[] = [];
    const result = covariateTotals(spina, fast, {
      progress: (share) => shares.push(share),
      stop: () => (shares.length >= 10 ? 'cancelled' : undefined),
    });
    expect(shares).toHaveLength(10);
    expect(result).toMatchObject({ status: 'ok', interval: null });
    expect(result.estimate).toBeGreaterThan(621);
    expect(result.warnings).toContain('cancelled');
  });

  it('gives a lower limit and no number when nobody is on two lists', () => {
    const apart = stratified(
      ['A', 'B', 'C'],
      ['sex'],
      [
        [1, ['m'], 10],
        [2, ['f'], 20],
        [4, ['m'], 30],
      ],
    );
    const result = covariateTotals(apart);
    expect(result).toMatchObject({ status: 'infinite', estimate: null, groups: [], interval: { high: null } });
    expect(result.interval!.low!).toBeGreaterThan(60);
  });

  it('drops a list without cases, and says so', () => {
    const padded = {
      ...spina,
      table: captureTable(['S1', 'S2', 'S3', 'none'], [...spina.table.counts.entries()].slice(1)),
    };
    const result = covariateTotals(padded, { bootstrap: 0 });
    expect(result.warnings).toContain('list-dropped:none');
    expect(result.estimate! / reference.total).toBeCloseTo(1, 8);
  });

  it.each([{ bootstrap: 1 }, { bootstrap: -1 }, { level: 0 }, { seed: 0.5 }])('refuses %o', (options) =>
    expect(() => covariateTotals(spina, options)).toThrow(RangeError));
  it('refuses a table without covariates', () =>
    expect(() => covariateTotals({ ...spina, covariates: [] })).toThrow(RangeError));
});
