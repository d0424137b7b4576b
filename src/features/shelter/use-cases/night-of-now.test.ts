import { describe, expect, it } from 'vitest';
import { day, dutchDay } from '../../../shared-kernel/plain-date.ts';
import { asksDeparture, nightOfNow, staysFrom } from './night-of-now.ts';

const at = (iso: string) => nightOfNow({ now: new Date(iso), today: dutchDay(new Date(iso)) });

describe('the night of now', () => {
  it.each([
    ['at two o’clock', '2026-12-02T01:02:00Z', '2026-12-01'],
    ['a minute before six', '2026-12-02T04:59:00Z', '2026-12-01'],
    ['at six', '2026-12-02T05:00:00Z', '2026-12-02'],
    ['in the evening', '2026-12-02T22:59:00Z', '2026-12-02'],
    ['just after midnight', '2026-12-02T23:00:00Z', '2026-12-02'],
    ['a minute before six, when summer time began', '2027-03-28T03:59:00Z', '2027-03-27'],
    ['at six, when summer time began', '2027-03-28T04:00:00Z', '2027-03-28'],
    ['a minute before six, when winter time began', '2027-10-31T04:59:00Z', '2027-10-30'],
    ['at six, when winter time began', '2027-10-31T05:00:00Z', '2027-10-31'],
  ])('is, %s, by the day on whose evening it begins', (_when, now, night) => {
    expect(at(now)).toBe(night);
  });

  it.each([
    ['2026-12-02', '2026-12-02T11:00:00.000Z', '2026-12-02T17:00:00.000Z'],
    ['2027-03-28', '2027-03-28T10:00:00.000Z', '2027-03-28T16:00:00.000Z'],
    ['2027-10-31', '2027-10-31T11:00:00.000Z', '2027-10-31T17:00:00.000Z'],
  ])('asks at noon of %s whether somebody left, and lets her stay from six in the evening', (until, asked, stays) => {
    expect([asksDeparture(day(until)).toISOString(), staysFrom(day(until)).toISOString()]).toEqual([asked, stays]);
  });
});
