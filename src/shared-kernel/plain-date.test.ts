import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  daysBetween,
  dutchDay,
  plainDate,
  readDutchDate,
  writeDate,
  writeDutchDate,
} from './plain-date.ts';

describe('a plain date', () => {
  it('reads what Dutch people write', () => {
    for (const text of [
      '31-12-2027',
      '31/12/2027',
      '31.12.2027',
      ' 31 december 2027 ',
      '31 dec 2027',
      '31 dec. 2027',
      '2027-12-31',
    ]) {
      expect(readDutchDate(text), text).toBe('2027-12-31');
    }
    expect(readDutchDate('1 mrt 2027')).toBe('2027-03-01');
    expect(readDutchDate('1 mei 2027')).toBe('2027-05-01');
  });

  it('refuses days that do not exist', () => {
    for (const text of [
      '29-02-2027',
      '31-04-2027',
      '00-01-2027',
      '1-13-2027',
      'morgen',
      '',
      '12-31-2027',
      '1-1-27',
      '31 foo 2027',
      '01-01-1812',
    ]) {
      expect(readDutchDate(text), text).toBeUndefined();
    }
    expect(readDutchDate('29-02-2028')).toBe('2028-02-29');
  });

  it('moves 29 February to the last day of a shorter month', () => {
    expect(addMonths(day('2028-02-29'), 12)).toBe('2029-02-28');
    expect(addMonths(day('2027-10-31'), 4)).toBe('2028-02-29');
  });

  it('knows the Dutch day of an instant around midnight and summer time', () => {
    expect(dutchDay(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
    expect(dutchDay(new Date('2027-06-30T21:59:59Z'))).toBe('2027-06-30');
    expect(dutchDay(new Date('2027-06-30T22:00:00Z'))).toBe('2027-07-01');
  });

  it('is written as the readers of the page write it', () => {
    expect(writeDate(day('2026-11-24'), 'nl')).toBe('24 november 2026');
    expect(writeDate(day('2027-03-01'), 'en')).toBe('1 March 2027');
  });

  it('writes and reads back every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), (days) => {
        const date = addDays(day('1950-01-01'), days);
        expect(plainDate(date)).toBe(date);
        expect(readDutchDate(writeDutchDate(date))).toBe(date);
        expect(daysBetween(day('1950-01-01'), date)).toBe(days);
      }),
      { seed: 20261124 },
    );
  });
});
