import { describe, expect, it } from 'vitest';
import { bootstrapBca } from '../bootstrap-bca.ts';
import { fit } from '../fit.ts';
import { jackknife } from '../jackknife.ts';
import { maximalTerms } from '../maximal-terms.ts';
import { ModelScorer } from '../model-scorer.ts';
import { profileInterval } from '../profile-interval.ts';
import { selectBic } from '../select-bic.ts';
import { selectStepwise } from '../select-stepwise.ts';
import { termNames } from '../term-names.ts';
import { walkDownhill } from '../walk-downhill.ts';
import { fixture, publishedTable, relativeDifference } from './fixture.ts';

interface CriteriaFixture {
  readonly downhill: readonly {
    readonly data: string;
    readonly maxOrder: number;
    readonly model: string;
    readonly bic: number;
    readonly estimate: number;
    readonly considered: number;
  }[];
  readonly stepwise: readonly { readonly data: string; threshold: number; estimate: number; model: string }[];
  readonly fixed: readonly {
    readonly data: string;
    readonly model: 'main' | 'allpairs';
    readonly error?: string;
    readonly estimate?: number;
    readonly bic?: number;
    readonly aic?: number;
    readonly coefficients?: Readonly<Record<string, number | '-Inf'>>;
  }[];
  readonly jackknife: readonly { readonly data: string; maxOrder: number; acceleration: number }[];
}

const reference = fixture<CriteriaFixture>('criteria');

/** "[12,3]": generators by list numbers, single lists only where they stand in no interaction; order left out. */
function notation(lists: readonly string[], generators: readonly (readonly string[])[]): string[] {
  const single = lists.filter((list) => !generators.some((names) => names.includes(list))).map((list) => [list]);
  return [...generators, ...single].map((names) => names.map((name) => lists.indexOf(name) + 1).join('')).sort();
}
const parts = (model: string) => model.slice(1, -1).split(',').sort();

describe('MultipleSystemsEstimation downhill', () => {
  it.each(reference.downhill)('on $data, order $maxOrder: $model', (expected) => {
    const table = publishedTable(expected.data);
    const scorer = new ModelScorer(table.lists.length);
    scorer.load(table.counts);
    const { best, considered } = walkDownhill(scorer, [], expected.maxOrder, 'bic');
    const generators = maximalTerms(best!.interactions).map((term) => termNames(table.lists, term));
    expect(notation(table.lists, generators)).toEqual(parts(expected.model));
    expect(Math.abs(best!.bic - expected.bic)).toBeLessThan(1e-6);
    expect(relativeDifference(best!.estimate, expected.estimate)).toBeLessThan(1e-6);
    expect(considered).toBe(expected.considered);
  });
});

describe('MultipleSystemsEstimation stepwise', () => {
  it.each(reference.stepwise)('on $data with threshold $threshold: $model', (expected) => {
    const table = publishedTable(expected.data);
    const selected = selectStepwise(table, { threshold: expected.threshold });
    expect(notation(table.lists, selected.model)).toEqual(parts(expected.model));
    expect(relativeDifference(selected.estimate!, expected.estimate)).toBeLessThan(1e-6);
  });
});

describe('MultipleSystemsEstimation fixed models', () => {
  it.each(reference.fixed)('on $data: $model', (expected) => {
    const table = publishedTable(expected.data);
    const fitted = fit(table, expected.model === 'main' ? 'main' : 'all-pairs');
    if (expected.error) {
      expect(['no-mle', 'not-identifiable']).toContain(fitted.status);
      expect(fitted.estimate).toBeNull();
      return;
    }
    expect(relativeDifference(fitted.estimate!, expected.estimate!)).toBeLessThan(1e-6);
    expect(Math.abs(fitted.bic! - expected.bic!)).toBeLessThan(1e-6);
    expect(Math.abs(fitted.aic! - expected.aic!)).toBeLessThan(1e-6);
    for (const [code, value] of Object.entries(expected.coefficients!)) {
      const lists = termNames(table.lists, Number(code) - 1);
      const found = fitted.coefficients.find((coefficient) => coefficient.lists.join() === lists.join())!;
      if (value === '-Inf') expect(found.value).toBe(Number.NEGATIVE_INFINITY);
      else expect(Math.abs(found.value - value)).toBeLessThan(1e-5);
    }
  });
});

describe('MultipleSystemsEstimation jackknife of the best model by BIC', () => {
  it.each(reference.jackknife)('on $data: a = $acceleration', ({ data, maxOrder, acceleration }) => {
    const table = publishedTable(data);
    const models = selectBic(table, { maxOrder }).ranked.map(({ interactions }) => interactions);
    const found = jackknife(table, { kind: 'best-of', models, criterion: 'bic' });
    expect(Math.abs(found.acceleration - acceleration)).toBeLessThan(1e-6);
  });
});

describe('BIC with bootstrap', () => {
  it.each([
    { data: 'Korea', keep: 20, low: 128.31, high: 349.71 },
    { data: 'Kosovo', keep: 20, low: 6947, high: 18010 },
  ])('on $data, the best $keep models: $low to $high to a tenth', ({ data, keep, low, high }) => {
    const table = publishedTable(data);
    const models = selectBic(table, { keep }).ranked.map(({ interactions }) => interactions);
    const { interval } = bootstrapBca(table, { procedure: { kind: 'best-of', models, criterion: 'bic' }, seed: 1 });
    expect(relativeDifference(interval.low!, low)).toBeLessThan(0.1);
    expect(relativeDifference(interval.high!, high)).toBeLessThan(0.1);
  });
});

describe('exhaustive BIC', () => {
  it('finds the global minimum where downhill does not: five UK lists, 22,991 at 196.54 against 12,262 at 197.49', () => {
    const table = publishedTable('UKdat_5');
    const best = selectBic(table, { maxOrder: 2 });
    expect(best.search).toBe('exhaustive');
    expect(best.considered).toBe(1024);
    expect(best.estimate).toBeCloseTo(22991, -1);
    expect(best.bic).toBeCloseTo(196.54, 2);
  });

  it('has the BIC of Rcapture on Korea, 57.1408', () => {
    expect(selectBic(publishedTable('Korea')).bic).toBeCloseTo(57.1408, 4);
  });
});

describe('profile likelihood', () => {
  it('has its own point estimate, on Korea 151.68 where the Poisson one is 157.17', () => {
    const model = [
      ['b', 'c'],
      ['c', 'd'],
    ];
    const table = publishedTable('Korea');
    expect(profileInterval(table, model)!.estimate).toBeCloseTo(151.68, 2);
    expect(fit(table, model).estimate).toBeCloseTo(157.17, 2);
  });
});
