import { type Kysely, sql } from 'kysely';
import { currentFramework } from '../../features/approach/index.ts';
import type { SeedSize } from '../../platform/config.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { look } from '../../platform/db/transact.ts';
import { adoptPlans, layPlans } from './country-plans.ts';

/** How much of a country is laid beneath the examples of the demo. */
export interface CountrySize {
  /** Years of use; none is no country at all. */
  readonly years: number;
  /** How busy each municipality was, in commands a year. */
  readonly commands: number;
  /** Signals, in all. */
  readonly signals: number;
  /** Registrations at the national register, in all. */
  readonly registrations?: number;
  /** Only these municipalities have signals. */
  readonly codes?: readonly string[];
}

export const COUNTRY_SIZES: Readonly<Record<SeedSize, CountrySize>> = {
  leeg: { years: 0, commands: 0, signals: 0 },
  klein: { years: 0, commands: 0, signals: 0 },
  land: { years: 8, commands: 60, signals: 200_000 },
  register: { years: 0, commands: 0, signals: 0, registrations: 100_000 },
  groot: { years: 10, commands: 400, signals: 200_000 },
};

/**
 * Lays years of use of the whole country beneath the examples of the demo: colleagues, decisions, audit events, and warnings that
 * were opened; a scan a year; a plan with twenty actions, and decisions on it. In bulk, past the use cases but not past the
 * constraints, but for the decisions; what it made is held to the same rules by a test.
 * Repeatable: the same size gives the same rows.
 */
export async function seedCountry(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  { years, commands }: Pick<CountrySize, 'years' | 'commands'>,
): Promise<void> {
  if (years === 0) return;
  const { now } = await look(db, { door: 'published' }, async (_tx, time) => time);
  await admin.transaction().execute(async (tx) => {
    await sql`
      create temporary table writer on commit drop as
      select m.organisation_id, m.person_id, m.person_name, m.id as membership_id, row_number() over (order by o.code) as n
      from accounts.membership m join organisations.organisation o on o.id = m.organisation_id
      where m.role = 'aandachtsfunctionaris' and m.demo_number = 1 and o.kind = 'gemeente' and o.valid_until is null`.execute(
      tx,
    );
    await sql`
      create function pg_temp.seeded_id(name text) returns uuid language sql immutable as
      $$ select encode(set_byte(set_byte(decode(md5(name), 'hex'), 6, (get_byte(decode(md5(name), 'hex'), 6) & 15) | 112), 8, (get_byte(decode(md5(name), 'hex'), 8) & 63) | 128), 'hex')::uuid $$`.execute(
      tx,
    );
    await sql`
      create temporary table deed on commit drop as
      select w.*, pg_temp.seeded_id('deed' || w.organisation_id || g) as id,
        timestamptz '2026-10-01 09:00+02' - make_interval(days => (g * 365 / ${commands})::int, secs => (w.n * 37 + g * 101) % 28800) as at
      from writer w cross join generate_series(1, ${years * commands}) g`.execute(tx);
    await sql`
      insert into audit.decision (tenant_id, id, trace_id, occurred_at, person_id, role, activity, action, outcome, code)
      select organisation_id, id, id, at, person_id, 'aandachtsfunctionaris', 'VA-11', 'approach.record-focal-point',
        case when hashtext(id::text) % 10 = 0 then 'refused' else 'allowed' end, case when hashtext(id::text) % 10 = 0 then 'edit-conflict' end
      from deed`.execute(tx);
    await sql`
      insert into audit.event (tenant_id, id, trace_id, occurred_at, person_id, person_name, role, activity, action, subject_kind, subject_id)
      select organisation_id, id, id, at, person_id, person_name, 'aandachtsfunctionaris', 'VA-11', 'approach.record-focal-point', 'approach.element', 'K2.1'
      from deed where hashtext(id::text) % 10 <> 0`.execute(tx);
    await sql`
      insert into deadlines.notification (tenant_id, id, membership_id, kind, path, level, created_at, opened_at)
      select organisation_id, pg_temp.seeded_id('notification' || id), membership_id, 'focal-point', '/aanpak/K2.1', 1, at, at + interval '1 day'
      from deed where hashtext(id::text) % 5 = 0`.execute(tx);
    await laySettledScans(tx, years);
    await layPlans(tx, now);
  });
  await adoptPlans(admin, db);
  await sql`analyze`.execute(admin);
}

/**
 * A settled scan for every municipality and year: one in three has its whole basis with evidence, the others made a beginning.
 * What they publish follows from the last one; who settled a scan through the use cases keeps what that published.
 */
async function laySettledScans(tx: Kysely<DB>, years: number): Promise<void> {
  await sql`
    create temporary table settled on commit drop as
    select w.*, y, pg_temp.seeded_id('scan' || w.organisation_id || y) as id,
      timestamptz '2026-09-15 10:00+02' - make_interval(years => y - 1, secs => w.n) as at, hashtext(w.organisation_id::text || y) % 3 = 0 as is_whole
    from writer w cross join generate_series(1, ${years}) y`.execute(tx);
  await sql`
    insert into approach.scan (tenant_id, id, framework, owner_membership_id, owner_name, opened_at, settled_at, version)
    select organisation_id, id, ${currentFramework().id}, membership_id, person_name, at - interval '14 days', at, 2 from settled`.execute(
    tx,
  );
  const elements = JSON.stringify(
    currentFramework().elements.filter(({ id, plateau }) => plateau === 'basis' && id !== 'K2.1'),
  );
  await sql`
    insert into approach.fact (tenant_id, id, element, source, state, as_of, lapses_on, statement, evidence_title, subject_id, reported_by, reported_at)
    select s.organisation_id, pg_temp.seeded_id('fact' || s.id || e.id), e.id, 'scan', case when s.is_whole then 'present' else 'started' end,
      s.at::date - 30, case when s.is_whole then (s.at + interval '24 months')::date end,
      case when s.is_whole then 'Is er.' else 'Is gestart.' end, case when s.is_whole then 'Voorbeeldbewijs ' || e.id || ' (fictief)' end,
      s.id, s.person_name, s.at
    from settled s cross join jsonb_to_recordset(${elements}::jsonb) as e (id text)`.execute(tx);
  await sql`
    insert into approach.standing (tenant_id, element, state, decided_on, lapses_on, evidence_kind, published_at)
    select f.tenant_id, f.element, f.state, f.as_of, f.lapses_on, 'besluit', f.reported_at
    from approach.fact f join settled s on s.id = f.subject_id and s.y = 1 and s.is_whole
    join jsonb_to_recordset(${elements}::jsonb) as e (id text, "isIbp" boolean) on e.id = f.element and e."isIbp"
    on conflict do nothing`.execute(tx);
  await sql`
    insert into approach.standing_change (tenant_id, id, element, state, begins_on, lapses_on, changed_at)
    select s.organisation_id, pg_temp.seeded_id('change' || s.id || e.id), e.id, case when s.is_whole then 'present' else 'withdrawn' end,
      case when s.is_whole then s.at::date - 30 else s.at::date end, case when s.is_whole then (s.at + interval '24 months')::date end, s.at
    from (select *, lag(is_whole) over (partition by organisation_id order by y desc) as was_whole from settled) s
    cross join jsonb_to_recordset(${elements}::jsonb) as e (id text, "isIbp" boolean)
    where e."isIbp" and (s.is_whole or s.was_whole)
      and not exists (select 1 from approach.standing_change c where c.tenant_id = s.organisation_id and c.element = e.id)`.execute(
    tx,
  );
  await sql`
    insert into approach.theme_level (tenant_id, theme, framework, level, settled_on)
    select s.organisation_id, t, ${currentFramework().id}, case when s.is_whole and t <> '2' then 2 else 1 end, s.at::date
    from settled s cross join unnest(${currentFramework().themes.map(({ id }) => id)}::text[]) t where s.y = 1
    on conflict do nothing`.execute(tx);
}
