import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import {
  DOSSIERS_AN_HOUR,
  DOSSIERS_AT_NIGHT,
  EXPORTS_AN_HOUR,
  type HourOfUse,
  NIGHT_ENDS,
  type Notice,
  type NoticeRule,
  REFUSALS_AN_HOUR,
} from '../domain/noticed.ts';

/**
 * The hours of use that may stand out, of every organisation, from what was logged between two moments of real time. One statement.
 * In the logs of processing stands no user: the trace joins them. Hours below every limit are left out.
 */
export async function hoursOfUse(
  tx: Tx<'audit.decision' | 'audit.processing'>,
  logged: { readonly from: Date; readonly until: Date },
): Promise<readonly HourOfUse[]> {
  const within = (alias: string) =>
    sql`${sql.ref(`${alias}.recorded_at`)} >= ${logged.from} and ${sql.ref(`${alias}.recorded_at`)} < ${logged.until}`;
  const { rows } = await sql<HourOfUse>`
    with deed as materialized (
      select d.tenant_id, d.trace_id, d.person_id, d.role, date_trunc('hour', d.occurred_at) as hour, d.outcome, d.action
      from audit.decision as d where ${within('d')}),
    counted as (
      select tenant_id, person_id, role, hour, count(*) filter (where outcome = 'refused') as refusals,
        count(*) filter (where outcome = 'allowed' and split_part(action, '.', 2) like 'export-%') as exports
      from deed group by 1, 2, 3, 4),
    opened as (
      select tenant_id, person_id, role, hour, count(*) as dossiers from (
        select distinct d.tenant_id, d.person_id, d.role, d.hour, p.dossier_id
        from deed as d join audit.processing as p on p.tenant_id = d.tenant_id and p.trace_id = d.trace_id
        where p.dossier_id is not null and ${within('p')}) as each
      group by 1, 2, 3, 4)
    select c.tenant_id as "tenantId", c.person_id as "personId", c.role, c.hour as "hourAt",
      extract(hour from c.hour at time zone 'Europe/Amsterdam')::integer as "hourOfDay",
      coalesce(o.dossiers, 0)::integer as dossiers, c.refusals::integer as refusals, c.exports::integer as exports
    from counted as c left join opened as o using (tenant_id, person_id, role, hour)
    where c.refusals > ${REFUSALS_AN_HOUR} or c.exports > ${EXPORTS_AN_HOUR} or o.dossiers > ${DOSSIERS_AN_HOUR}
      or (o.dossiers >= ${DOSSIERS_AT_NIGHT} and extract(hour from c.hour at time zone 'Europe/Amsterdam') < ${NIGHT_ENDS})
    order by c.tenant_id, c.hour`.execute(tx);
  return rows;
}

/** Keeps what stands out in an hour. @returns true when it was not known yet; the same hour that went on is counted further. */
export async function keepNotice(
  tx: Tx<'privacy.noticed'>,
  { tenantId, personId, role, hourAt }: HourOfUse,
  { id, rule, times }: Notice & { readonly id: string },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    insert into privacy.noticed (tenant_id, id, rule, person_id, role, hour_at, times, noticed_at)
    values (${tenantId}, ${id}, ${rule}, ${personId}, ${role}, ${hourAt}, ${times}, ${at})
    on conflict (tenant_id, rule, person_id, role, hour_at) do update set times = greatest(noticed.times, excluded.times)
    returning (xmax = 0) as "isNew"`.execute(tx);
  return rows[0]?.isNew === true;
}

/** Forgets what was noticed before this moment. */
export async function forgetNotices(tx: Tx<'privacy.noticed'>, tenantId: string, before: Date): Promise<void> {
  await tx.deleteFrom('privacy.noticed').where('tenant_id', '=', tenantId).where('noticed_at', '<', before).execute();
}

export interface NoticedRow {
  readonly id: string;
  readonly rule: NoticeRule;
  readonly personId: string;
  readonly role: string;
  readonly hourAt: Date;
  readonly times: number;
}

/** What stood out in an organisation, the newest first; not of whoever asks herself. */
export async function noticedIn(
  tx: Tx<'privacy.noticed'>,
  tenantId: string,
  reader: { readonly personId: string },
  page: { readonly skip: number; readonly take: number },
): Promise<{ readonly rows: readonly NoticedRow[]; readonly total: number }> {
  const rows = await tx
    .selectFrom('privacy.noticed')
    .select([
      'id',
      'rule',
      'person_id as personId',
      'role',
      'hour_at as hourAt',
      'times',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '!=', reader.personId)
    .orderBy('hour_at', 'desc')
    .orderBy('id')
    .limit(page.take)
    .offset(page.skip)
    .execute();
  return { rows: rows as unknown as readonly NoticedRow[], total: Number(rows[0]?.total ?? 0) };
}
