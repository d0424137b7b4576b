import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trial } from '../../src/app/build-app.ts';
import { ROLES } from '../../src/shared-kernel/role.ts';
import { type AccessWorld, accessWorld, Caller, everythingSeen, tryEverything } from '../support/access-world.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { createDatabase, TABLES, type TestDatabase } from '../support/database.ts';

/** Nobody, and every role in both organisations. */
const VISITORS = 1 + 2 * ROLES.length;
const TIMEOUT = 120_000;

describe.each([
  ['both belts', true],
  ['row-level security off: only the conditions in the code', false],
])('who gets what from every route, with %s', (_name, isSecured) => {
  let database: TestDatabase;
  let world: AccessWorld;
  let app: TestApp;

  beforeAll(async () => {
    database = await createDatabase();
    if (!isSecured) await dropBelt(database);
    world = await accessWorld(database);
    app = await testApp(database);
  });
  afterAll(async () => {
    await app?.server.close();
    await world?.close();
    await database?.close();
  });

  it('nobody can tell whether another organisation has records', { timeout: TIMEOUT }, async () => {
    const [mine, theirs] = world.sides;
    await world.fill(mine);
    const callers = await Promise.all(ROLES.map((role) => Caller.of(app, database, mine.actors[role])));
    const before = await everythingSeen(app, callers);
    await world.fill(theirs);
    const after = await everythingSeen(app, callers);
    expect(Object.keys(before).length).toBeGreaterThan(ROLES.length * 5);
    for (const [where, text] of Object.entries(before)) expect(after[where], where).toBe(text);
  });

  it('each answer is what the route table promises', { timeout: TIMEOUT }, async () => {
    for (const side of world.sides) await world.fill(side);
    const outcome = await tryEverything(app, world);
    expect(outcome.deviations).toEqual([]);
    expect(outcome.combinations).toBe(app.routes.length * VISITORS);
    expect(app.routes.length).toBeGreaterThan(20);
    // there was something to see: the markers of one's own rows came by
    expect([...outcome.shown]).toEqual(expect.arrayContaining(['GET /aanpak', 'GET /aanpak/K2.1', 'GET /sessies']));
    expect([...outcome.refusedForeign]).toEqual(expect.arrayContaining(['POST /sessies/beeindigen']));
  });
});

describe('who gets what with the gate open: only the database and the code behind it', () => {
  it('shows no role a row of another organisation', { timeout: TIMEOUT }, async () => {
    const database = await createDatabase();
    const world = await accessWorld(database);
    for (const side of world.sides) await world.fill(side);
    const app = await testApp(database, 'demo', { openGate: true });
    const outcome = await tryEverything(app, world, true);
    expect(outcome.deviations).toEqual([]);
    expect(outcome.combinations).toBe(app.routes.length * VISITORS);
    expect(outcome.shown).toContain('GET /aanpak/K2.1');
    await app.server.close();
    await world.close();
    await database.close();
  });
});

describe('canaries: a wrong route is caught', () => {
  let database: TestDatabase;
  let world: AccessWorld;

  beforeAll(async () => {
    database = await createDatabase();
    await dropBelt(database);
    world = await accessWorld(database);
    for (const side of world.sides) await world.fill(side);
  });
  afterAll(async () => {
    await world?.close();
    await database?.close();
  });

  async function deviationsOf(extend: NonNullable<Trial['extend']>): Promise<readonly string[]> {
    const app = await testApp(database, 'demo', { extend });
    const only = { ...app, routes: app.routes.filter(({ path }) => path.startsWith('/proef')) };
    expect(only.routes.length).toBeGreaterThan(0);
    const { deviations } = await tryEverything(only, world);
    await app.server.close();
    return deviations;
  }
  const own = { purpose: 'VA-11', data: ['D1'] } as const;

  it('that forgets the condition on the organisation', { timeout: TIMEOUT }, async () => {
    const deviations = await deviationsOf((app, edge) => {
      app.get('/proef', { config: { ...own, access: ['medewerker'] } }, async (request) =>
        edge.look(request, 'own', (tx) => tx.selectFrom('approach.element').select('focal_point').execute()),
      );
    });
    expect(deviations).toEqual(
      Array(2).fill('GET /proef as medewerker: its own record shows a row of the other organisation'),
    );
  });

  it('that finds the record of another organisation', { timeout: TIMEOUT }, async () => {
    const deviations = await deviationsOf((app, edge) => {
      app.post(
        '/proef/:id',
        { config: { ...own, access: ['medewerker'], action: 'test.find', sample: 'proef' } },
        async (request, reply) => {
          const found = await edge.look(request, 'own', (tx) =>
            tx.selectFrom('approach.element').select('element').execute(),
          );
          return reply.code(found.length > 0 ? 409 : 404).send('');
        },
      );
    });
    expect(deviations).toEqual(['POST /proef/:id: test/support/samples.ts does not know proef']);
  });

  it('that lets in whom it declares to refuse, or refuses whom it declares to let in', {
    timeout: TIMEOUT,
  }, async () => {
    const deviations = await deviationsOf((app) => {
      app.get('/proef', { config: { ...own, access: ['fg'] } }, async (_request, reply) => reply.code(403).send(''));
    });
    expect(deviations).toEqual(Array(2).fill('GET /proef as fg: promised in, got 403'));
  });

  it('that tells a foreign record from one that does not exist', { timeout: TIMEOUT }, async () => {
    const deviations = await deviationsOf((app) => {
      app.get(
        '/proef/:code',
        { config: { ...own, access: ['fg'], sample: 'municipality-code' } },
        async (request, reply) => reply.code(200).send((request.params as { code: string }).code),
      );
    });
    expect(deviations).toEqual(Array(2).fill('GET /proef/:code as fg: a record that does not exist gives 200'));
  });
});

/** Takes row-level security away from every table; the grants of the doors stay. */
async function dropBelt({ adminUrl }: TestDatabase): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  for (const table of Object.keys(TABLES)) await admin.query(`alter table ${table} disable row level security`);
  await admin.end();
}
