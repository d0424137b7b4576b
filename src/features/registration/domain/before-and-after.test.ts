import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { beforeAndAfter, type LiveCell } from './before-and-after.ts';
import type { HistoryCount } from './history.ts';

const HERE = { region: 'amsterdam', reporterType: 'JEUGD' } as const;
const counted = (year: number, count: number, more: Partial<HistoryCount> = {}): HistoryCount => ({
  ...{ series: 'Proef', year, count, source: 'verslag', asOf: day('2026-01-01'), breakReason: undefined, split: HERE },
  ...more,
});
const live = (year: number, persons: number): LiveCell => ({ ...HERE, year, persons });

describe('before and after joining', () => {
  it('sets whole years beside whole years, and leaves the year of joining and this one out', () => {
    const rows = beforeAndAfter(
      [counted(2020, 12), counted(2021, 14), counted(2022, 99)],
      [live(2022, 3), live(2023, 22), live(2024, 31), live(2026, 40)],
      2026,
    );
    expect(rows).toEqual([
      {
        ...HERE,
        series: 'Proef',
        joinedIn: 2022,
        before: { years: [2020, 2021], persons: 25 },
        // 53 in 2023, 2024 and 2025, of which 2025 had none; to the nearest five
        after: { years: [2023, 2024, 2025], persons: 55 },
      },
    ]);
  });

  it('hides what is small, nought too', () => {
    const [row] = beforeAndAfter([counted(2020, 4)], [live(2021, 1)], 2026);
    expect([row!.before, row!.after]).toEqual([
      { years: [2020], persons: null },
      { years: [2022, 2023, 2024, 2025], persons: null },
    ]);
  });

  it('says nothing of after when no whole year passed, or nobody joined', () => {
    expect(beforeAndAfter([counted(2020, 40)], [live(2026, 9)], 2026)[0]).toMatchObject({
      joinedIn: 2026,
      after: undefined,
    });
    expect(beforeAndAfter([counted(2020, 40)], [], 2026)[0]).toMatchObject({ joinedIn: undefined, after: undefined });
  });

  it('keeps two series apart, takes the newest of a revised number, and passes over numbers of the whole country', () => {
    const rows = beforeAndAfter(
      [
        counted(2020, 10),
        counted(2020, 20, { asOf: day('2026-06-01') }),
        counted(2020, 30, { series: 'Andere proef' }),
        counted(2020, 500, { split: undefined }),
      ],
      [],
      2026,
    );
    expect(rows.map(({ series, before }) => [series, before?.persons])).toEqual([
      ['Proef', 20],
      ['Andere proef', 30],
    ]);
  });
});
