import { describe, expect, it } from 'vitest';
import before from '../../../../content/figures/in-view-2026-11.json' with { type: 'json' };
import shipped from '../../../../content/figures/in-view-2026-11-english.json' with { type: 'json' };
import {
  estimatedRanges,
  figuresIn,
  type InViewFigures,
  latestYearInView,
  type PublishedEstimate,
  type Registered,
  shareOf,
  yearsInView,
  yearsWithoutEstimate,
} from './in-view.ts';

const registered = (year: number, value: number, series = 'a'): Registered => ({
  year,
  series,
  value,
  mark: 'found',
  source: 'bron',
  note: null,
});
const range = (years: number[], low: number, middle: number, high: number): PublishedEstimate => ({
  years,
  kind: 'range',
  low,
  middle,
  high,
  mark: 'found',
  source: 'bron',
  note: null,
});
const about: PublishedEstimate = { ...range([2010], 0, 5000, 0), kind: 'about', low: null, high: null };
const figures: InViewFigures = {
  series: [],
  registered: [registered(2014, 1000), registered(2014, 500, 'b'), registered(2016, 900)],
  estimates: [about, range([2014, 2015], 4000, 5000, 10_000)],
  quotations: [],
};

describe('the part in view', () => {
  it('is smallest against the highest estimate', () => {
    expect(shareOf(registered(2014, 1000), range([2014], 4000, 5000, 10_000))).toEqual({
      series: 'a',
      low: 0.1,
      middle: 0.2,
      high: 0.25,
    });
  });

  it('has only an upper bound against "more than"', () => {
    const share = shareOf(registered(2012, 1600), { ...about, kind: 'more-than', middle: 8000 });
    expect(share).toMatchObject({ low: null, middle: null, high: 0.2 });
  });

  it('is given per series, and for no other year than that of the estimate', () => {
    const years = yearsInView(figures);
    expect(years.map(({ year, shares }) => [year, shares.map(({ series }) => series)])).toEqual([
      [2010, []],
      [2014, ['a', 'b']],
      [2015, []],
      [2016, []],
    ]);
    expect(yearsWithoutEstimate(figures)).toEqual([2016]);
    expect(latestYearInView(figures)?.year).toBe(2014);
  });

  it('leaves an estimate without bounds out of the ranges', () => {
    expect(estimatedRanges(figures).map(({ years }) => years)).toEqual([[2014, 2015]]);
  });
});

describe('the words of the figures', () => {
  const edition = shipped as unknown as InViewFigures;
  const numbers = ({ registered, estimates }: InViewFigures) => [
    registered.map(({ year, series, value, mark }) => [year, series, value, mark]),
    estimates.map(({ years, low, middle, high, mark }) => [years, low, middle, high, mark]),
  ];

  it('are English beside the same numbers and marks', () => {
    const english = figuresIn(edition, 'en');
    expect(english.language).toBe('en');
    expect(numbers(english)).toEqual(numbers(figuresIn(edition, 'nl')));
    expect(english.registered[0]?.source).toBe('CoMensha, annual figures up to and including 2013 (comensha.nl)');
    expect(english.quotations[0]?.text).toMatch(/^Slechts 1 op de 6/);
  });

  it('are Dutch, and say so, as long as one of them was not written in English', () => {
    const [first, ...rest] = edition.registered;
    const { english, ...dutchOnly } = first!;
    expect(figuresIn({ ...edition, registered: [dutchOnly, ...rest] }, 'en').language).toBe('nl');
    expect(figuresIn(before as unknown as InViewFigures, 'en').registered[0]?.source).toMatch(/^CoMensha, jaarcijfers/);
  });

  it('came in an edition of their own, which changes no figure of the one before', () => {
    const without = (rows: readonly { readonly english?: unknown }[]) => rows.map(({ english, ...row }) => row);
    for (const kind of ['series', 'registered', 'estimates', 'quotations'] as const)
      expect(without(shipped[kind])).toEqual(before[kind]);
  });
});
