import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type DatedMembership, municipalDays } from '../../organisations/index.ts';
import { MONITOR_REGIONS, type MonitorFilter, type MonitorRegion, UNKNOWN_REGION } from '../domain/monitor-filter.ts';
import {
  type StandingChange,
  sinceFirst,
  type TrendPoint,
  type TrendStep,
  trendDays,
  trendOn,
} from '../domain/standing-trend.ts';
import { standingChanges } from '../persistence/standing-change-store.ts';
import type { Monitor, MonitorRow } from './monitor.ts';

/** Of what, where and in which steps the trend is asked. */
export interface TrendAsked {
  readonly elements: readonly string[];
  readonly regions: MonitorFilter['regions'];
  readonly step: TrendStep;
  /** Counts only these municipalities: for who may not know of the others. Undefined for all of now and before. */
  readonly only?: ReadonlySet<string> | undefined;
}

/**
 * In how many municipalities each of these elements was arranged, quarter by quarter or year by year, in the chosen regions: over the
 * municipalities that existed on each day, in the regions as they were on that day. Computed from the published days at every look.
 */
export async function readTrend(
  tx: Tx<'approach.standing_change' | 'organisations.organisation'>,
  { rows, memberships }: Monitor,
  { elements, regions, step, only }: TrendAsked,
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly TrendPoint[]>> {
  const changes = Map.groupBy(await standingChanges(tx, elements), ({ organisationId, element }) =>
    keyOf(organisationId, element),
  );
  const municipalities = (await municipalDays(tx)).filter(({ organisationId }) => only?.has(organisationId) ?? true);
  const rowOf = new Map(rows.map((row) => [row.municipality.organisationId, row]));
  const days = trendDays(step, today);
  const membershipsOf = Map.groupBy(memberships, ({ organisationId }) => organisationId);
  const chosen = MONITOR_REGIONS.filter((kind) => regions[kind] !== undefined);
  return new Map(
    elements.map((element) => {
      const histories = municipalities.map(({ organisationId, validFrom, validUntil }) => ({
        countsOn: (on: PlainDate) =>
          validFrom <= on &&
          (validUntil === null || on < validUntil) &&
          chosen.every((kind) => belongsOn(membershipsOf.get(organisationId) ?? [], kind, regions[kind], on)),
        changes: followRegion(changes.get(keyOf(organisationId, element)) ?? [], element, rowOf.get(organisationId)),
      }));
      return [element, sinceFirst(trendOn(histories, days))];
    }),
  );
}

const keyOf = (organisationId: string, element: string) => `${organisationId} ${element}`;

/** It belonged to the region of this kind on a day; to none that is known, when that is asked. */
function belongsOn(
  memberships: readonly DatedMembership[],
  kind: MonitorRegion,
  asked: string | undefined,
  on: PlainDate,
): boolean {
  const found = memberships.find(
    (each) => each.kind === kind && each.validFrom <= on && (each.validUntil === undefined || on < each.validUntil),
  );
  return (found?.region?.code ?? UNKNOWN_REGION) === asked;
}

/** The last change ends when the standing itself does: a region that withdraws what it rests on ends it, and writes nothing here. */
function followRegion(
  changes: readonly StandingChange[],
  element: string,
  row: MonitorRow | undefined,
): readonly StandingChange[] {
  const last = changes.at(-1);
  const standing = row?.element(element);
  if (last?.lapsesOn === undefined || standing?.how === undefined || standing.lapsesOn === undefined) return changes;
  return standing.lapsesOn < last.lapsesOn
    ? [...changes.slice(0, -1), { ...last, lapsesOn: standing.lapsesOn }]
    : changes;
}
