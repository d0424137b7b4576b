import { type Kysely, sql } from 'kysely';
import { adoptPlan, currentFramework, readAdoptions } from '../../features/approach/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { DEMO_MARK } from '../../shared-kernel/demo-mark.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { inParallel } from './in-parallel.ts';

/** So many actions has a plan of the whole country. */
const ACTIONS = 20;

/**
 * A plan of twenty actions for every municipality that has none, with log and reminders: in bulk, past the use cases but not past the
 * constraints. Uses the temporary tables of the transaction in which years of use are laid.
 */
export async function layPlans(tx: Kysely<DB>, now: Date): Promise<void> {
  await sql`
    create temporary table planned on commit drop as
    select w.*, l.id as leader_id, l.person_name as leader_name, pg_temp.seeded_id('plan' || w.organisation_id) as plan_id,
      (timestamptz '2026-10-01 09:00+02' - make_interval(days => (120 + w.n % 200)::int)) as at
    from writer w
    join accounts.membership l on l.organisation_id = w.organisation_id and l.role = 'teamleider' and l.demo_number = 1
    where not exists (select 1 from approach.plan p where p.tenant_id = w.organisation_id)`.execute(tx);
  await sql`
    insert into approach.plan (tenant_id, id, title, starts_on, ends_on, edition, version, changed_by, changed_at)
    select p.organisation_id, plan_id, 'Voorbeeldplan aanpak mensenhandel ' || o.name || ' (fictief)', p.at::date, (p.at + interval '36 months')::date,
      1, 1, person_name, p.at
    from planned p join organisations.organisation o on o.id = p.organisation_id`.execute(tx);
  const proposals = JSON.stringify(
    currentFramework()
      .elements.flatMap(({ id, actions }) =>
        actions.slice(0, 1).map(({ title, track }) => ({ element: id, title, track })),
      )
      .slice(0, ACTIONS)
      .map((proposal, number) => ({ ...proposal, number })),
  );
  await sql`
    create temporary table planned_action on commit drop as
    select p.*, a.*, pg_temp.seeded_id('action' || p.plan_id || a.number) as id, (p.at + make_interval(days => 30 + a.number * 40))::date as due_on,
      case when (a.number + p.n) % 4 = 0 then 'done' when (a.number + p.n) % 4 = 1 then 'busy' else 'open' end as status
    from planned p cross join jsonb_to_recordset(${proposals}::jsonb) as a (element text, title text, track text, number int)`.execute(
    tx,
  );
  await sql`
    insert into approach.plan_action (tenant_id, id, plan_id, title, track, closes_element, owner_membership_id, owner_name,
      substitute_membership_id, substitute_name, due_on, budget_euro, hours, status, version, changed_by, changed_at)
    select organisation_id, id, plan_id, title, track, element, membership_id, person_name, leader_id, leader_name, due_on,
      500 * (1 + number % 6), 8 * (1 + number % 4), status, 1, person_name, at
    from planned_action`.execute(tx);
  await sql`
    insert into approach.plan_action_log (tenant_id, id, action_id, status, logged_by, logged_at)
    select organisation_id, pg_temp.seeded_id('log' || id), id, status, person_name, at from planned_action`.execute(
    tx,
  );
  await sql`
    insert into approach.fact (tenant_id, id, element, source, state, as_of, lapses_on, statement, evidence_title, subject_id, reported_by, reported_at)
    select p.organisation_id, pg_temp.seeded_id('planfact' || p.plan_id || e.id), e.id, 'plan', 'present', p.at::date, (p.at + interval '36 months')::date,
      e.statement, 'Voorbeeldplan (fictief)', p.plan_id, p.person_name, p.at
    from planned p cross join (values ('K1.3', 'Er is een plan in In Beeld waarin elke actie een eigenaar en een termijn heeft.'),
      ('K1.5', 'In het plan staan geld en uren.')) as e (id, statement)`.execute(tx);
  await layReminders(tx, now);
  // half of those whose basis is whole also exercised and evaluated: they can be anchored
  await sql`
    insert into approach.fact (tenant_id, id, element, source, state, as_of, lapses_on, statement, evidence_title, reported_by, reported_at)
    select p.organisation_id, pg_temp.seeded_id('proof' || p.plan_id || e.id), e.id, e.source, 'working', s.at::date, (s.at + e.holds)::date,
      e.statement, 'Voorbeeldverslag (fictief)', p.person_name, s.at
    from planned p join settled s on s.organisation_id = p.organisation_id and s.y = 1 and s.is_whole
    cross join (values ('K2.2', 'drill', interval '12 months', 'Een melding aan de balie (voorbeeld)'),
      ('K1.9', 'statement', interval '24 months', 'De aanpak is geëvalueerd (voorbeeld).')) as e (id, source, holds, statement)
    where p.n % 2 = 0`.execute(tx);
}

/** The reminders of what still has to be done; those whose day has come were given. */
async function layReminders(tx: Kysely<DB>, now: Date): Promise<void> {
  await sql`
    insert into deadlines.deadline (tenant_id, id, kind, subject_kind, subject_id, path, parameters, due_on, asks_from, assignee_id, substitute_id,
      state, version, created_at)
    select organisation_id, pg_temp.seeded_id('deadline' || id), 'approach.action-due', 'approach.plan_action', id, '/aanpak/plan/acties/' || id,
      jsonb_build_object('onderdeel', element), due_on, due_on - 30, membership_id, leader_id, 'open', 1, at
    from planned_action where status <> 'done'`.execute(tx);
  await sql`
    insert into deadlines.alarm (tenant_id, id, deadline_id, days_ahead, due_at, fired_at)
    select organisation_id, pg_temp.seeded_id('alarm' || id || ahead), pg_temp.seeded_id('deadline' || id), ahead, day, case when day <= ${now} then day end
    from (select *, (due_on - ahead)::timestamp at time zone 'Europe/Amsterdam' as day
      from planned_action cross join unnest(array[30, 7, 0]) ahead where status <> 'done') a`.execute(tx);
}

/** Two in three municipalities adopted their plan, through the use case people use; some of those decisions have lapsed. */
export async function adoptPlans(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const writers = await admin
    .selectFrom('approach.plan as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.tenant_id')
    .innerJoin('accounts.membership as m', 'm.organisation_id', 'o.id')
    .select(['m.id as membershipId', 'm.person_id as personId', 'm.person_name as personName'])
    .select(['o.id as organisationId', 'o.code as organisationCode', 'o.name as organisationName'])
    .where('m.role', '=', 'aandachtsfunctionaris')
    .where('m.demo_number', '=', 1)
    .where((w) =>
      w.not(
        w.exists(w.selectFrom('approach.adoption as a').select('a.id').whereRef('a.tenant_id', '=', 'p.tenant_id')),
      ),
    )
    .orderBy('o.code')
    .execute();
  const deciders = writers.map((writer, number) => ({ writer, number })).filter(({ number }) => number % 3 !== 2);
  await inParallel(deciders, 8, async ({ writer, number }) => {
    const actor: Actor = { ...writer, role: 'aandachtsfunctionaris', scope: 'own-organisation' };
    const recordedDaysAgo = 20 + (number % 40);
    const decidedOn = addDays(today, -recordedDaysAgo - 5);
    const facts = {
      body: (['b-en-w', 'raad', 'burgemeester'] as const)[number % 3]!,
      mandate: undefined,
      documentTitle: `Voorbeeldbesluit ${writer.organisationName} (fictief)`,
      documentOn: addDays(decidedOn, -14),
      documentLink: undefined,
      publicationLink: undefined,
      fileId: undefined,
      decidedOn,
      // one in ten held only for the days in between
      validUntil: number % 10 === 0 ? addDays(today, -5) : addDays(today, 60 + ((number * 37) % 900)),
    };
    const at = new Date(`${addDays(today, -recordedDaysAgo)}T10:00:00Z`);
    const outcome = await transact(
      db,
      { actor, activity: 'VA-11', action: 'approach.adopt-plan', traceId: newId(), entry: { at } },
      async (tx, time) => {
        const { current } = await readAdoptions(tx, actor);
        return adoptPlan(tx, actor, { facts, seen: current?.sha256 ?? '', mark: DEMO_MARK }, time);
      },
    );
    if ('ok' in outcome && !outcome.ok) throw new Error(`demo data refused: ${outcome.error.code}`);
  });
}
