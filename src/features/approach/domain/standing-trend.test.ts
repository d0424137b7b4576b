import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { changeOn, type StandingChange, sinceFirst, trendDays, trendOn } from './standing-trend.ts';

const change = (beginsOn: string, lapsesOn?: string): StandingChange => ({
  beginsOn: day(beginsOn),
  lapsesOn: lapsesOn === undefined ? undefined : day(lapsesOn),
});
const always = () => true;
const on = (changes: readonly StandingChange[], ...days: readonly string[]) =>
  trendOn([{ countsOn: always, changes }], days.map(day)).map(({ held, lapsed }) => [held, lapsed]);

describe('what was published for a day', () => {
  it('begins on the day of the decision, and lapses on its end date', () => {
    const once = [change('2024-03-10', '2025-03-10')];
    expect(on(once, '2024-03-09', '2024-03-10', '2025-03-09', '2025-03-10')).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it('leaves the days before a new decision as they were', () => {
    const twice = [change('2023-01-01', '2024-01-01'), change('2024-06-01', '2026-06-01')];
    expect(on(twice, '2023-06-30', '2024-03-31', '2024-06-30')).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  it('follows a correction for all the days it is about', () => {
    expect(on([change('2023-01-01', '2027-01-01'), change('2023-01-01', '2024-01-01')], '2025-01-01')).toEqual([
      [0, 1],
    ]);
    expect(
      changeOn([change('2024-01-01', '2028-01-01'), change('2023-01-01', '2023-06-01')], day('2025-01-01')),
    ).toEqual(change('2023-01-01', '2023-06-01'));
  });

  it('is nothing from the day on which it was taken back: that is no lapse', () => {
    const taken = [change('2023-01-01', '2027-01-01'), change('2024-05-01')];
    expect(on(taken, '2024-04-30', '2024-05-01')).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });

  it('counts a municipality only on the days on which it counts', () => {
    const histories = [
      { countsOn: (each: PlainDate) => each < '2024-01-01', changes: [change('2022-01-01', '2030-01-01')] },
      { countsOn: always, changes: [] },
    ];
    expect(trendOn(histories, [day('2023-12-31'), day('2024-01-01')])).toMatchObject([
      { all: 2, held: 1 },
      { all: 1, held: 0 },
    ]);
  });

  it('never counts a municipality twice, nor more than there are', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(day('2020-01-01'), n));
    const changes = fc.array(fc.record({ beginsOn: days, lapsesOn: fc.option(days, { nil: undefined }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 6 }), days, (each, on) => {
        const [point] = trendOn(
          each.map((one) => ({ countsOn: always, changes: one })),
          [on],
        );
        expect(point!.held + point!.lapsed).toBeLessThanOrEqual(point!.all);
        expect(point!.all).toBe(each.length);
      }),
    );
  });
});

describe('the days of a trend', () => {
  it('are the last days of the last twelve quarters, and today', () => {
    const days = trendDays('quarter', day('2026-11-25'));
    expect(days).toHaveLength(13);
    expect([days[0], days[11], days[12]]).toEqual(['2023-12-31', '2026-09-30', '2026-11-25']);
  });

  it('are the last days of the last ten years, and today', () => {
    const days = trendDays('year', day('2026-01-01'));
    expect([days.length, days[0], days[9], days[10]]).toEqual([11, '2016-12-31', '2025-12-31', '2026-01-01']);
  });

  it('rise, on every day of the year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom('quarter' as const, 'year' as const),
        (n, step) => {
          const days = trendDays(step, addDays(day('2024-01-01'), n));
          expect([...new Set(days)].sort()).toEqual(days);
        },
      ),
    );
  });
});

describe('a trend', () => {
  it('starts one step before the first that was published', () => {
    const point = (on: string, held: number) => ({ day: day(on), all: 3, held, lapsed: 0 });
    const points = [point('2023-12-31', 0), point('2024-03-31', 0), point('2024-06-30', 1), point('2024-09-30', 0)];
    expect(sinceFirst(points).map(({ day }) => day)).toEqual(['2024-03-31', '2024-06-30', '2024-09-30']);
    expect(sinceFirst(points.slice(0, 2))).toEqual([]);
  });
});
