import type { AnyTx, DomainTime, Tx } from '../../../platform/db/transact.ts';
import { runInThread } from '../../../platform/threads/run-in-thread.ts';
import { workerFile } from '../../../platform/threads/worker-file.ts';
import { addDays, addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import { type DatedMembership, membershipsOfKinds, organisationsOfKind } from '../../organisations/index.ts';
import {
  countedQuarter,
  type Named,
  type QuarterCount,
  quarterOf,
  settledQuarters,
  TREND_QUARTERS,
  type TrendQuarter,
  UNKNOWN_AREA,
} from '../domain/trend.ts';
import { countsOfQuarter, firstMonth, laidQuarters, layQuarter } from '../persistence/trend-store.ts';
import type { CheckAnswer, CheckTask } from './disclosure/check-publication.ts';

/** Opens a transaction through the door `insight`: the one that counts for the nation. Nobody signs in through it. */
export type InInsight = <T>(run: (tx: AnyTx, time: DomainTime) => Promise<T>) => Promise<T>;

/** A quarter that cannot be shown without giving somebody away, or whose check did not end. Nothing of it is kept. */
export class TrendNotLaid extends Error {}

const CHECK_LIMIT_MS = 60_000;

/**
 * Counts every quarter that closed and was not counted yet, protects it as for everybody (`CELL_RULES.public`), lets the attacker try
 * it, and keeps only what came through. Each quarter in a transaction of its own; cut off half-way, the next round goes on.
 * @returns how many quarters were laid. @throws TrendNotLaid after the other quarters were done
 */
export async function layTrends(
  series: readonly TrendSeries[],
  inInsight: InInsight,
  {
    check = checkInThread,
    isOver = () => false,
  }: {
    readonly check?: (task: CheckTask) => Promise<CheckAnswer | undefined>;
    /** Asked between two quarters: whether to leave the rest to a next round. */
    readonly isOver?: () => boolean;
  } = {},
): Promise<number> {
  const done = { laid: 0, failed: [] as string[] };
  for (const each of series) {
    for (const quarter of await inInsight((tx, { today }) => waitingQuarters(tx, each, today))) {
      if (isOver()) return done.laid;
      const { counted, areas } = await inInsight((tx) => countQuarter(tx, each, quarter));
      const answer = await check({ counted, earlier: [] });
      if (answer?.ending !== 'safe') {
        done.failed.push(`${each.id} ${quarter}: ${answer?.ending ?? 'no answer'}`);
        continue;
      }
      const { publication: cells } = answer;
      await inInsight((tx, { now }) =>
        layQuarter(tx, each.id, { quarter, areas, kinds: each.kinds, cells, laidAt: now }),
      );
      done.laid++;
    }
  }
  if (done.failed.length > 0) throw new TrendNotLaid(done.failed.join('; '));
  return done.laid;
}

async function waitingQuarters(tx: AnyTx, series: TrendSeries, today: PlainDate): Promise<readonly PlainDate[]> {
  const laid = new Set((await laidQuarters(tx, series.id, TREND_QUARTERS)).map(({ quarter }) => quarter));
  const waiting = settledQuarters(today).filter((quarter) => !laid.has(quarter));
  if (waiting.length === 0) return [];
  const first = await firstMonth(tx, series);
  return first === undefined ? [] : waiting.filter((quarter) => quarter >= quarterOf(first));
}

async function countQuarter(tx: AnyTx, series: TrendSeries, quarter: PlainDate) {
  const lastDay = addDays(addMonths(quarter, 3), -1);
  const units = await organisationsOfKind(tx, 'politie-eenheid', lastDay);
  const areas: readonly Named[] = [...units.map(({ code, name }) => ({ id: code, name })), UNKNOWN_AREA];
  const { unitOfArea } = series;
  const unitOf = policeUnitsOn(await membershipsOfKinds(tx, ['police-unit']), lastDay);
  const areaOf = ({ organisationId, area }: QuarterCount) =>
    unitOfArea ? unitOfArea[area ?? ''] : unitOf.get(organisationId);
  const counts = await countsOfQuarter(tx, series, quarter);
  return { areas, counted: countedQuarter(quarter, counts, areaOf, areas, series.kinds) };
}

/** The police unit of every municipality on a day; before the first day that a source tells of, that of the first day. */
function policeUnitsOn(memberships: readonly DatedMembership[], on: PlainDate): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const { organisationId, region, validFrom, validUntil } of memberships.toSorted((one, other) =>
    one.validFrom < other.validFrom ? -1 : 1,
  )) {
    const began = validFrom <= on;
    if (region && ((began && (validUntil === undefined || validUntil > on)) || (!began && !units.has(organisationId))))
      units.set(organisationId, region.code);
  }
  return units;
}

async function checkInThread(task: CheckTask): Promise<CheckAnswer | undefined> {
  const outcome = await runInThread<CheckAnswer>(workerFile('features/insight/disclosure-worker'), task, CHECK_LIMIT_MS)
    .outcome;
  return outcome.kind === 'done' ? outcome.answer : undefined;
}

/** What analysts see: the quarters that were counted, oldest first. */
export async function readTrend(tx: Tx<'insight.trend'>, series: TrendSeries): Promise<readonly TrendQuarter[]> {
  return (await laidQuarters(tx, series.id, TREND_QUARTERS)).toReversed();
}
