import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

export interface LoadRow {
  readonly membershipId: string;
  readonly open: number;
  readonly aftercare: number;
  readonly alone: number;
  readonly standsIn: number;
}

/** What every coordinator has on her desk, in one statement. Nothing is opened. */
export async function loadsOf(
  tx: Tx<'care.case_file'>,
  tenantId: string,
  today: PlainDate,
): Promise<readonly LoadRow[]> {
  const { rows } = await sql<LoadRow>`
    with desk as (
      select c.coordinator_id as id, 1 as own, c.closed_on is null as runs, c.aftercare_until > ${today} as called,
        c.substitute_id is null as alone from care.case_file c
      where c.tenant_id = ${tenantId} and (c.closed_on is null or c.aftercare_until > ${today})
      union all
      select c.substitute_id, 0, true, false, false from care.case_file c
      where c.tenant_id = ${tenantId} and c.closed_on is null and c.substitute_id is not null)
    select id as "membershipId", count(*) filter (where own = 1 and runs)::int as open,
      count(*) filter (where own = 1 and not runs)::int as aftercare,
      count(*) filter (where own = 1 and runs and alone)::int as alone,
      count(*) filter (where own = 0)::int as "standsIn"
    from desk group by id order by id`.execute(tx);
  return rows;
}

/**
 * How many cases of hers still ask something, and who stands in for her, in most of them first. Also those that are hidden from who
 * acts: the database counts them and tells no more (`care.desks_here`).
 */
export async function deskOf(
  tx: Tx<never>,
  membershipId: string,
): Promise<{ readonly count: number; readonly standIns: readonly string[] }> {
  const { rows } = await sql<{ id: string | null; cases: number }>`
    select substitute_id as id, cases from care.desks_here() where coordinator_id = ${membershipId}
    order by cases desc, substitute_id`.execute(tx);
  return {
    count: rows.reduce((sum, { cases }) => sum + cases, 0),
    standIns: rows.flatMap(({ id }) => id ?? []),
  };
}

/** How many cases are open in each region, and with how many coordinators. */
export async function regionLoads(
  tx: Tx<'care.case_file'>,
  tenantId: string,
): Promise<readonly { readonly region: string; readonly open: number; readonly coordinators: number }[]> {
  const { rows } = await sql<{ region: string; open: number; coordinators: number }>`
    select region, count(*)::int as open, count(distinct coordinator_id)::int as coordinators from care.case_file
    where tenant_id = ${tenantId} and closed_on is null group by region order by region`.execute(tx);
  return rows;
}

export interface LoadedCase {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
}

/** Every case that still asks something of this coordinator, or in which she stands in, held until the deed is done. */
export async function holdDesk(
  tx: Tx<'care.case_file'>,
  tenantId: string,
  membershipId: string,
  today: PlainDate,
): Promise<{ readonly own: readonly LoadedCase[]; readonly standsIn: readonly LoadedCase[] }> {
  const rows = await tx
    .selectFrom('care.case_file')
    .select(['id', 'dossier_id as dossierId', 'code', 'coordinator_id as coordinatorId'])
    .where('tenant_id', '=', tenantId)
    .where((w) => w.or([w('coordinator_id', '=', membershipId), w('substitute_id', '=', membershipId)]))
    .where((w) => w.or([w('closed_on', 'is', null), w('aftercare_until', '>', today)]))
    .orderBy('id')
    .forUpdate()
    .execute();
  return {
    own: rows.filter(({ coordinatorId }) => coordinatorId === membershipId),
    standsIn: rows.filter(({ coordinatorId }) => coordinatorId !== membershipId),
  };
}

/** Gives a desk that is held to somebody else; who takes it over does not stand in for herself. */
export async function giveDesk(
  tx: Tx<'care.case_file'>,
  tenantId: string,
  { from, to, ids }: { readonly from: string; readonly to: string; readonly ids: readonly string[] },
): Promise<void> {
  await sql`
    update care.case_file set version = version + 1,
      coordinator_id = case when coordinator_id = ${from} then ${to} else coordinator_id end,
      substitute_id = nullif(case when substitute_id = ${from} then ${to} else substitute_id end,
        case when coordinator_id = ${from} then ${to} else coordinator_id end)
    where tenant_id = ${tenantId} and id = any(${ids as string[]})`.execute(tx);
}

/** Who is away today, the latest said first. */
export async function awayToday(
  tx: Tx<'care.absence'>,
  tenantId: string,
  today: PlainDate,
): Promise<
  readonly {
    readonly membershipId: string;
    readonly standsInId: string;
    readonly fromOn: PlainDate;
    readonly untilOn: PlainDate;
  }[]
> {
  return tx
    .selectFrom('care.absence')
    .select(['membership_id as membershipId', 'stands_in_id as standsInId', 'from_on as fromOn', 'until_on as untilOn'])
    .where('tenant_id', '=', tenantId)
    .where('until_on', '>=', today)
    .orderBy('from_on')
    .orderBy('id', 'desc')
    .execute();
}
