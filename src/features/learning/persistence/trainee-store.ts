import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Member, WorkGroup } from '../domain/register-share.ts';
import type { Provider, TrainedWork, TrainingFacts, TrainingOrigin } from '../domain/training.ts';

export type RegisterTables = 'learning.team' | 'learning.trainee' | 'learning.training';

/** Somebody in the register. */
export interface Trainee {
  readonly id: string;
  readonly teamId: string | undefined;
  /** Undefined for somebody without an account. */
  readonly personId: string | undefined;
  readonly name: string;
  readonly email: string | undefined;
}

export interface NewTrainee extends Trainee {
  readonly startedOn: PlainDate | undefined;
}

/** A training as it was recorded. */
export interface Recorded extends TrainingFacts {
  readonly id: string;
  readonly origin: TrainingOrigin;
}

const TRAINEE = ['id', 'team_id', 'person_id', 'name', 'email'] as const;
const traineeOf = (row: {
  id: string;
  team_id: string | null;
  person_id: string | null;
  name: string;
  email: string | null;
}): Trainee => ({
  id: row.id,
  teamId: row.team_id ?? undefined,
  personId: row.person_id ?? undefined,
  name: row.name,
  email: row.email ?? undefined,
});

/** Whoever changes the register after this waits until this is done, and then reads what was done. */
export async function awaitRegister(tx: Tx<RegisterTables>, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`learning.register ${tenantId}`}, 0))`.execute(tx);
}

/** The person with this account in the register. */
export async function traineeByPerson(
  tx: Tx<'learning.trainee'>,
  tenantId: string,
  personId: string,
): Promise<Trainee | undefined> {
  const row = await tx
    .selectFrom('learning.trainee')
    .select(TRAINEE)
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && traineeOf(row);
}

/** Everybody whom an import may mean. */
export async function allTrainees(tx: Tx<'learning.trainee'>, tenantId: string): Promise<readonly Trainee[]> {
  const rows = await tx.selectFrom('learning.trainee').select(TRAINEE).where('tenant_id', '=', tenantId).execute();
  return rows.map(traineeOf);
}

/** Which trainings the register holds already: of whom, for which work, what and when. */
export async function recordedKeys(
  tx: Tx<'learning.training'>,
  tenantId: string,
): Promise<readonly { traineeId: string; work: string; course: string; followedOn: PlainDate }[]> {
  return tx
    .selectFrom('learning.training')
    .select(['trainee_id as traineeId', 'work', 'course', 'followed_on as followedOn'])
    .where('tenant_id', '=', tenantId)
    .execute();
}

export async function insertTrainees(
  tx: Tx<'learning.trainee'>,
  tenantId: string,
  trainees: readonly NewTrainee[],
): Promise<void> {
  for (const some of chunks(trainees))
    await tx
      .insertInto('learning.trainee')
      .values(
        some.map(({ id, teamId, personId, name, email, startedOn }) => ({
          tenant_id: tenantId,
          id,
          team_id: teamId ?? null,
          person_id: personId ?? null,
          name,
          email: email ?? null,
          started_on: startedOn ?? null,
        })),
      )
      .execute();
}

/** What changes of somebody in the register; what is not named stays. */
export async function updateTrainee(
  tx: Tx<'learning.trainee'>,
  tenantId: string,
  id: string,
  change: {
    readonly teamId?: string;
    readonly personId?: string;
    readonly email?: string;
    readonly startedOn?: PlainDate;
  },
): Promise<void> {
  const set = {
    ...(change.teamId !== undefined && { team_id: change.teamId }),
    ...(change.personId !== undefined && { person_id: change.personId }),
    ...(change.email !== undefined && { email: change.email }),
    ...(change.startedOn !== undefined && { started_on: change.startedOn }),
  };
  if (Object.keys(set).length === 0) return;
  await tx.updateTable('learning.trainee').set(set).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** One person who stood in the register twice becomes one: her trainings go along. */
export async function mergeTrainee(
  tx: Tx<'learning.trainee' | 'learning.training'>,
  tenantId: string,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    update learning.training t set trainee_id = ${to}::uuid
    where tenant_id = ${tenantId}::uuid and trainee_id = ${from}::uuid and not exists (
      select from learning.training o where o.tenant_id = t.tenant_id and o.trainee_id = ${to}::uuid
        and o.work = t.work and o.course = t.course and o.followed_on = t.followed_on)`.execute(tx);
  await tx.deleteFrom('learning.training').where('tenant_id', '=', tenantId).where('trainee_id', '=', from).execute();
  await tx.deleteFrom('learning.trainee').where('tenant_id', '=', tenantId).where('id', '=', from).execute();
}

export interface NewTraining extends Recorded {
  readonly traineeId: string;
}

/** Adds trainings. @returns the ids of those that were not there yet. */
export async function insertTrainings(
  tx: Tx<'learning.training'>,
  tenantId: string,
  trainings: readonly NewTraining[],
  by: { readonly name: string; readonly on: PlainDate },
): Promise<readonly string[]> {
  const made: string[] = [];
  for (const some of chunks(trainings)) {
    const rows = await tx
      .insertInto('learning.training')
      .values(
        some.map((training) => ({
          tenant_id: tenantId,
          id: training.id,
          trainee_id: training.traineeId,
          work: training.work,
          course: training.course,
          provider: training.provider,
          followed_on: training.followedOn,
          valid_until: training.validUntil,
          origin: training.origin,
          recorded_by_name: by.name,
          recorded_on: by.on,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'trainee_id', 'work', 'course', 'followed_on']).doNothing(),
      )
      .returning('id')
      .execute();
    made.push(...rows.map(({ id }) => id));
  }
  return made;
}

/** What somebody followed, the last first: for herself only. */
export async function trainingsOf(
  tx: Tx<'learning.training'>,
  tenantId: string,
  traineeId: string,
): Promise<readonly Recorded[]> {
  const rows = await tx
    .selectFrom('learning.training')
    .select(['id', 'work', 'course', 'provider', 'followed_on', 'valid_until', 'origin'])
    .where('tenant_id', '=', tenantId)
    .where('trainee_id', '=', traineeId)
    .orderBy('followed_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    work: row.work as TrainedWork,
    course: row.course,
    provider: row.provider as Provider,
    followedOn: row.followed_on,
    validUntil: row.valid_until,
    origin: row.origin as TrainingOrigin,
  }));
}

/** Somebody of a team as her team leader sees her: until when she is trained for its work, and nothing else. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly validUntil: PlainDate | undefined;
}

export async function membersOfTeam(
  tx: Tx<RegisterTables>,
  tenantId: string,
  team: { readonly id: string; readonly work: TrainedWork },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly members: readonly TeamMember[]; readonly total: number }> {
  const { rows } = await sql<{ id: string; name: string; validUntil: PlainDate | null; total: number }>`
    select p.id, p.name, t.valid_until as "validUntil", count(*) over ()::integer as total
    from learning.trainee p
    left join lateral (select max(t.valid_until) as valid_until from learning.training t
      where t.tenant_id = p.tenant_id and t.trainee_id = p.id and t.work = ${team.work}) t on true
    where p.tenant_id = ${tenantId}::uuid and p.team_id = ${team.id}::uuid
    order by t.valid_until nulls first, p.name, p.id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return {
    members: rows.map(({ id, name, validUntil }) => ({ id, name, validUntil: validUntil ?? undefined })),
    total: rows[0]?.total ?? 0,
  };
}

/** Until when somebody is trained: for the work of her team, or for any when she is in none. */
export async function validityOf(
  tx: Tx<RegisterTables>,
  tenantId: string,
  traineeId: string,
): Promise<{ readonly validUntil: PlainDate | undefined; readonly leaderId: string | undefined }> {
  const { rows } = await sql<{ until: PlainDate | null; leader: string | null }>`
    select max(t.valid_until) as until, (array_agg(m.leader_membership_id))[1] as leader
    from learning.trainee p
    left join learning.team m on m.tenant_id = p.tenant_id and m.id = p.team_id
    left join learning.training t on t.tenant_id = p.tenant_id and t.trainee_id = p.id and (m.id is null or t.work = m.work)
    where p.tenant_id = ${tenantId}::uuid and p.id = ${traineeId}::uuid`.execute(tx);
  return { validUntil: rows[0]?.until ?? undefined, leaderId: rows[0]?.leader ?? undefined };
}

/** For which work this person is in a team, and until when she is trained for it. */
export async function ownWork(
  tx: Tx<RegisterTables>,
  tenantId: string,
  personId: string,
): Promise<{ readonly work: TrainedWork | undefined; readonly validUntil: PlainDate | undefined }> {
  const { rows } = await sql<{ work: string; until: PlainDate | null }>`
    select m.work, max(t.valid_until) as until
    from learning.trainee p
    join learning.team m on m.tenant_id = p.tenant_id and m.id = p.team_id
    left join learning.training t on t.tenant_id = p.tenant_id and t.trainee_id = p.id and t.work = m.work
    where p.tenant_id = ${tenantId}::uuid and p.person_id = ${personId}::uuid
    group by m.work`.execute(tx);
  return { work: rows[0]?.work as TrainedWork | undefined, validUntil: rows[0]?.until ?? undefined };
}

/** Of each team the first day after today on which the training of somebody without an account ends. */
export async function teamEnds(
  tx: Tx<RegisterTables>,
  tenantId: string,
  today: PlainDate,
): Promise<readonly { readonly teamId: string; readonly endsOn: PlainDate; readonly leaderId: string | undefined }[]> {
  const { rows } = await sql<{ teamId: string; endsOn: PlainDate; leaderId: string | null }>`
    select m.id as "teamId", min(t.until) as "endsOn", m.leader_membership_id as "leaderId"
    from learning.team m
    join learning.trainee p on p.tenant_id = m.tenant_id and p.team_id = m.id and p.person_id is null
    join lateral (select max(t.valid_until) as until from learning.training t
      where t.tenant_id = p.tenant_id and t.trainee_id = p.id and t.work = m.work) t on t.until > ${today}::date
    where m.tenant_id = ${tenantId}::uuid group by m.id, m.leader_membership_id`.execute(tx);
  return rows.map(({ leaderId, ...row }) => ({ ...row, leaderId: leaderId ?? undefined }));
}

/** Everybody by kind of work, with what the share and the facts need; in the order of the names of the teams. */
export async function loadWorkGroups(tx: Tx<RegisterTables>, tenantId: string): Promise<readonly WorkGroup[]> {
  const teams = await tx
    .selectFrom('learning.team')
    .select(['work', (eb) => eb.fn.sum<number>('headcount').as('headcount')])
    .where('tenant_id', '=', tenantId)
    .groupBy('work')
    .orderBy('work')
    .execute();
  const { rows } = await sql<{
    work: string;
    started: PlainDate | null;
    first: PlainDate | null;
    last: PlainDate | null;
    until: PlainDate | null;
  }>`
    select m.work, p.started_on as started, t.first, t.last, t.until
    from learning.team m join learning.trainee p on p.tenant_id = m.tenant_id and p.team_id = m.id
    left join lateral (select min(t.followed_on) as first, max(t.followed_on) as last, max(t.valid_until) as until
      from learning.training t where t.tenant_id = p.tenant_id and t.trainee_id = p.id and t.work = m.work) t on true
    where m.tenant_id = ${tenantId}::uuid`.execute(tx);
  const members = Map.groupBy(rows, ({ work }) => work);
  return teams.map(({ work, headcount }) => ({
    work: work as TrainedWork,
    headcount: Number(headcount),
    members: (members.get(work) ?? []).map(
      ({ started, first, last, until }): Member => ({
        startedOn: started ?? undefined,
        firstOn: first ?? undefined,
        lastOn: last ?? undefined,
        validUntil: until ?? undefined,
      }),
    ),
  }));
}

/** The trainings for a kind of work of these persons, and of who is called so and has no account. */
export async function trainingsFor(
  tx: Tx<'learning.trainee' | 'learning.training'>,
  tenantId: string,
  work: TrainedWork,
  people: readonly { readonly personId: string; readonly name: string }[],
): Promise<
  readonly {
    /** Whose it is; a name alone when it was entered for somebody without an account. */
    readonly personId: string | null;
    readonly name: string;
    readonly followedOn: PlainDate;
    readonly validUntil: PlainDate;
  }[]
> {
  if (people.length === 0) return [];
  return tx
    .selectFrom('learning.training as t')
    .innerJoin('learning.trainee as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.trainee_id'),
    )
    .select(['p.person_id as personId', 'p.name', 't.followed_on as followedOn', 't.valid_until as validUntil'])
    .where('t.tenant_id', '=', tenantId)
    .where('t.work', '=', work)
    .where((w) =>
      w.or([
        w(
          'p.person_id',
          'in',
          people.map(({ personId }) => personId),
        ),
        w.and([
          w('p.person_id', 'is', null),
          w(
            sql<string>`lower(p.name)`,
            'in',
            people.map(({ name }) => name.toLowerCase()),
          ),
        ]),
      ]),
    )
    .execute();
}

/** Takes somebody out of the register once her term is over. @returns rows by table. */
export async function deleteTrainee(
  tx: Tx<'learning.trainee' | 'learning.training'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const trainings = await tx
    .deleteFrom('learning.training')
    .where('tenant_id', '=', tenantId)
    .where('trainee_id', '=', id)
    .executeTakeFirst();
  const people = await tx
    .deleteFrom('learning.trainee')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return { 'learning.training': Number(trainings.numDeletedRows), 'learning.trainee': Number(people.numDeletedRows) };
}

const AT_ONCE = 500;
function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, index) =>
    items.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}

/** Whether a training of anybody stands in the register. */
export async function holdsTraining(tx: Tx<'learning.training'>, tenantId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('learning.training')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
