import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { newId } from '../ids/uuid.ts';
import { COURIER_ROLE, DOORS, doorRole } from './doors.ts';
import { accessSql } from './table-register.ts';
import { enter } from './transact.ts';

const OURS = newId();
const THEIRS = newId();

describe('a statement that is kept ready', () => {
  let database: TestDatabase;
  let admin: Client;

  beforeAll(async () => {
    // one connection, so that what one leaves ready is what the next one finds
    database = await createDatabase({ reference: false, connections: 1 });
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(`create schema trial; grant usage on schema trial to ${[...DOORS.map(doorRole), COURIER_ROLE].join(', ')};
      create table trial.note (tenant_id uuid not null, id uuid not null, text text not null, primary key (tenant_id, id));`);
    await admin.query(
      accessSql(
        { 'trial.note': { class: 'tenant', activity: 'VA-11', columns: { tenant_id: 'D1', id: 'D1', text: 'D1' } } },
        new URL(database.url).username,
      ),
    );
    await admin.query('insert into trial.note values ($1, $1, $3), ($2, $2, $4)', [OURS, THEIRS, 'ours', 'theirs']);
  });
  afterAll(async () => {
    await admin.end();
    await database.close();
  });

  const texts = (door: 'own' | 'account', tenantId: string) =>
    enter(database.kysely, { door, tenantId }, async (tx) => {
      const { rows } = await sql<{ text: string }>`select * from trial.note where text <> ${'nothing'}`.execute(tx);
      return rows.map(({ text }) => text);
    });
  const kept = () =>
    enter(database.kysely, { door: 'own', tenantId: OURS }, async (tx) => {
      const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(tx);
      return rows.map(({ statement }) => statement);
    });

  it('shows each organisation and each door only what is theirs, however often and in whatever order it ran', async () => {
    for (let round = 0; round < 8; round++) {
      expect(await texts('own', OURS)).toEqual(['ours']);
      expect(await texts('own', THEIRS)).toEqual(['theirs']);
      if (round % 2) await expect(texts('account', OURS)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await kept()).filter((statement) => statement.includes('trial.note'))).toHaveLength(1);
  });

  it('runs on when a table has got a column since', async () => {
    await texts('own', OURS);
    await admin.query('alter table trial.note add column more text');
    expect(await texts('own', OURS)).toEqual(['ours']);
    expect(await texts('own', THEIRS)).toEqual(['theirs']);
  });

  it('is planned anew when it was slow: its plan may be of when a table was nearly empty', async () => {
    const ask = (seconds: number) =>
      database.kysely
        .connection()
        .execute((connection) => sql`select pg_sleep(${seconds}) as slow`.execute(connection));
    const uses = () =>
      enter(database.kysely, { door: 'own', tenantId: OURS }, async (tx) => {
        const { rows } = await sql<{ uses: number }>`
          select (generic_plans + custom_plans)::int as uses from pg_prepared_statements where statement like 'select pg_sleep(%'`.execute(
          tx,
        );
        return rows.map((row) => row.uses);
      });
    await ask(0);
    await ask(0);
    await ask(0);
    expect(await uses()).toEqual([2]);
    await ask(0.3);
    await ask(0);
    await ask(0);
    expect(await uses()).toEqual([3]);
  });

  it('is not kept when its text says that it is planned anew', async () => {
    for (let n = 0; n < 3; n++)
      await database.kysely
        .connection()
        .execute((connection) => sql`/* planned anew */ select ${n}::int as each_time`.execute(connection));
    expect((await kept()).filter((statement) => statement.includes('each_time'))).toEqual([]);
  });

  it('is not kept for what is asked once, nor beyond what a connection may hold', async () => {
    const ask = (n: number) =>
      database.kysely.connection().execute((connection) => sql`select ${n}::int + ${sql.lit(n)}`.execute(connection));
    await ask(0);
    expect((await kept()).some((statement) => statement.includes('::int + 0'))).toBe(false);
    for (let n = 1; n <= 450; n++) {
      await ask(n);
      await ask(n);
    }
    const all = await kept();
    expect(all.some((statement) => statement.includes('::int + 1'))).toBe(true);
    expect(all.some((statement) => statement.includes('::int + 450'))).toBe(false);
    expect(all.length).toBeLessThanOrEqual(400);
    expect(await texts('own', OURS)).toEqual(['ours']);
  });
});
