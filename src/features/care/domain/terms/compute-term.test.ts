import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { isWorkingDay, type Term, workingDaysBetween } from '../../../../shared-kernel/working-days.ts';
import { type Clock, type ClockTerm, doubtsOn, REMINDERS_AHEAD } from './clock.ts';
import { type ComputedTerm, computeTerm, secondReading } from './compute-term.ts';

const clock = (term: ClockTerm, change: Partial<Clock> = {}): Clock => ({
  id: 'test',
  term,
  holdsFrom: null,
  doubts: [],
  ...change,
});
function compute(term: ClockTerm, given: string, equated: readonly string[] = []): ComputedTerm {
  const result = computeTerm(clock(term), day(given), equated.map(day));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const seed = 20261130;
const someDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(day('2014-01-01'), days));
const someEquated = fc.array(someDay, { maxLength: 40 });
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 200 }), unit: fc.constant('days' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 30 }), unit: fc.constant('weeks' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 24 }), unit: fc.constant('months' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 20 }), unit: fc.constant('years' as const) }),
);
const shortTerm = anyTerm.filter(
  ({ count, unit }) => unit !== 'years' && count <= { days: 90, weeks: 12, months: 3 }[unit],
);

describe('a term that never moves later', () => {
  it('counts months as calendar months, and the day it starts', () => {
    // 31 January has no 31st to go to in April: 30 April, less the day itself.
    expect(compute({ kind: 'never-later', count: 3, unit: 'months' }, '2027-01-31').lastDay).toBe('2027-04-29');
    // 1 March up to and including 31 May are three whole months.
    expect(compute({ kind: 'never-later', count: 3, unit: 'months' }, '2027-03-01').lastDay).toBe('2027-05-31');
    // 30 November + 3 months is 28 February, or the 29th in the leap year 2028; the day before.
    expect(compute({ kind: 'never-later', count: 3, unit: 'months' }, '2026-11-30').lastDay).toBe('2027-02-27');
    expect(compute({ kind: 'never-later', count: 3, unit: 'months' }, '2027-11-30').lastDay).toBe('2028-02-28');
    // Thirty days from 1 February: up to and including 2 March, or 1 March in a leap year.
    expect(compute({ kind: 'never-later', count: 30, unit: 'days' }, '2027-02-01').lastDay).toBe('2027-03-02');
    expect(compute({ kind: 'never-later', count: 30, unit: 'days' }, '2028-02-01').lastDay).toBe('2028-03-01');
  });

  it('counts whole days over the nights in which the clock is put forward and back', () => {
    // Summer time begins on Sunday 28 March 2027 and ends on Sunday 31 October 2027.
    expect(compute({ kind: 'never-later', count: 30, unit: 'days' }, '2027-03-15').lastDay).toBe('2027-04-13');
    expect(compute({ kind: 'never-later', count: 30, unit: 'days' }, '2027-10-15').lastDay).toBe('2027-11-13');
  });

  // Summer time begins on Sunday 29 March 2026 and ends on Sunday 25 October 2026. Easter is 5 April.
  it.each([
    // thirty days with the 15th as the first: 17 in March, 13 in April; 17 in October, 13 in November
    ['never-later', 30, 'days', '2026-03-15', '2026-04-13'],
    ['never-later', 30, 'days', '2026-10-15', '2026-11-13'],
    ['never-later', 3, 'months', '2026-03-29', '2026-06-28'],
    ['never-later', 3, 'months', '2026-10-25', '2027-01-24'],
    // the day before and the day after, on the night itself
    ['never-later', 1, 'days', '2026-03-29', '2026-03-29'],
    ['never-later', 1, 'days', '2026-10-25', '2026-10-25'],
    // 15 March + 14 days is Sunday the 29th: Monday. 11 October + 14 days is Sunday the 25th: Monday.
    ['statutory', 14, 'days', '2026-03-15', '2026-03-30'],
    ['statutory', 14, 'days', '2026-10-11', '2026-10-26'],
    // 26 September + 4 weeks is Saturday 24 October: over the night, Monday.
    ['statutory', 4, 'weeks', '2026-09-26', '2026-10-26'],
    // 6 March + 4 weeks is Good Friday 3 April; Easter follows: Tuesday 7.
    ['statutory', 4, 'weeks', '2026-03-06', '2026-04-07'],
  ] as const)('%s of %d %s from %s, over the nights of 2026, ends on %s', (kind, count, unit, given, last) => {
    expect(compute({ kind, count, unit }, given).lastDay).toBe(last);
  });

  it.each([
    // 29 March itself, a Sunday. -30: Friday 27 February. -14: Sunday 15 March, so Friday 13. -3: Thursday 26.
    ['2026-03-29', ['2026-02-27', '2026-03-13', '2026-03-26']],
    // 25 October itself, a Sunday. -30: Friday 25 September. -14: Sunday 11 October, so Friday 9. -3: Thursday 22.
    ['2026-10-25', ['2026-09-25', '2026-10-09', '2026-10-22']],
  ])('reminds before a day in the night of %s on working days', (given, reminders) => {
    const { lastDay, reminders: reminding } = compute(
      { kind: 'stated', daysBefore: 0, needsSecondReader: false },
      given,
    );
    expect([lastDay, reminding.map(({ on }) => on)]).toEqual([given, reminders]);
  });

  it('says on which day it ends for who does not count its first day', () => {
    expect(compute({ kind: 'never-later', count: 3, unit: 'months' }, '2027-01-28')).toMatchObject({
      lastDay: '2027-04-27',
      otherReading: '2027-04-28',
      rule: 'never-later',
      skipped: [],
    });
  });

  it('is never later than its plain end, on whatever day that falls', () => {
    fc.assert(
      fc.property(someDay, anyTerm, someEquated, (given, term, equated) => {
        const result = compute({ kind: 'never-later', ...term }, given, equated);
        const plain =
          term.unit === 'days' || term.unit === 'weeks'
            ? addDays(given, term.count * (term.unit === 'weeks' ? 7 : 1))
            : addMonths(given, term.count * (term.unit === 'years' ? 12 : 1));
        expect(result.lastDay).toBe(addDays(plain, -1));
        expect(result.nominal).toBe(result.lastDay);
      }),
      { seed },
    );
  });
});

describe('a term that stands in a document', () => {
  it('is never later than the day in the document', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 5 }), someEquated, (given, daysBefore, equated) => {
        const result = compute({ kind: 'stated', daysBefore, needsSecondReader: true }, given, equated);
        expect(result.lastDay).toBe(addDays(given, -daysBefore));
        expect(result.reminders).toHaveLength(3);
      }),
      { seed },
    );
  });

  it('is compared with what a second person read', () => {
    expect(secondReading(day('2027-02-22'), undefined)).toBe('missing');
    expect(secondReading(day('2027-02-22'), day('2027-02-22'))).toBe('same');
    expect(secondReading(day('2027-02-22'), day('2027-02-21'))).toBe('differs');
  });
});

describe('a statutory term', () => {
  it('says over which days it moved, and why', () => {
    // Four weeks from 7 April 2027 end on 5 May; 6 May is Ascension, 7 May is equated, then the weekend.
    const result = compute({ kind: 'statutory', count: 4, unit: 'weeks' }, '2027-04-07', ['2027-05-07']);
    expect([result.rule, result.nominal, result.lastDay]).toEqual(['moved', '2027-05-05', '2027-05-10']);
    expect(result.skipped.map(({ date, why, holiday }) => [date, holiday ?? why])).toEqual([
      ['2027-05-05', 'Bevrijdingsdag'],
      ['2027-05-06', 'Hemelvaartsdag'],
      ['2027-05-07', 'equated'],
      ['2027-05-08', 'saturday'],
      ['2027-05-09', 'sunday'],
    ]);
    // Without the decree 7 May is a working day.
    expect(compute({ kind: 'statutory', count: 4, unit: 'weeks' }, '2027-04-07').lastDay).toBe('2027-05-07');
  });

  it('that ends on a working day stands, and a long one is left alone', () => {
    expect(compute({ kind: 'statutory', count: 4, unit: 'weeks' }, '2027-01-04').rule).toBe('stands');
    expect(compute({ kind: 'statutory', count: 4, unit: 'months' }, '2027-01-05')).toMatchObject({
      rule: 'left-alone',
      lastDay: '2027-05-05',
    });
  });

  it('of three days holds two working days', () => {
    // Thursday 25 March 2027 + 3 = Sunday 28; Monday is Easter; Tuesday 30 is the first working day, Wednesday 31 the second.
    const result = compute({ kind: 'statutory', count: 3, unit: 'days' }, '2027-03-25');
    expect([result.lastDay, result.isForTwoWorkingDays]).toEqual(['2027-03-31', true]);
    expect(compute({ kind: 'statutory', count: 5, unit: 'days' }, '2027-03-24').isForTwoWorkingDays).toBe(false);
  });

  it('never ends on a weekend, a holiday or an equated day, nor before its plain end', () => {
    fc.assert(
      fc.property(someDay, shortTerm, someEquated, (given, term, equated) => {
        const result = compute({ kind: 'statutory', ...term }, given, equated);
        expect(isWorkingDay(result.lastDay, equated)).toBe(true);
        expect(result.lastDay >= result.nominal).toBe(true);
        expect(result.rule).toBe(result.lastDay === result.nominal ? 'stands' : 'moved');
        if (!result.isForTwoWorkingDays)
          expect(result.skipped.map(({ date }) => date)).toEqual(daysBetween(result.nominal, result.lastDay));
      }),
      { seed },
    );
  });

  it('of more than ninety days, twelve weeks, three months, or of years never moves', () => {
    fc.assert(
      fc.property(someDay, anyTerm, someEquated, (given, term, equated) => {
        const isLong = term.unit === 'years' || term.count > { days: 90, weeks: 12, months: 3 }[term.unit];
        fc.pre(isLong);
        const result = compute({ kind: 'statutory', ...term }, given, equated);
        expect([result.rule, result.lastDay]).toEqual(['left-alone', result.nominal]);
      }),
      { seed },
    );
  });
});

describe('the reminders of any term', () => {
  it('come on a working day, at or before their day, after the start, and never after the nominal end', () => {
    const computed = fc.oneof(
      fc
        .record({ kind: fc.constantFrom('statutory' as const, 'never-later' as const), term: anyTerm })
        .map(({ kind, term }): ClockTerm => ({ kind, ...term })),
      fc
        .integer({ min: 0, max: 3 })
        .map((daysBefore): ClockTerm => ({ kind: 'stated', daysBefore, needsSecondReader: false })),
    );
    fc.assert(
      fc.property(someDay, computed, someEquated, (given, term, equated) => {
        const { reminders, nominal } = compute(term, given, equated);
        for (const { daysAhead, on } of reminders) {
          expect(isWorkingDay(on)).toBe(true);
          expect(on <= addDays(nominal, -daysAhead)).toBe(true);
          // no working day between the reminder and its own day was passed over
          expect(workingDaysBetween(on, addDays(nominal, -daysAhead))).toBe(0);
          if (term.kind !== 'stated') expect(on > given).toBe(true);
        }
        expect(reminders.map(({ daysAhead }) => daysAhead)).toEqual(
          REMINDERS_AHEAD.filter((ahead) => reminders.some(({ daysAhead }) => daysAhead === ahead)),
        );
      }),
      { seed },
    );
  });
});

describe('what is not sure about a clock', () => {
  it('is said from the day on which it is not sure', () => {
    const doubted = clock(
      { kind: 'unknown' },
      {
        doubts: [
          { from: null, text: 'altijd' },
          { from: day('2026-07-01'), text: 'later' },
        ],
      },
    );
    expect(doubtsOn(doubted, day('2026-06-30')).map(({ text }) => text)).toEqual(['altijd']);
    expect(doubtsOn(doubted, day('2026-07-01')).map(({ text }) => text)).toEqual(['altijd', 'later']);
  });
});

function daysBetween(from: PlainDate, until: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) days.push(date);
  return days;
}
