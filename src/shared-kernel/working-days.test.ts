import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from './plain-date.ts';
import {
  addWorkingDays,
  easterOf,
  holidayOn,
  holidaysOf,
  isWorkingDay,
  statutoryEnd,
  warningDay,
  weekdayOf,
  workingDaysBetween,
} from './working-days.ts';

const someDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('2014-01-01'), days));
const seed = 20261125;

describe('the Dutch holidays', () => {
  it('fall where a paper calendar has them, 2026 to 2030', () => {
    const moving = (year: number) =>
      holidaysOf(year)
        .filter(({ name }) =>
          ['Goede Vrijdag', 'Tweede Paasdag', 'Koningsdag', 'Hemelvaartsdag', 'Tweede Pinksterdag'].includes(name),
        )
        .map(({ date }) => date.slice(5));
    expect(moving(2026)).toEqual(['04-03', '04-06', '04-27', '05-14', '05-25']);
    expect(moving(2027)).toEqual(['03-26', '03-29', '04-27', '05-06', '05-17']);
    expect(moving(2028)).toEqual(['04-14', '04-17', '04-27', '05-25', '06-05']);
    expect(moving(2029)).toEqual(['03-30', '04-02', '04-27', '05-10', '05-21']);
    expect(moving(2030)).toEqual(['04-19', '04-22', '04-27', '05-30', '06-10']);
  });

  it('have the King celebrate on the 26th when the 27th is a Sunday', () => {
    expect(holidayOn(day('2025-04-26'))?.name).toBe('Koningsdag');
    expect(holidayOn(day('2025-04-27'))).toBeUndefined();
    expect(holidayOn(day('2031-04-26'))?.name).toBe('Koningsdag');
  });

  it('know the earliest and the latest Easter, and the two exceptions of the rule', () => {
    expect(easterOf(2008)).toBe('2008-03-23');
    expect(easterOf(1943)).toBe('1943-04-25');
    expect(easterOf(2038)).toBe('2038-04-25');
    expect(easterOf(2049)).toBe('2049-04-18');
    expect(easterOf(2076)).toBe('2076-04-19');
  });

  it('are nine a year, in order, with Easter always on a Sunday', () => {
    for (let year = 2014; year <= 2198; year++) {
      const dates = holidaysOf(year).map(({ date }) => date);
      expect(dates).toHaveLength(9);
      expect(dates).toEqual([...dates].sort());
      expect(weekdayOf(easterOf(year))).toBe(7);
    }
  });

  it('may share a day: Ascension and Liberation Day in 2016', () => {
    expect(
      holidaysOf(2016)
        .filter(({ date }) => date === '2016-05-05')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Bevrijdingsdag', 'Hemelvaartsdag']);
  });
});

describe('working days', () => {
  it('skip the weekend, Christmas and New Year', () => {
    expect(addWorkingDays(day('2026-12-24'), 1)).toBe('2026-12-28');
    expect(addWorkingDays(day('2026-12-24'), 5)).toBe('2027-01-04');
    expect(addWorkingDays(day('2027-01-04'), -5)).toBe('2026-12-24');
    expect(workingDaysBetween(day('2026-12-24'), day('2027-01-04'))).toBe(5);
  });

  it('count 253 in 2026: 261 weekdays less eight holidays, Boxing Day being a Saturday', () => {
    expect(workingDaysBetween(day('2025-12-31'), day('2026-12-31'))).toBe(253);
  });

  it('end on a working day, and come back to where they began', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 80 }), (date, count) => {
        const later = addWorkingDays(date, count);
        expect(isWorkingDay(later)).toBe(true);
        expect(workingDaysBetween(date, later)).toBe(count);
        expect(workingDaysBetween(later, date)).toBe(-count);
        if (isWorkingDay(date)) expect(addWorkingDays(later, -count)).toBe(date);
      }),
      { seed },
    );
  });

  it('refuse a number that is not whole', () => {
    expect(() => addWorkingDays(day('2026-11-25'), 1.5)).toThrow(RangeError);
  });
});

describe('a statutory term', () => {
  it('that ends in a weekend ends on Monday (article 1)', () => {
    // Decision sent on Saturday 17 October 2026: six weeks end on Saturday 28 November.
    expect(statutoryEnd(day('2026-10-17'), { count: 6, unit: 'weeks' })).toBe('2026-11-30');
    // Sent on Wednesday 14 October: Wednesday 25 November, nothing moves.
    expect(statutoryEnd(day('2026-10-14'), { count: 6, unit: 'weeks' })).toBe('2026-11-25');
  });

  it('that ends on a holiday ends after it, Good Friday and 5 May too (article 3)', () => {
    // Good Friday 26 March 2027, Easter Monday 29 March.
    expect(statutoryEnd(day('2027-02-12'), { count: 6, unit: 'weeks' })).toBe('2027-03-30');
    // 5 May 2027 is a Wednesday and 6 May is Ascension Day.
    expect(statutoryEnd(day('2027-04-05'), { count: 1, unit: 'months' })).toBe('2027-05-07');
    // Christmas 2026: Friday and Saturday.
    expect(statutoryEnd(day('2026-11-13'), { count: 6, unit: 'weeks' })).toBe('2026-12-28');
  });

  it('of three days or more holds two working days (article 2)', () => {
    // Thursday before Easter 2027: Friday to Monday are all holidays or weekend.
    expect(statutoryEnd(day('2027-03-25'), { count: 3, unit: 'days' })).toBe('2027-03-31');
    expect(statutoryEnd(day('2027-03-25'), { count: 2, unit: 'days' })).toBe('2027-03-30');
  });

  it('longer than ninety days, twelve weeks or three months keeps its end (article 4)', () => {
    const saturday = '2026-11-28';
    expect(statutoryEnd(addDays(day(saturday), -91), { count: 91, unit: 'days' })).toBe(saturday);
    expect(statutoryEnd(addDays(day(saturday), -90), { count: 90, unit: 'days' })).toBe('2026-11-30');
    expect(statutoryEnd(addDays(day(saturday), -13 * 7), { count: 13, unit: 'weeks' })).toBe(saturday);
    expect(statutoryEnd(addDays(day(saturday), -12 * 7), { count: 12, unit: 'weeks' })).toBe('2026-11-30');
    expect(statutoryEnd(day('2026-07-28'), { count: 4, unit: 'months' })).toBe(saturday);
    expect(statutoryEnd(day('2026-08-28'), { count: 3, unit: 'months' })).toBe('2026-11-30');
    expect(statutoryEnd(day('2025-11-28'), { count: 1, unit: 'years' })).toBe(saturday);
  });

  it('takes 29 February to the 28th in a shorter year', () => {
    expect(statutoryEnd(day('2028-02-29'), { count: 1, unit: 'years' })).toBe('2029-02-28');
  });

  it('never ends early, never more than a week late, and short ones end on a working day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 90 }), (start, count) => {
        const end = statutoryEnd(start, { count, unit: 'days' });
        expect(isWorkingDay(end)).toBe(true);
        expect(end >= addDays(start, count) && end <= addDays(start, count + 7)).toBe(true);
        if (count >= 3) expect(workingDaysBetween(start, end)).toBeGreaterThanOrEqual(2);
      }),
      { seed },
    );
  });

  it('refuses a term of nothing', () => {
    expect(() => statutoryEnd(day('2026-11-25'), { count: 0, unit: 'days' })).toThrow(RangeError);
  });
});

describe('a warning', () => {
  it('comes on the last working day before a date that may not move', () => {
    expect(warningDay(day('2026-11-28'))).toBe('2026-11-27');
    expect(warningDay(day('2027-03-29'))).toBe('2027-03-25');
    expect(warningDay(day('2026-11-25'))).toBe('2026-11-25');
    expect(warningDay(day('2027-01-02'), 2)).toBe('2026-12-29');
  });

  it('is never later than the date itself and always on a working day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 30 }), (date, ahead) => {
        const warning = warningDay(date, ahead);
        expect(warning <= date).toBe(true);
        expect(isWorkingDay(warning)).toBe(true);
        expect(workingDaysBetween(warning, date)).toBe(ahead);
      }),
      { seed },
    );
  });
});
