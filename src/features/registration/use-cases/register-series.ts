import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type BeforeAndAfter, beforeAndAfter } from '../domain/before-and-after.ts';
import { type HistoryCount, type HistorySeries, seriesOf } from '../domain/history.ts';
import { historyCounts, layHistory, liveCells, liveCounts } from '../persistence/history-store.ts';

/** Numbers of a register, as the logs name them. */
const HISTORY_SUBJECT = 'registration.history_count';

/** What the register counts itself, and what it brought along: two lists, of which nothing is added together. */
export interface RegisterSeries {
  readonly live: Awaited<ReturnType<typeof liveCounts>>;
  readonly history: readonly HistorySeries[];
  /** Per region and kind of reporter, beside each other and never subtracted. */
  readonly change: readonly BeforeAndAfter[];
}

/** How many were reported in each year, and the series of earlier years. */
export async function readSeries(
  tx: Tx<'registration.record' | 'registration.delivery' | 'registration.history_count'>,
  actor: Actor,
  today: PlainDate,
): Promise<RegisterSeries> {
  const { organisationId: tenantId } = actor;
  const history = await historyCounts(tx, tenantId);
  return {
    live: await liveCounts(tx, tenantId),
    history: seriesOf(history),
    change: beforeAndAfter(history, await liveCells(tx, tenantId), Number(today.slice(0, 4))),
  };
}

/** With this series, year and date there is another number: a number that was revised has a date of its own. */
export type HistoryRefusal = { readonly code: 'other-count'; readonly at: readonly string[] };

/** Brings in numbers of earlier years, all or none. The same again changes nothing. */
export async function enterHistory(
  tx: Tx<'registration.history_count'>,
  actor: Actor,
  input: { readonly counts: readonly HistoryCount[] },
  time: DomainTime,
): Promise<Result<Done, HistoryRefusal>> {
  const by = { personId: actor.personId, at: time.now, newId };
  const others = await layHistory(tx, actor.organisationId, input.counts, by);
  if (others.length > 0) return err({ code: 'other-count', at: others.map(({ series, year }) => `${series} ${year}`) });
  return ok({ subject: { kind: HISTORY_SUBJECT, id: actor.organisationId } });
}
