import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PublishedElement } from '../domain/standing.ts';
import type { StandingChange } from '../domain/standing-trend.ts';
import { effectiveLapse, type StandingTables } from './standing-query.ts';

/**
 * Keeps for the trend what is published about an element, or that it is taken back (without `lapsesOn`). What says the same as the
 * change before it is no change.
 */
export async function appendStandingChange(
  tx: Tx<'approach.standing_change'>,
  tenantId: string,
  change: StandingChange & { readonly element: string; readonly state: PublishedElement['state'] | 'withdrawn' },
  at: Date,
): Promise<void> {
  const { element, state, beginsOn } = change;
  const lapsesOn = change.lapsesOn ?? null;
  await sql`
    with ${latest(tenantId, element)}
    insert into approach.standing_change (tenant_id, id, element, state, begins_on, lapses_on, changed_at)
    select ${tenantId}::uuid, gen_random_uuid(), ${element}::text, ${state}::text, ${beginsOn}::date, ${lapsesOn}::date,
      ${afterLatest(at)}
    where not exists (select 1 from latest l where l.state = ${state}
        and (${state} = 'withdrawn' or l.begins_on = ${beginsOn}::date and l.lapses_on = ${lapsesOn}::date))
      and (${state} <> 'withdrawn' or exists (select 1 from latest))`.execute(tx);
}

/** Keeps, before a new standing takes its place, that the standing ended when its region withdrew: the region could not say so here. */
export async function appendRegionalEnd(
  tx: Tx<'approach.standing_change' | StandingTables>,
  tenantId: string,
  element: string,
  at: Date,
): Promise<void> {
  await sql`
    with ${latest(tenantId, element)}
    insert into approach.standing_change (tenant_id, id, element, state, begins_on, lapses_on, changed_at)
    select s.tenant_id, gen_random_uuid(), s.element, s.state, s.decided_on, s.ends_on, ${afterLatest(at)}
    from (select s.*, ${effectiveLapse('s')} as ends_on from approach.standing s
      where s.tenant_id = ${tenantId} and s.element = ${element}) s
    where s.ends_on < s.lapses_on`.execute(tx);
}

const latest = (tenantId: string, element: string) => sql`latest as (
  select * from approach.standing_change
  where tenant_id = ${tenantId} and element = ${element} order by changed_at desc limit 1)`;

/** The moment of a change: after the one before it, also when one deed changes an element twice. */
const afterLatest = (at: Date) =>
  sql`greatest(${at}::timestamptz, (select changed_at + interval '1 microsecond' from latest))`;

/** Every change of these elements, of every organisation; oldest first. Through the door `published`. */
export async function standingChanges(
  tx: Tx<'approach.standing_change'>,
  elements: readonly string[],
): Promise<readonly (StandingChange & { readonly organisationId: string; readonly element: string })[]> {
  const rows = await tx
    .selectFrom('approach.standing_change')
    .select(['tenant_id as organisationId', 'element', 'begins_on as beginsOn', 'lapses_on as lapsesOn'])
    .where('element', 'in', elements)
    .orderBy('element')
    .orderBy('tenant_id')
    .orderBy('changed_at')
    .execute();
  return rows.map(({ lapsesOn, ...row }) => ({ ...row, lapsesOn: lapsesOn ?? undefined }));
}
