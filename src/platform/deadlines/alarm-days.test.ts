import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../shared-kernel/plain-date.ts';
import { isWorkingDay } from '../../shared-kernel/working-days.ts';
import { alarmDays, asksFrom } from './alarm-days.ts';

const today = day('2026-11-25');
const moments = (dueOn: string, ahead = [90, 30, 0]) =>
  alarmDays(day(dueOn), ahead, today).map(({ daysAhead, on }) => `${daysAhead}: ${on}`);

describe('the alarms of a deadline', () => {
  it('fire ahead of it and on the day itself', () => {
    expect(moments('2027-06-30')).toEqual(['90: 2027-04-01', '30: 2027-05-31', '0: 2027-06-30']);
  });

  it('move from a weekend or a holiday to the working day before it', () => {
    // 90 days before 5 March 2027 is Saturday 5 December; 27 March 2027 is the Saturday after Good Friday
    expect(moments('2027-03-05')).toEqual(['90: 2026-12-04', '30: 2027-02-03', '0: 2027-03-05']);
    expect(moments('2027-03-27', [0])).toEqual(['0: 2027-03-25']);
  });

  it('leave out what has passed, but always warn once more', () => {
    expect(moments('2026-12-10')).toEqual(['0: 2026-12-10']);
    expect(moments('2026-11-26')).toEqual(['0: 2026-11-26']);
    expect(moments('2026-11-20')).toEqual(['0: 2026-11-25']);
    // Sunday: its warning would have been on Friday, which has passed
    expect(alarmDays(day('2026-11-29'), [0], day('2026-11-28'))).toEqual([{ daysAhead: 0, on: '2026-11-29' }]);
  });

  it('know 29 February', () => {
    expect(moments('2028-02-29')).toEqual(['90: 2027-12-01', '30: 2028-01-28', '0: 2028-02-29']);
  });

  it('that fall on one day become the nearest one', () => {
    expect(moments('2026-12-13', [1, 0])).toEqual(['0: 2026-12-11']);
  });

  it('never fire after the day, never in the past, on working days where there is room, each on a day of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.uniqueArray(fc.nat(120), { minLength: 1 }), (days, ahead) => {
        const dueOn = addDays(today, days);
        const alarms = alarmDays(dueOn, ahead, today);
        expect(alarms.length).toBeGreaterThan(0);
        for (const { on } of alarms) {
          expect(on > today && on <= dueOn).toBe(true);
          if (on > addDays(today, 1)) expect(isWorkingDay(on)).toBe(true);
        }
        const order = alarms.map(({ on }) => on);
        expect(order).toEqual([...new Set(order)].sort());
        expect(asksFrom(dueOn, ahead) <= dueOn).toBe(true);
      }),
      { seed: 20261125 },
    );
  });
});
