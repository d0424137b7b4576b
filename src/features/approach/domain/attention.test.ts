import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../shared-kernel/plain-date.ts';
import { lapsedInCountry, lapsesOn } from './attention.ts';

const today = day('2026-11-29');
const until = (days: number) => ({ decidedOn: day('2026-01-01'), lapsesOn: addDays(today, days) });
const found = (standings: Readonly<Record<string, number>>) =>
  lapsesOn(new Map(Object.entries(standings).map(([element, days]) => [element, until(days)])), today).map(
    ({ element, isLapsed }) => `${element} ${isLapsed}`,
  );

describe('what asks attention of the approach', () => {
  it('is what lapsed or lapses within 90 days, the earliest first', () =>
    expect(found({ 'K1.1': 91, 'K2.1': 90, 'K2.2': 0, 'K5.1': -400, 'K5.3': 1 })).toEqual([
      'K5.1 true',
      'K2.2 true',
      'K5.3 false',
      'K2.1 false',
    ]));
  it('names anchoring only when nothing else ends that day', () => {
    expect(found({ 'K1.1': 60, 'K7.1': 60 })).toEqual(['K1.1 false']);
    expect(found({ 'K1.1': 60, 'K7.1': 30 })).toEqual(['K7.1 false', 'K1.1 false']);
  });
  it('is, for the country, in how many places each element lapsed, what lapsed lately in most places first', () => {
    const standings = [
      ['K1.1', -91],
      ['K1.1', -90],
      ['K1.1', -400],
      ['K2.1', -1],
      ['K2.1', 0],
      ['K2.1', 1],
      ['K5.1', 10],
    ] as const;
    expect(
      lapsedInCountry(
        standings.map(([element, days]) => ({ element, ...until(days) })),
        today,
      ),
    ).toEqual([
      { element: 'K2.1', count: 2, lately: 2 },
      { element: 'K1.1', count: 3, lately: 0 },
    ]);
  });
});
