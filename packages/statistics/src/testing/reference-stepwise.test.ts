import { describe, expect, it } from 'vitest';
import { conditionalQuantile } from '../conditional-quantile.ts';
import { glmVariance } from '../glm-variance.ts';
import { selectStepwise } from '../select-stepwise.ts';
import { termMask } from '../term-names.ts';
import { fixture, publishedTable, relativeDifference } from './fixture.ts';

interface StepwiseFixture {
  readonly quantiles: readonly number[];
  readonly cases: readonly {
    readonly data: string;
    readonly threshold: number;
    readonly estimate: number;
    readonly quantileValues: readonly number[];
    readonly terms: readonly string[];
    readonly coefficients: Readonly<Record<string, number>>;
    readonly deviance: number;
    readonly degreesOfFreedom: number;
    readonly aic: number;
    readonly sd: number;
    readonly cells: number;
    readonly empty: readonly string[];
    readonly emptyTail?: Readonly<Record<string, number>>;
  }[];
}

const { quantiles, cases } = fixture<StepwiseFixture>('stepwise');

describe.each(cases)('SparseMSE stepwise on $data with threshold $threshold', (reference) => {
  const table = publishedTable(reference.data);
  const selected = selectStepwise(table, { threshold: reference.threshold });
  const name = (lists: readonly string[]) => lists.join(':') || '(Intercept)';

  it('chooses the same pairs in the same order', () => {
    const finite = selected.model.map(name).filter((pair) => !reference.empty.includes(pair));
    expect([...table.lists, ...finite]).toEqual(reference.terms);
    expect(selected.emptyTerms.map(name)).toEqual(reference.empty);
  });

  it('estimates the same total, deviance and AIC', () => {
    expect(selected.status).toBe('ok');
    expect(relativeDifference(selected.estimate!, reference.estimate)).toBeLessThan(1e-6);
    expect(Math.abs(selected.deviance! - reference.deviance)).toBeLessThan(1e-6 * Math.max(reference.deviance, 1));
    expect(selected.aic).toBeCloseTo(reference.aic, 6);
    expect(selected.degreesOfFreedom).toBe(reference.degreesOfFreedom);
  });

  it('finds the same coefficients', () => {
    const found = Object.fromEntries(
      selected.coefficients
        .filter(({ value }) => Number.isFinite(value))
        .map(({ lists, value }) => [name(lists), value]),
    );
    expect(Object.keys(found).sort()).toEqual(Object.keys(reference.coefficients).sort());
    for (const [term, value] of Object.entries(reference.coefficients)) {
      expect(Math.abs(found[term]! - value)).toBeLessThan(1e-5);
    }
  });

  it('gives the same conditional quantiles', () => {
    const terms = selected.coefficients.filter(({ value }) => Number.isFinite(value));
    const masks = terms.map(({ lists }) => termMask(table.lists, lists));
    const empty = selected.emptyTerms.map((lists) => termMask(table.lists, lists));
    const kept = Array.from(table.counts.keys()).filter(
      (cell) => cell > 0 && !empty.some((term) => (cell & term) === term),
    );
    expect(kept).toHaveLength(reference.cells);
    const variance = glmVariance(table.counts, masks, kept);
    expect(relativeDifference(Math.sqrt(variance), reference.sd)).toBeLessThan(1e-6);
    expect(relativeDifference(selected.logDarkVariance!, variance)).toBeLessThan(1e-4);
    quantiles.forEach((q, index) => {
      const value = conditionalQuantile(table.observed, terms[0]!.value, variance, q);
      expect(relativeDifference(value, reference.quantileValues[index]!)).toBeLessThan(1e-6);
    });
    expect(relativeDifference(selected.conditional!.low!, reference.quantileValues[0]!)).toBeLessThan(1e-6);
    expect(relativeDifference(selected.conditional!.high!, reference.quantileValues.at(-1)!)).toBeLessThan(1e-6);
  });
});
