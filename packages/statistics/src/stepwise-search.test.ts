import { describe, expect, it } from 'vitest';
import { drawMultinomial } from './draw-multinomial.ts';
import { existence } from './existence.ts';
import { interactionsUpTo } from './interactions-up-to.ts';
import { LogLinearFitter } from './log-linear-fitter.ts';
import { poissonTail } from './poisson-tail.ts';
import { RandomStream } from './random-stream.ts';
import { stepwiseScreen } from './stepwise-screen.ts';
import { StepwiseSearch } from './stepwise-search.ts';
import { publishedTable } from './testing/fixture.ts';

/** The rule written out: every tail computed, every candidate checked. */
function plainSearch(counts: Float64Array, threshold: number): number[] {
  const lists = Math.log2(counts.length);
  const fitter = new LogLinearFitter(lists);
  fitter.load(counts);
  if (fitter.startIndependent() !== 'converged' || fitter.emptyLength > 0) return [];
  fitter.solve();
  const pairs: number[] = [];
  for (;;) {
    let best = -1;
    let bestTail = threshold;
    for (const pair of interactionsUpTo(lists, 2)) {
      if (pairs.includes(pair)) continue;
      const tail = poissonTail(fitter.margins[pair]!, fitter.sums[pair]!);
      if (!(tail < bestTail * (1 - 1e-12)) && !(best < 0 && tail < bestTail)) continue;
      const terms = [...fitter.terms.subarray(0, fitter.length)];
      const empty = [...fitter.emptyTerms.subarray(0, fitter.emptyLength)];
      (fitter.margins[pair] === 0 ? empty : terms).push(pair);
      if (existence(counts, terms, empty).code !== 0) continue;
      best = pair;
      bestTail = tail;
    }
    if (best < 0) return pairs;
    pairs.push(best);
    fitter.addTerm(best);
    fitter.solve();
  }
}

describe('StepwiseSearch', () => {
  it.each([
    'UKdat',
    'NewOrl_5_185',
    'Western',
    'Artificial_3',
    'Ned',
  ])('passes no pair over that the plain rule would choose, on resampled tables of %s', (name) => {
    const table = publishedTable(name);
    const cells = Array.from(table.counts.keys()).filter((cell) => table.counts[cell]! > 0);
    const search = new StepwiseSearch(table.lists.length);
    const counts = new Float64Array(table.counts.length);
    for (let index = 0; index < 60; index++) {
      drawMultinomial(new RandomStream(9, index), table.observed, table.counts, cells, counts);
      const threshold = [0.02, 0.3, 0.7][index % 3]!;
      search.run(counts, threshold, stepwiseScreen(threshold));
      expect([...search.pairs.subarray(0, search.pairsLength)]).toEqual(plainSearch(counts, threshold));
    }
  });

  it('lets the first pair win when tails vanish in double precision', () => {
    const search = new StepwiseSearch(6);
    // AB and CD overlap far more than chance allows: both tails are below 1e-323.
    const counts = new Float64Array(64);
    for (let list = 1; list < 64; list <<= 1) counts[list] = 100_000;
    counts[0b1100] = 90_000;
    counts[0b0011] = 80_000;
    counts[0b110000] = 20;
    search.run(counts, 0.02, stepwiseScreen(0.02));
    expect(search.tails[0]).toBe(0);
    expect(search.pairs[0]).toBe(0b0011);
  });

  it('keeps independence when a list has become empty, as SparseMSE does', () => {
    const search = new StepwiseSearch(3);
    search.run(Float64Array.of(0, 50, 50, 40, 0, 0, 0, 0), 0.02, stepwiseScreen(0.02));
    expect(search.pairsLength).toBe(0);
    expect(search.fitter.dark).toBeCloseTo((50 * 50) / 40, 9);
  });
});
