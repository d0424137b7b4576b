import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { linkedTableOf } from './disclosure/counted-table.ts';
import { countedQuarter, quarterOf, sayQuarter, settledQuarters, shownOf, TREND_QUARTERS } from './trend.ts';

describe('a quarter', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026, 1e kwartaal'],
    ['2026-03-31', '2026-01-01', '2026, 1e kwartaal'],
    ['2026-11-29', '2026-10-01', '2026, 4e kwartaal'],
    ['2028-02-29', '2028-01-01', '2028, 1e kwartaal'],
  ])('of %s begins on %s', (on, first, said) => {
    expect(quarterOf(day(on))).toBe(first);
    expect(sayQuarter(quarterOf(day(on)))).toBe(said);
  });

  it.each([
    ['2026-10-14', '2026-04-01'], // the third is closed for less than two weeks
    ['2026-10-15', '2026-07-01'],
    ['2027-01-14', '2026-07-01'],
    ['2027-01-15', '2026-10-01'],
  ])('is counted two weeks after its end: on %s the last one is %s', (today, last) => {
    const quarters = settledQuarters(day(today));
    expect(quarters.at(-1)).toBe(last);
    expect(quarters).toHaveLength(TREND_QUARTERS);
    expect(quarters).toEqual(quarters.toSorted());
    expect(new Set(quarters.map((each) => quarterOf(each)))).toEqual(new Set(quarters));
  });
});

describe('the counts of a quarter', () => {
  const quarter = day('2026-07-01');
  const areas = [
    { id: 'PL0', name: 'Een' },
    { id: 'onbekend', name: 'Onbekend' },
  ];
  const kinds = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  const counts = [
    { organisationId: 'x', kind: 'a', count: 20 },
    { organisationId: 'y', kind: 'b', count: 15 },
  ];

  it('stand with the police unit of who counted, or with none', () => {
    const table = countedQuarter(
      quarter,
      counts,
      ({ organisationId }) => (organisationId === 'x' ? 'PL0' : undefined),
      areas,
      kinds,
    );
    const { cells } = linkedTableOf(table, [['gebied', 'soort']]);
    const of = (key: string) => cells.get(key)?.count;
    expect(of('kwartaal=2026-07-01')).toBe(35);
    expect(of('kwartaal=2026-07-01|gebied=PL0')).toBe(20);
    expect(of('kwartaal=2026-07-01|gebied=onbekend|soort=b')).toBe(15);
  });

  it('are shown by their cell, and a cell that is not there is kept back', () => {
    const cells = new Map<string, number | null>([
      ['kwartaal=2026-07-01', 35],
      ['kwartaal=2026-07-01|gebied=PL0', 20],
      ['kwartaal=2026-07-01|soort=b', null],
    ]);
    const laid = { quarter, areas, kinds, cells, laidAt: new Date(0) };
    expect(shownOf(laid)).toBe(35);
    expect(shownOf(laid, { area: 'PL0' })).toBe(20);
    expect([shownOf(laid, { kind: 'b' }), shownOf(laid, { area: 'PL0', kind: 'b' })]).toEqual([null, null]);
  });
});
