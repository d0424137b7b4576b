import { describe, expect, it } from 'vitest';
import { checkExistence } from '../check-existence.ts';
import { estimateTotal } from '../estimate-total.ts';
import { fit } from '../fit.ts';
import { selectStepwise } from '../select-stepwise.ts';
import { fixture, relativeDifference, tableOf } from './fixture.ts';

interface EdgeFixture {
  readonly cases: readonly {
    readonly name: string;
    readonly lists: readonly string[];
    readonly rows: readonly string[];
    /** 2.5% conditional quantile, estimate, 97.5%. */
    readonly main: readonly (number | null)[];
    readonly stepwise: readonly (number | null)[];
    readonly allPairs: readonly (number | null)[];
    readonly stepwiseTerms: readonly string[];
    readonly codeMain: number;
    readonly codeAllPairs: number;
  }[];
}

const { cases } = fixture<EdgeFixture>('edge-cases');

describe.each(cases)('edge case $name', (reference) => {
  const table = tableOf(reference);

  it('gives the existence codes of SparseMSE', () => {
    expect(checkExistence(table, 'main').code).toBe(reference.codeMain);
    expect(checkExistence(table, 'all-pairs').code).toBe(reference.codeAllPairs);
  });

  if (reference.name === 'no_overlap_3') {
    it('has no number where R says 5.4e12, only a lower limit', () => {
      const estimate = estimateTotal(table);
      expect(estimate).toMatchObject({ status: 'infinite', estimate: null, interval: { kind: 'profile', high: null } });
      expect(estimate.interval!.low).toBeGreaterThan(table.observed);
    });
    it('names the missing triple when all pairs are asked for', () => {
      const fitted = fit(tableOf({ lists: ['A', 'B', 'C'], rows: ['100 9', '010 9', '001 9', '110 3'] }), 'all-pairs');
      expect(fitted).toMatchObject({ status: 'not-identifiable', estimate: null, missingTriples: [['A', 'B', 'C']] });
    });
    return;
  }

  it('estimates the totals of SparseMSE at thresholds 0, 0.02 and 1', () => {
    for (const [threshold, [low, estimate, high]] of [
      [0, reference.main],
      [0.02, reference.stepwise],
      [1, reference.allPairs],
    ] as const) {
      const selected = selectStepwise(table, { threshold });
      expect(relativeDifference(selected.estimate!, estimate!)).toBeLessThan(1e-6);
      if (reference.name === 'empty_list') continue;
      expect(relativeDifference(selected.conditional!.low!, low!)).toBeLessThan(1e-6);
      expect(relativeDifference(selected.conditional!.high!, high!)).toBeLessThan(1e-6);
    }
    const pairs = selectStepwise(table).model.map((pair) => pair.join(':'));
    expect([...table.lists, ...pairs]).toEqual(reference.stepwiseTerms);
  });
});
