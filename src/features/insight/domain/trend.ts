import { addDays, addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { CountedTable } from './disclosure/counted-table.ts';
import { cellKey } from './disclosure/counted-table.ts';
import type { Publication } from './disclosure/linked-table.ts';

/** How many quarters are looked back on: three years. [design: In Beeld] */
export const TREND_QUARTERS = 12;
/** What comes in late is in by then. [design: In Beeld] */
const SETTLES_AFTER_DAYS = 14;

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One quarter of a series as it came through the disclosure control; never counted again. */
export interface TrendQuarter {
  /** Its first day. */
  readonly quarter: PlainDate;
  /** Police units, with the names of that time. */
  readonly areas: readonly Named[];
  readonly kinds: readonly Named[];
  readonly cells: Publication;
  readonly laidAt: Date;
}

/** What one organisation counted in a quarter. */
export interface QuarterCount {
  readonly organisationId: string;
  /** Where, when the series says so itself. */
  readonly area?: string | null;
  readonly kind: string;
  readonly count: number;
}

const QUARTER = 'kwartaal';
const AREA = 'gebied';
const KIND = 'soort';
/** Where no source says to which police unit a municipality belongs. */
export const UNKNOWN_AREA: Named = { id: 'onbekend', name: 'Onbekend' };

/** The first day of the quarter of a day. */
export function quarterOf(on: PlainDate): PlainDate {
  const month = Number(on.slice(5, 7));
  return day(`${on.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
}

/** '2026, 3e kwartaal' */
export function sayQuarter(quarter: PlainDate): string {
  return `${quarter.slice(0, 4)}, ${(Number(quarter.slice(5, 7)) + 2) / 3}e kwartaal`;
}

/** The quarters that can be counted on a day, oldest first: closed, and so long ago that nothing comes in any more. */
export function settledQuarters(today: PlainDate): readonly PlainDate[] {
  const last = addMonths(quarterOf(addDays(today, -SETTLES_AFTER_DAYS)), -3);
  return Array.from({ length: TREND_QUARTERS }, (_, at) => addMonths(last, (at - TREND_QUARTERS + 1) * 3));
}

/** The counts of a quarter as a table to protect: by police unit and kind, each organisation a contributor. */
export function countedQuarter(
  quarter: PlainDate,
  counts: readonly QuarterCount[],
  areaOf: (count: QuarterCount) => string | undefined,
  areas: readonly Named[],
  kinds: readonly Named[],
): CountedTable {
  return {
    dimensions: [
      { id: QUARTER, categories: [quarter] },
      { id: AREA, categories: areas.map(({ id }) => id) },
      { id: KIND, categories: kinds.map(({ id }) => id) },
    ],
    rows: counts.map((counted) => ({
      values: [quarter, areaOf(counted) ?? UNKNOWN_AREA.id, counted.kind],
      contributor: counted.organisationId,
      count: counted.count,
    })),
  };
}

/** What may be shown of a quarter: of the nation, of an area, of a kind, or of both; null is kept back. */
export function shownOf(
  { quarter, cells }: TrendQuarter,
  by: { readonly area?: string | undefined; readonly kind?: string | undefined } = {},
): number | null {
  const key = cellKey([
    [QUARTER, quarter],
    ...(by.area === undefined ? [] : [[AREA, by.area] as const]),
    ...(by.kind === undefined ? [] : [[KIND, by.kind] as const]),
  ]);
  return cells.get(key) ?? null;
}
