import { sql } from 'kysely';
import type { AnyTx } from '../db/transact.ts';
import { heldToday, LAST_RESORT } from '../members/members.ts';
import { type DueItem, type DueWork, eachInside } from '../runner/run-due.ts';
import { notify } from './notify.ts';

/** An alarm whose time has come tells whoever the deadline falls to. */
export const alarmWork: DueWork = {
  kind: 'alarm',
  table: 'deadlines.alarm',
  dueColumn: 'due_at',
  waiting: 'fired_at is null and withdrawn_at is null',
  ...eachInside((tx, item, { now }) => fire(tx, item, now)),
};

/** A message that nobody opened within its norm goes to the next one. */
export const escalationWork: DueWork = {
  kind: 'escalation',
  table: 'deadlines.notification',
  dueColumn: 'escalate_at',
  waiting: 'opened_at is null and withdrawn_at is null and escalated_at is null',
  ...eachInside((tx, item, { now }) => escalate(tx, item, now)),
};

interface Someone {
  readonly membershipId: string;
  readonly personId: string;
}

async function fire(tx: AnyTx, { tenantId, id }: DueItem, now: Date): Promise<void> {
  const alarm = await tx
    .selectFrom('deadlines.alarm as a')
    .innerJoin('deadlines.deadline as d', (join) =>
      join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.deadline_id'),
    )
    .select(['d.id as deadlineId', 'd.kind', 'd.path', 'd.assignee_id', 'd.substitute_id', 'd.also_id'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.id', '=', id)
    .where('a.fired_at', 'is', null)
    .where('a.withdrawn_at', 'is', null)
    .forUpdate('a')
    .executeTakeFirst();
  if (!alarm) return;
  await tx
    .updateTable('deadlines.alarm')
    .set({ fired_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  const owner = await ownerOf(tx, tenantId, alarm.assignee_id, alarm.substitute_id);
  const { deadlineId, kind, path } = alarm;
  if (owner) await notify(tx, { ...owner, tenantId, kind, path, deadlineId, alarmId: id, level: 1 }, now);
  const also = alarm.also_id === null ? undefined : await memberToday(tx, tenantId, alarm.also_id);
  // one person in two roles hears it once; what she does not open goes on from the assignee, not from her
  if (also && also.personId !== owner?.personId)
    await notify(tx, { ...also, tenantId, kind, path, deadlineId, alarmId: id, level: 3 }, now);
}

/** This membership, when it is held today. */
async function memberToday(tx: AnyTx, tenantId: string, membershipId: string): Promise<Someone | undefined> {
  return tx
    .selectFrom('accounts.membership as m')
    .select(['m.id as membershipId', 'm.person_id as personId'])
    .where('m.organisation_id', '=', tenantId)
    .where('m.id', '=', membershipId)
    .where(heldToday('m'))
    .executeTakeFirst();
}

/** Whose deadline it is today: the assignee; the substitute when she left; otherwise whom work falls to. */
async function ownerOf(
  tx: AnyTx,
  tenantId: string,
  assigneeId: string,
  substituteId: string | null,
): Promise<Someone | undefined> {
  const { rows } = await sql<Someone>`
    select m.id as "membershipId", m.person_id as "personId" from accounts.membership m
    where m.organisation_id = ${tenantId} and ${heldToday('m')}
      and (m.id in (${assigneeId}, ${substituteId}) or m.role in (${sql.join(LAST_RESORT)}))
    order by m.id = ${assigneeId} desc, (m.id = ${substituteId}) is true desc, m.role = ${LAST_RESORT[0]} desc,
      m.demo_number nulls last, m.valid_from, m.id
    limit 1`.execute(tx);
  return rows[0];
}

async function escalate(tx: AnyTx, { tenantId, id }: DueItem, now: Date): Promise<void> {
  const unopened = await tx
    .selectFrom('deadlines.notification as n')
    .innerJoin('deadlines.deadline as d', (join) =>
      join.onRef('d.tenant_id', '=', 'n.tenant_id').onRef('d.id', '=', 'n.deadline_id'),
    )
    .select(['n.alarm_id as alarmId', 'n.level', 'n.membership_id', 'n.deadline_id as deadlineId'])
    .select(['n.kind', 'n.path', 'd.substitute_id'])
    .where('n.tenant_id', '=', tenantId)
    .where('n.id', '=', id)
    .where('n.opened_at', 'is', null)
    .where('n.withdrawn_at', 'is', null)
    .where('n.escalated_at', 'is', null)
    .forUpdate('n')
    .executeTakeFirst();
  if (!unopened) return;
  await tx
    .updateTable('deadlines.notification')
    .set({ escalated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  const { kind, path } = unopened;
  const alarmId = unopened.alarmId!;
  const next = await nextAfter(tx, tenantId, {
    alarmId,
    membershipId: unopened.membership_id,
    substituteId: unopened.substitute_id,
    level: unopened.level,
  });
  if (next) await notify(tx, { ...next, tenantId, kind, path, deadlineId: unopened.deadlineId!, alarmId }, now);
}

/**
 * Who is told next about this alarm, when nobody who was told has opened it: after the assignee the substitute, or else a
 * colleague in the same role; then the team leader. Nobody is told twice.
 */
async function nextAfter(
  tx: AnyTx,
  tenantId: string,
  chain: { alarmId: string; membershipId: string; substituteId: string | null; level: number },
): Promise<(Someone & { readonly level: 2 | 3 }) | undefined> {
  const { rows } = await sql<Someone & { level: 2 | 3 }>`
    with told as materialized (
      select n.membership_id, n.opened_at, m.person_id, m.role
      from deadlines.notification n left join accounts.membership m on m.organisation_id = n.tenant_id and m.id = n.membership_id
      where n.tenant_id = ${tenantId} and n.alarm_id = ${chain.alarmId}),
    candidate as (
      select m.id, m.person_id, m.valid_from, m.demo_number, case
          when ${chain.level} = 1 and m.id = ${chain.substituteId} then 1
          when ${chain.level} = 1 and m.role = (select role from told where membership_id = ${chain.membershipId}) then 2
          when m.role = 'teamleider' then 3 end as rank
      from accounts.membership m
      where m.organisation_id = ${tenantId} and ${heldToday('m')}
        and not exists (select from told where told.membership_id = m.id or told.person_id = m.person_id))
    select id as "membershipId", person_id as "personId", case when rank < 3 then 2 else 3 end as level
    from candidate where rank is not null and not exists (select from told where opened_at is not null)
    order by rank, demo_number nulls last, valid_from, id limit 1`.execute(tx);
  return rows[0];
}
