import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const ANSWERS = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Tom Fictief',
  urenPerWeek: '8',
  besluit: 'Voorbeeldbesluit',
  besluitdatum: '1-11-2026',
  geldigTot: '1-11-2028',
};

describe('a bad day of the database', () => {
  let database: TestDatabase;
  let app: TestApp;
  let visitor: Visitor;
  let owner: Client;
  let name: string;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    name = new URL(database.url).pathname.slice(1);
    // no client of the pool: it must stay when the others are sent away
    owner = new Client({ connectionString: database.adminUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.close();
  });

  /** A focal point with a filled form of K2.1. */
  async function withForm() {
    const here = await anOrganisation(database);
    visitor = await app.visitor(await anActor(database, 'aandachtsfunctionaris', here));
    const form = await visitor.form('/aanpak/K2.1');
    return { here, form: { ...form, fields: { ...form.fields, ...ANSWERS } } };
  }
  const stored = async (tenantId: string): Promise<number> => {
    const { rows } = await owner.query<{ n: string }>('select count(*) n from approach.element where tenant_id = $1', [
      tenantId,
    ]);
    return Number(rows[0]!.n);
  };
  const sendAway = () =>
    owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'inbeeld_test'`,
      [name],
    );

  it('without a connection left is 503 in Dutch, keeps nothing half, and takes the same form when there is one again', async () => {
    const { here, form } = await withForm();
    await owner.query(`alter database ${name} connection limit 0`);
    await sendAway();
    try {
      for (const answer of [await visitor.get('/aanpak/K2.1'), await visitor.send(form)])
        expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('niet opgeslagen')]);
    } finally {
      await owner.query(`alter database ${name} connection limit -1`);
    }
    expect(await stored(here.id)).toBe(0);
    expect((await visitor.send(form)).statusCode).toBe(303);
    expect(await stored(here.id)).toBe(1);
  });

  it('that is stopped in the middle of a deed answers, keeps nothing half, and takes the same form once afterwards', async () => {
    const { here, form } = await withForm();
    await owner.query('begin');
    await owner.query('lock table approach.element in access exclusive mode');
    const asked = visitor.send(form);
    await vi.waitFor(async () => {
      const { rows } = await owner.query(
        `select 1 from pg_stat_activity where datname = $1 and usename = 'inbeeld_test' and wait_event_type = 'Lock'`,
        [name],
      );
      expect(rows).toHaveLength(1);
    });
    await sendAway();
    const answer = await asked;
    await owner.query('rollback');
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('niet opgeslagen')]);
    expect(await stored(here.id)).toBe(0);
    expect((await visitor.send(form)).statusCode).toBe(303);
    expect((await visitor.send(form)).statusCode).toBe(303);
    expect(await stored(here.id)).toBe(1);
  });
});

describe('a clock of the machine that is ten minutes off', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(() => database.close());

  it.each([
    -10, 10,
  ])('(%s minutes) lets people work, and what is written bears the time of the database', async (minutes) => {
    const app = await testApp(database);
    const here = await anOrganisation(database);
    const actor = await anActor(database, 'aandachtsfunctionaris', here);
    const before = await app.visitor(actor);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    // who was signed in when the clock jumped, and who signs in after it
    for (const visitor of [before, await app.visitor(actor)]) {
      const form = await visitor.form('/aanpak/K2.1');
      const answer = await visitor.send({ ...form, fields: { ...form.fields, ...ANSWERS } });
      expect(answer.statusCode).toBe(303);
    }
    vi.useRealTimers();
    const late = await before.get('/aanpak/K2.1');
    expect([late.statusCode, late.body]).toEqual([200, expect.stringContaining('Noor Fictief')]);
    const lines = await database.admin
      .selectFrom('audit.event')
      .select(({ ref }) => sql<number>`extract(epoch from clock_timestamp() - ${ref('occurred_at')})`.as('age'))
      .where('tenant_id', '=', here.id)
      .execute();
    expect(lines).toHaveLength(2);
    for (const { age } of lines) expect(Math.abs(Number(age))).toBeLessThan(300);
  });
});
