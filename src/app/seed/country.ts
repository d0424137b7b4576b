import { type Kysely, sql } from 'kysely';
import type { SeedSize } from '../../platform/config.ts';
import type { DB } from '../../platform/db/tables.generated.ts';

/** How many years of use a size tells, and how busy each municipality was, in commands a year. */
export const COUNTRY_SIZES: Readonly<Record<SeedSize, { readonly years: number; readonly commands: number }>> = {
  leeg: { years: 0, commands: 0 },
  klein: { years: 0, commands: 0 },
  land: { years: 8, commands: 60 },
  groot: { years: 10, commands: 400 },
};

/**
 * Lays years of use of the whole country beneath the examples of the demo: colleagues, decisions, audit events, and warnings that
 * were opened. In bulk, past the use cases but not past the constraints; what it made is held to the same rules by a test.
 * Repeatable: the same size gives the same rows.
 */
export async function seedCountry(
  admin: Kysely<DB>,
  { years, commands }: { readonly years: number; readonly commands: number },
): Promise<void> {
  if (years === 0) return;
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
  });
  await sql`analyze`.execute(admin);
}
