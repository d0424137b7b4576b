import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapBca } from '../bootstrap-bca.ts';
import { bootstrapReplicates } from '../bootstrap-replicates.ts';
import { type CaptureTable, captureTable } from '../capture-table.ts';
import { checkExistence } from '../check-existence.ts';
import { estimateTotal } from '../estimate-total.ts';
import { existence } from '../existence.ts';
import { fit } from '../fit.ts';
import { interactionsUpTo } from '../interactions-up-to.ts';
import { nullSpace } from '../null-space.ts';
import { selectBic } from '../select-bic.ts';
import { selectStepwise } from '../select-stepwise.ts';
import { splitTerms } from '../split-terms.ts';
import { supersetSums } from '../superset-sums.ts';
import { termNames } from '../term-names.ts';
import { publishedTable } from './fixture.ts';

/** Tables of 3 to 5 lists, dense or full of holes, every list with a case of its own. */
const tables = fc
  .record({ k: fc.integer({ min: 3, max: 5 }), holes: fc.integer({ min: 0, max: 3 }) })
  .chain(({ k, holes }) =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 2 ** k,
        maxLength: 2 ** k,
      })
      .map((cells) => {
        const counts = cells.map(([count, chance], cell) => {
          const isSingle = (cell & (cell - 1)) === 0;
          if (cell === 0) return 0;
          return isSingle ? count + 5 : chance < holes ? 0 : count % 20;
        });
        return captureTable(
          'ABCDE'.slice(0, k).split(''),
          counts.map((count, cell) => [cell, count] as const).slice(1),
        );
      }),
  );

/** A table with a random set of its pairs. */
const tablesWithPairs = tables.chain((table) =>
  fc.record({
    table: fc.constant(table),
    pairs: fc.subarray(interactionsUpTo(table.lists.length, 2)),
  }),
);

const named = (table: CaptureTable, terms: readonly number[]) => terms.map((term) => termNames(table.lists, term));
const rowsOf = (table: CaptureTable) => Array.from(table.counts, (count, cell) => [cell, count] as const).slice(1);

/** The same cases with the lists in another order: list i of the new table is list order[i] of the old one. */
function permuted(table: CaptureTable, order: readonly number[]): CaptureTable {
  return captureTable(
    order.map((from) => table.lists[from]!),
    rowsOf(table).map(([cell, count]) => {
      const history = order.reduce((mask, from, to) => (cell & (1 << from) ? mask | (1 << to) : mask), 0);
      return [history, count] as const;
    }),
  );
}

describe('on any table', () => {
  it('a fitted model reproduces the margins of all its terms, or there is no number', () => {
    fc.assert(
      fc.property(tablesWithPairs, ({ table, pairs }) => {
        const fitted = fit(table, named(table, pairs));
        if (fitted.status !== 'ok') {
          expect(fitted.estimate).toBeNull();
          expect(['infinite', 'no-mle', 'not-identifiable']).toContain(fitted.status);
          return;
        }
        const means = new Float64Array(table.counts.length);
        for (let cell = 1; cell < means.length; cell++) {
          const names = termNames(table.lists, cell);
          const inside = fitted.coefficients.filter(({ lists }) => lists.every((list) => names.includes(list)));
          means[cell] = Math.exp(inside.reduce((sum, { value }) => sum + value, 0));
        }
        const fittedMargins = supersetSums(means);
        const margins = supersetSums(table.counts.slice());
        for (const term of splitTerms(table, pairs).terms) {
          expect(Math.abs(fittedMargins[term]! / margins[term]! - 1)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('the estimate of a fixed model times c belongs to the counts times c', () => {
    fc.assert(
      fc.property(tablesWithPairs, fc.integer({ min: 2, max: 1000 }), ({ table, pairs }, c) => {
        const model = named(table, pairs);
        const times = captureTable(
          table.lists,
          rowsOf(table).map(([cell, count]) => [cell, c * count] as const),
        );
        const [one, many] = [fit(table, model), fit(times, model)];
        expect(many.status).toBe(one.status);
        if (one.estimate !== null) expect(Math.abs(many.estimate! / (c * one.estimate) - 1)).toBeLessThan(1e-8);
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it('the order of rows and lists changes no estimate, no criterion and no replicate', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat()), (table, stream) => {
        const order = table.lists
          .map((_, index) => ({ index, key: stream.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ index }) => index);
        const other = permuted(table, order);
        const [one, two] = [selectStepwise(table), selectStepwise(other)];
        expect(two.status).toBe(one.status);
        if (one.estimate !== null) expect(Math.abs(two.estimate! / one.estimate - 1)).toBeLessThan(1e-8);
        const [bic, again] = [selectBic(table, { maxOrder: 2 }), selectBic(other, { maxOrder: 2 })];
        if (bic.bic !== null) expect(Math.abs(again.bic! - bic.bic)).toBeLessThan(1e-6);
        const procedure = { kind: 'best-of', models: [[]], criterion: 'bic' } as const;
        const replicates = bootstrapReplicates(table, procedure, 1, 0, 5);
        bootstrapReplicates(other, procedure, 1, 0, 5).forEach((value, index) => {
          const same = value === replicates[index] || Math.abs(value / replicates[index]! - 1) < 1e-8;
          expect(same).toBe(true);
        });
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('leaving out a pair with cases never destroys an estimate', () => {
    fc.assert(
      fc.property(tablesWithPairs, ({ table, pairs }) => {
        if (checkExistence(table, named(table, pairs)).code !== 0) return;
        const margins = supersetSums(table.counts.slice());
        for (const pair of pairs.filter((each) => margins[each]! > 0)) {
          const without = pairs.filter((each) => each !== pair);
          expect(checkExistence(table, named(table, without)).code).toBe(0);
        }
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('the code says not identifiable exactly when the design on the kept cells lacks rank', () => {
    fc.assert(
      fc.property(tablesWithPairs, ({ table, pairs }) => {
        const { terms, emptyTerms } = splitTerms(table, pairs);
        const kept = Array.from(table.counts.keys()).filter(
          (cell) => cell > 0 && !emptyTerms.some((term) => (cell & term) === term),
        );
        const design = kept.map((cell) => Float64Array.from(terms, (term) => ((cell & term) === term ? 1 : 0)));
        const { rank } = nullSpace(design, terms.length);
        expect((existence(table.counts, terms, emptyTerms).code & 2) !== 0).toBe(rank < terms.length);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('without interactions N solves 1 − n/N = Π (1 − n_j/N)', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { estimate } = fit(table, 'main');
        if (estimate === null) return;
        const margins = supersetSums(table.counts.slice());
        const product = table.lists.reduce((left, _, list) => left * (1 - margins[1 << list]! / estimate), 1);
        expect(1 - table.observed / estimate).toBeCloseTo(product, 9);
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it('an estimate has a number exactly when its status allows one', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('stepwise', 'bic', 'main'), (table, method) => {
        const { status, estimate, interval } = estimateTotal(table, {
          method,
          bootstrap: 30,
          candidates: 5,
          maxOrder: 2,
        });
        const withNumber = ['ok', 'bca-undefined', 'unbounded'].includes(status);
        expect(estimate !== null && Number.isFinite(estimate)).toBe(withNumber);
        if (withNumber) expect(estimate).toBeGreaterThanOrEqual(table.observed);
        for (const limit of [interval?.low, interval?.high]) {
          if (typeof limit === 'number') expect(Number.isFinite(limit)).toBe(true);
        }
      }),
      { numRuns: 80, seed: 7 },
    );
  });
});

describe('on published tables', () => {
  it.each([
    'Korea',
    'Kosovo',
    'UKdat_5',
    'UKdat',
  ])('the BCa interval of %s is the same in any order of lists', (name) => {
    const table = publishedTable(name);
    const reversed = permuted(
      table,
      table.lists.map((_, index) => table.lists.length - 1 - index),
    );
    const [one, two] = [bootstrapBca(table, { replicates: 200 }), bootstrapBca(reversed, { replicates: 200 })];
    expect(Math.abs(two.interval.low! / one.interval.low! - 1)).toBeLessThan(1e-8);
    expect(Math.abs(two.interval.high! / one.interval.high! - 1)).toBeLessThan(1e-8);
  });
});
