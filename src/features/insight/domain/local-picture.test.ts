import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EstimatedRange } from './in-view.ts';
import { type LocalSources, localRange, SMALLEST_POPULATION } from './local-picture.ts';

const estimate = (years: number[], low: number, high: number): EstimatedRange => ({
  years,
  kind: 'range',
  low,
  middle: (low + high) / 2,
  high,
  mark: 'found',
  source: `bron ${years[0]}`,
  note: null,
});
const number = (id: string, value: number) => ({ id, what: id, value, source: 'CBS', when: '2026' });
const PUBLISHED = [estimate([2014, 2015], 5000, 7500), estimate([2018, 2019], 4000, 7000)];
const sources = (population: number, change: Partial<LocalSources> = {}): LocalSources => ({
  population: number('inwoners', population),
  nation: number('nederland', 18_000_000),
  estimates: PUBLISHED,
  ...change,
});

describe('the range for a municipality', () => {
  it('takes the lowest and the highest published estimate, to one digit, and says it in words', () => {
    expect(localRange(sources(30_000))).toMatchObject({ low: 7, high: 10, words: 'enkele tot een tiental per jaar' });
    expect(localRange(sources(240_000))).toMatchObject({ low: 50, high: 100 });
    expect(localRange(sources(900_000))).toMatchObject({ low: 200, high: 400, words: 'enkele honderden per jaar' });
  });

  it('is not given under 20,000 inhabitants', () => {
    expect(localRange(sources(SMALLEST_POPULATION - 1))).toEqual({ kind: 'unreliable' });
    expect(localRange(sources(SMALLEST_POPULATION)).kind).toBe('range');
  });

  it('disappears with any of its sources', () => {
    for (const change of [{ population: undefined }, { nation: undefined }, { estimates: [] }])
      expect(localRange(sources(100_000, change))).toEqual({ kind: 'unknown' });
  });

  it('names every number it was made of', () => {
    const range = localRange(sources(100_000));
    expect(range.kind === 'range' && range.from.map(({ id, value }) => [id, value])).toEqual([
      ['inwoners', 100_000],
      ['nederland', 18_000_000],
      ['schatting-laag', 4000],
      ['schatting-hoog', 7500],
    ]);
  });

  it('is never one number, whatever is published', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 1_000_000, max: 30_000_000 }),
        fc.array(
          fc
            .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }))
            .map(([low, more]) => estimate([2020], low, low + more)),
          { minLength: 1, maxLength: 4 },
        ),
        (population, nation, estimates) => {
          const range = localRange(sources(population, { nation: number('nederland', nation), estimates }));
          expect(range.kind).toBe(population < SMALLEST_POPULATION ? 'unreliable' : 'range');
          if (range.kind !== 'range') return;
          expect(range.low).toBeLessThan(range.high);
          for (const bound of [range.low, range.high]) expect(String(bound)).toMatch(/^\d0*$/);
          expect(range.words).toMatch(/ per jaar$/);
        },
      ),
    );
  });
});
