import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, TABLES, type TestDatabase } from '../../../test/support/database.ts';
import { ok } from '../../shared-kernel/result.ts';
import { migrate } from '../db/migrate.ts';
import { transact } from '../db/transact.ts';
import { newId, newSecret } from '../ids/uuid.ts';
import { missingMonths, prepareMonths } from './months.ts';
import { LogUnavailable } from './write-lines.ts';

const LOGS = ['decision', 'event', 'processing'];

describe('the months of the logs', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  afterAll(async () => {
    await database.close();
  });
  const parts = async () =>
    (
      await sql<{ name: string; owner: string }>`
        select c.relname as name, pg_get_userbyid(c.relowner) as owner from pg_class c
        where c.relnamespace = 'audit'::regnamespace and c.relispartition and c.relkind = 'r' order by 1`.execute(
        database.admin,
      )
    ).rows;
  /** The month so many months from now, as a part is called after it. */
  const month = async (ahead: number) =>
    (
      await sql<{ name: string }>`
        select to_char((clock_timestamp() at time zone 'UTC')::date + make_interval(months => ${ahead}), 'YYYY_MM') as name`.execute(
        database.admin,
      )
    ).rows[0]!.name;
  const drop = (...names: readonly string[]) =>
    sql.raw(names.map((name) => `drop table audit.${name};`).join('')).execute(database.admin);

  it('are laid for this month and three more, in every log', async () => {
    const months = [await month(0), await month(1), await month(2), await month(3)];
    expect((await parts()).map(({ name }) => name)).toEqual(LOGS.flatMap((log) => months.map((m) => `${log}_${m}`)));
    expect(await missingMonths(database.kysely)).toEqual([]);
  });

  it('are laid by who owns them and can log in nowhere', async () => {
    expect(new Set((await parts()).map(({ owner }) => owner))).toEqual(new Set(['inbeeld_keeper']));
    const { rows } = await sql`select rolcanlogin, rolsuper from pg_roles where rolname = 'inbeeld_keeper'`.execute(
      database.admin,
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false }]);
  });

  it('are missed when the next one is not there, and laid again', async () => {
    const next = await month(1);
    await drop(`event_${next}`, `processing_${next}`);
    expect(await missingMonths(database.kysely)).toEqual(
      ['event', 'processing'].map((log) => ({ log, month: next.replace('_', '-') })),
    );
    expect(await prepareMonths(database.kysely)).toEqual([]);
    expect(await missingMonths(database.kysely)).toEqual([]);
    // the new parts are guarded as the others are
    await expect(
      sql.raw(`update audit.event_${next} set action = action`).execute(database.admin),
    ).resolves.toBeDefined();
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_trigger where tgrelid = ${`audit.event_${next}`}::regclass and tgfoid = 'audit.refuse_change'::regproc`.execute(
      database.admin,
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('refuse a deed whose line has no month to go to, and nothing of it stays', async () => {
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    const now = await month(0);
    await drop(`event_${now}`);
    const deed = { actor, activity: 'VA-11', action: 'test.deed', traceId: newId() };
    const doing = () =>
      transact(
        database.kysely,
        { ...deed, once: { key: newSecret(12), route: 'POST /proef', locationOf: () => '/' } },
        async () => ok({ subject: { kind: 'proef', id: '1' } }),
      );
    await expect(doing()).rejects.toBeInstanceOf(LogUnavailable);
    const count = async (table: 'audit.decision' | 'platform.idempotency') =>
      (await database.admin.selectFrom(table).selectAll().execute()).length;
    expect([await count('audit.decision'), await count('platform.idempotency')]).toEqual([0, 0]);
    await prepareMonths(database.kysely);
    expect(await doing()).toMatchObject({ ok: true });
  });

  it('are laid by no door but the runner', async () => {
    for (const door of ['own', 'account', 'published', 'sealer'])
      await expect(
        database.kysely.transaction().execute(async (tx) => {
          await sql.raw(`set local role inbeeld_${door}`).execute(tx);
          await sql`select audit.prepare_months()`.execute(tx);
        }),
      ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a database from before the months', () => {
  it('keeps every row of its logs, in the order in which they were recorded', async () => {
    const server = new Client({ connectionString: inject('serverUrl') });
    await server.connect();
    const name = `before_${newSecret(9)
      .replace(/[^a-z0-9]/gi, '')
      .toLowerCase()}`;
    await server.query(`create database ${name}`);
    const url = new URL(inject('serverUrl'));
    url.pathname = `/${name}`;
    const old = new Client({ connectionString: url.href });
    await old.connect();
    try {
      // as an earlier version left it: the migrations up to the months, applied by hand
      const before = readdirSync('migrations')
        .filter((file) => file.endsWith('.sql') && /_audit_create_logs/.test(file))
        .map((file) => readFileSync(`migrations/${file}`, 'utf8'));
      expect(before).toHaveLength(1);
      await old.query('create schema platform; create table platform.installation (kind text)');
      await old.query(before[0]!);
      await old.query(`
        insert into audit.decision (tenant_id, id, trace_id, occurred_at, recorded_at, person_id, role, activity, action, outcome, code)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), at, at, gen_random_uuid(), 'fg', 'VA-11', 'a' || n, 'refused', 'c' || n
        from generate_series(1, 500) n, lateral (select timestamptz '2026-11-28 12:00+00' - n * interval '1 day' as at) t;
        insert into audit.event (tenant_id, id, trace_id, occurred_at, recorded_at, person_id, person_name, role, activity, action, subject_kind, subject_id)
        select tenant_id, id, trace_id, occurred_at, recorded_at, person_id, 'Noor Fictief', role, activity, action, 'k', 's' from audit.decision`);
      const rows = async (log: string) =>
        (
          await old.query(
            `select id, tenant_id, trace_id, occurred_at, recorded_at, person_id, role, activity, action from audit.${log} order by recorded_at`,
          )
        ).rows;
      const was = { decision: await rows('decision'), event: await rows('event') };
      for (const file of ['20261129T1400_audit_create_processing', '20261129T1405_audit_part_logs_by_month'])
        await old.query(readFileSync(`migrations/${file}.sql`, 'utf8'));
      expect({ decision: await rows('decision'), event: await rows('event') }).toEqual(was);
      const order = await old.query('select seq from audit.decision order by recorded_at');
      expect(order.rows.map(({ seq }) => Number(seq))).toEqual(
        [...order.rows.map(({ seq }) => Number(seq))].sort((a, b) => a - b),
      );
      const { rows: span } = await old.query(
        `select count(*)::int as n from pg_inherits where inhparent = 'audit.decision'::regclass`,
      );
      expect(span[0].n).toBeGreaterThanOrEqual(20);
    } finally {
      await old.end();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    }
  });
});

it('the migrations of the logs run in a whole database that was migrated before', async () => {
  const again = await createDatabase({ reference: false });
  await migrate({
    adminUrl: again.adminUrl,
    loginRole: new URL(again.url).username,
    loginPassword: 'test',
    directory: 'migrations',
    register: TABLES,
    kind: 'demo',
  });
  expect(await missingMonths(again.kysely)).toEqual([]);
  await again.close();
});
