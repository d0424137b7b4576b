import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type HistoryCount, type HistoryWords, piecesOf, readHistory, seriesOf } from './history.ts';

const TODAY = day('2026-11-30');
const HEAD = ['Reeks', 'Jaar', 'Aantal', 'Bron', 'Peildatum', 'Breuk in de reeks', 'Regio', 'Aanmelder'];
const WORDS: HistoryWords = { regio: new Map([['amsterdam', 'amsterdam']]), aanmelder: new Map([['politie', 'POL']]) };
const row = (...cells: readonly string[]) => {
  const read = readHistory([HEAD, cells], TODAY, WORDS);
  if ('code' in read) throw new Error(read.code);
  return read.rows[0]!;
};
const problems = (...cells: readonly string[]) => row(...cells).problems.map(({ column, code }) => `${column} ${code}`);
const counted = (series: string, year: number, count: number, more: Partial<HistoryCount> = {}): HistoryCount => ({
  ...{ series, year, count, source: 'jaarverslag', asOf: day('2020-01-01'), breakReason: undefined, split: undefined },
  ...more,
});

describe('a table with earlier years', () => {
  it('gives a number with its source and date, as people write them', () => {
    expect(row('Proefreeks', '2014', '1.561', 'Jaarverslag', '1-3-2015', 'Sub 3 telt mee').entry).toEqual({
      series: 'Proefreeks',
      year: 2014,
      count: 1561,
      source: 'Jaarverslag',
      asOf: '2015-03-01',
      breakReason: 'Sub 3 telt mee',
      split: undefined,
    });
    expect(row('Proefreeks', '2014', '0', 'Jaarverslag', '2015-03-01').entry).toMatchObject({ count: 0 });
  });

  it('says everything that is wrong in a row', () => {
    expect(problems('', '14', '-1', '', '31-2-2015')).toEqual([
      'reeks missing',
      'bron missing',
      'jaar no-year',
      'aantal no-count',
      'datum date-unreadable',
    ]);
    expect(problems('R', '2020', 'onbekend', 'B', '1-1-2027')).toEqual(['aantal no-count', 'datum date-in-future']);
    expect(problems('R', '2020', '12,5', 'B', '')).toEqual(['aantal no-count', 'datum missing']);
  });

  it('takes no year that is not over: what is counted live is no history', () => {
    expect(problems('R', '2026', '5', 'B', '1-11-2026')).toEqual(['jaar year-to-come']);
    expect(problems('R', '2025', '5', 'B', '1-11-2026')).toEqual([]);
  });

  it('may be of one region and one kind of reporter, by both', () => {
    const cells = ['R', '2020', '5', 'B', '1-1-2021', ''];
    expect(row(...cells, 'Amsterdam', 'politie').entry?.split).toEqual({ region: 'amsterdam', reporterType: 'POL' });
    expect(problems(...cells, 'Amsterdam')).toEqual(['aanmelder missing']);
    expect(problems(...cells, 'Parijs', 'politie')).toEqual(['regio not-in-list']);
  });

  it('takes a number of one day once', () => {
    const read = readHistory(
      [
        HEAD,
        ['R', '2020', '5', 'B', '1-1-2021'],
        ['R', '2020', '6', 'B', '1-1-2021'],
        ['R', '2020', '6', 'B', '1-1-2022'],
      ],
      TODAY,
      WORDS,
    );
    expect('rows' in read && read.rows.map(({ problems: found }) => found.map(({ code }) => code))).toEqual([
      [],
      ['number-twice'],
      [],
    ]);
  });
});

describe('series of earlier years', () => {
  it('that differ stay two, by name', () => {
    const series = seriesOf([counted('B', 2019, 1334), counted('A', 2019, 1372), counted('A', 2018, 1000)]);
    expect(series.map(({ name, years }) => [name, years.map(({ year, count }) => [year, count])])).toEqual([
      [
        'A',
        [
          [2018, 1000],
          [2019, 1372],
        ],
      ],
      ['B', [[2019, 1334]]],
    ]);
  });

  it('show the newest of a number that was revised, and the earlier one with it', () => {
    const [series] = seriesOf([counted('A', 2017, 958), counted('A', 2017, 956, { asOf: day('2021-01-01') })]);
    expect(series!.years).toHaveLength(1);
    expect(series!.years[0]).toMatchObject({ count: 956, earlier: [{ count: 958 }] });
  });

  it('are cut where they break', () => {
    const [series] = seriesOf([
      counted('A', 2013, 1437),
      counted('A', 2014, 1561, { breakReason: 'sub 3 telt mee' }),
      counted('A', 2015, 1150),
    ]);
    expect(piecesOf(series!).map((piece) => piece.map(({ year }) => year))).toEqual([[2013], [2014, 2015]]);
  });
});
