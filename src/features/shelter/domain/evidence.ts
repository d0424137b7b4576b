import {
  type Counted,
  type GridRow,
  guarded,
  guardedGrid,
  guardedTotal,
  type Shown,
} from '../../../shared-kernel/guarded-counts.ts';
import { daysBetween, dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { CELL_RULES, publishable } from '../../../shared-kernel/publishable.ts';
import type { ShelterType } from './place.ts';
import { OUTFLOW_ROUTES, type OutflowRoute, REFUSALS, type Refusal } from './placement.ts';

/** Below this many a count could point at somebody: the rule for the public, the strictest but one. */
export const SMALLEST = CELL_RULES.public.smallest;

/** What a request leaves behind for the figures: no person, and no code. */
export interface AskedRow {
  readonly id: string;
  readonly types: readonly ShelterType[];
  readonly region: string;
  readonly openedAt: Date;
  readonly foundNothing: boolean;
}

/** What a stay leaves behind for them. */
export interface StayRow {
  readonly refusal: Refusal | undefined;
  readonly readyOn: PlainDate | undefined;
  readonly outflowRoute: OutflowRoute | undefined;
  readonly departedAt: Date | undefined;
}

/**
 * How long somebody waited: from the day on which a place was asked to the day on which she came in at a shelter. A yes that fell
 * through ends no waiting.
 */
export const WAITS = ['same-day', 'within-week', 'within-month', 'longer', 'none-yet'] as const;
export type Wait = (typeof WAITS)[number];

export const QUARTERS = ['1', '2', '3', '4'] as const;
export type Quarter = (typeof QUARTERS)[number];

/** A kind of shelter, or that no right was found. */
export type SoughtType = ShelterType | 'none';

/** What is missing, as it may be shown: each count hidden when it is few, and enough beside it that nobody subtracts it. */
export interface Evidence {
  readonly asked: number | undefined;
  readonly nothing: number | undefined;
  readonly quarters: readonly Shown<Quarter>[];
  readonly types: readonly Shown<SoughtType>[];
  readonly nothingByType: readonly Shown<SoughtType>[];
  readonly regions: readonly Shown<string>[];
  readonly nothingByRegion: readonly Shown<string>[];
  /** Each wanted region against the kinds of shelter of `types`, in that order. */
  readonly regionByType: readonly GridRow<string, number | undefined>[];
  readonly nothingRegionByType: readonly GridRow<string, number | undefined>[];
  readonly refusals: readonly Shown<Refusal>[];
  readonly waits: readonly Shown<Wait>[];
  readonly outflow: readonly Shown<OutflowRoute>[];
  /** How many days places were held by people who could go on, together; hidden when they are few. */
  readonly blockedDays: number | undefined;
  readonly blockedPlaces: number | undefined;
}

/** Down to a multiple of five: two years beside each other do not give one person back. */
export const rounded = (count: number | undefined): number | undefined =>
  count === undefined ? undefined : (publishable(count, 'public', { zero: 'shown' }).shown ?? undefined);

function countsOf<Key extends string>(keys: readonly Key[], found: readonly Key[]): readonly Shown<Key>[] {
  const counts = new Map<Key, number>(keys.map((key) => [key, 0]));
  for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  const all = [...counts].map(([key, count]): Counted<Key> => ({ key, count }));
  return guarded(all, SMALLEST).map(({ key, count }) => ({ key, count: rounded(count) }));
}

/** The regions in which at least one kind may be told; of the others there are too few, or none. */
function gridOf(
  regions: readonly string[],
  types: readonly SoughtType[],
  found: readonly AskedRow[],
): readonly GridRow<string, number | undefined>[] {
  const counts = new Map<string, number>();
  for (const row of found) {
    const key = `${row.region} ${typeOf(row)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const all = regions.map((key) => ({ key, cells: types.map((type) => counts.get(`${key} ${type}`) ?? 0) }));
  return guardedGrid(all, SMALLEST)
    .map(({ key, cells }) => ({ key, cells: cells.map(rounded) }))
    .filter(({ cells }) => cells.some((count) => count));
}

const typeOf = ({ types }: AskedRow): SoughtType => types[0] ?? 'none';
const quarterOf = ({ openedAt }: AskedRow): Quarter =>
  QUARTERS[Math.floor((Number(dutchDay(openedAt).slice(5, 7)) - 1) / 3)]!;

function waitOf({ openedAt }: AskedRow, arrivedAt: Date | undefined): Wait {
  if (!arrivedAt) return 'none-yet';
  const days = daysBetween(dutchDay(openedAt), dutchDay(arrivedAt));
  if (days <= 0) return 'same-day';
  if (days <= 7) return 'within-week';
  return days <= 31 ? 'within-month' : 'longer';
}

/** How many days somebody who could go on was still in her place, up to a day. */
export function blockedDaysOf(
  { readyOn, departedAt }: Pick<StayRow, 'readyOn' | 'departedAt'>,
  until: PlainDate,
): number {
  if (!readyOn) return 0;
  const left = departedAt ? dutchDay(departedAt) : until;
  return Math.max(0, daysBetween(readyOn, left < until ? left : until));
}

/** The evidence of a period: from what was asked in it, when who was asked for came in somewhere, and the stays that were arranged. */
export function evidenceOf(
  asked: readonly AskedRow[],
  /** By the id of the request. */
  arrivals: ReadonlyMap<string, Date>,
  stays: readonly StayRow[],
  regions: readonly string[],
  until: PlainDate,
): Evidence {
  const nothing = asked.filter(({ foundNothing }) => foundNothing);
  const types = [...new Set(asked.map(typeOf))].toSorted();
  const blocked = stays.filter((stay) => stay.readyOn !== undefined && stay.readyOn < until);
  const isShown = guardedTotal(blocked.length, SMALLEST) !== undefined;
  return {
    asked: rounded(guardedTotal(asked.length, SMALLEST)),
    nothing: rounded(guardedTotal(nothing.length, SMALLEST)),
    quarters: countsOf(QUARTERS, asked.map(quarterOf)),
    types: countsOf(types, asked.map(typeOf)),
    nothingByType: countsOf(types, nothing.map(typeOf)),
    regions: countsOf(
      regions,
      asked.map(({ region }) => region),
    ),
    nothingByRegion: countsOf(
      regions,
      nothing.map(({ region }) => region),
    ),
    regionByType: gridOf(regions, types, asked),
    nothingRegionByType: gridOf(regions, types, nothing),
    refusals: countsOf(
      REFUSALS,
      stays.flatMap(({ refusal }) => refusal ?? []),
    ),
    waits: countsOf(
      WAITS,
      asked.map((each) => waitOf(each, arrivals.get(each.id))),
    ),
    outflow: countsOf(
      OUTFLOW_ROUTES,
      blocked.flatMap(({ outflowRoute }) => outflowRoute ?? []),
    ),
    blockedPlaces: isShown
      ? rounded(blocked.filter(({ departedAt }) => !departedAt || dutchDay(departedAt) > until).length)
      : undefined,
    blockedDays: isShown ? rounded(blocked.reduce((sum, stay) => sum + blockedDaysOf(stay, until), 0)) : undefined,
  };
}
