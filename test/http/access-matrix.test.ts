import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trial } from '../../src/app/build-app.ts';
import { notFound } from '../../src/platform/http/edge.ts';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { newId, newSecret } from '../../src/platform/ids/uuid.ts';
import {
  type AccessWorld,
  accessWorld,
  Caller,
  everythingSeen,
  giveToken,
  isApi,
  sendFields,
  tryEverything,
  VISITORS,
} from '../support/access-world.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { dropBelt, inWorld } from '../support/in-world.ts';

const TIMEOUT = 900_000;
/** The proof that these tests can be red (test/proof/red.proof.ts) asks one address only. */
const ONLY = process.env.PROOF_ADDRESS;
const asked = (routes: readonly RouteEntry[]) => (ONLY ? routes.filter(({ path }) => path === ONLY) : routes);

describe('who gets what from every route', () => {
  it('is what the route table promises', { timeout: TIMEOUT }, () =>
    inWorld(true, {}, async (app, world) => {
      for (const side of world.sides) await world.fill(side);
      const outcome = await tryEverything({ ...app, routes: asked(app.routes) }, world);
      expect(outcome.deviations).toEqual([]);
      expect(outcome.combinations).toBeGreaterThan(0);
      if (ONLY) return;
      expect(outcome.combinations).toBe(app.routes.length * VISITORS);
      expect(app.routes.length).toBeGreaterThan(20);
      // there was something to see: the markers of one's own rows came by
      expect([...outcome.shown]).toEqual(expect.arrayContaining(['GET /aanpak', 'GET /aanpak/K2.1', 'GET /sessies']));
      expect([...outcome.refusedForeign]).toEqual(
        expect.arrayContaining(['GET /bestanden/:id', 'GET /aanpak/namens/:code', 'POST /sessies/beeindigen']),
      );
    }),
  );
});

describe('who somebody is', () => {
  let database: TestDatabase;
  let world: AccessWorld;
  let app: TestApp;

  beforeAll(async () => {
    database = await createDatabase();
    world = await accessWorld(database);
    app = await testApp(database);
  });
  afterAll(async () => {
    await app?.server.close();
    await world?.close();
    await database?.close();
  });
  const guarded = (kind: (route: RouteEntry) => boolean) =>
    app.routes.filter((route) => route.config.access !== 'public' && kind(route));
  const someoneFor = ({ config: { access } }: RouteEntry) =>
    world.sides[0].actors[typeof access === 'string' ? 'medewerker' : access[0]!];

  it('is told to the API by a token alone, never by a cookie', async () => {
    const routes = guarded(isApi);
    expect(routes.length).toBeGreaterThan(0);
    for (const route of routes) {
      const visitor = await app.visitor(someoneFor(route));
      const answer = await visitor.request({ method: route.method as 'GET', url: route.path });
      expect([route.path, answer.statusCode, answer.headers['www-authenticate']]).toEqual([route.path, 401, 'Bearer']);
    }
  });

  it('is told to a page by a cookie alone, never by a token', async () => {
    const routes = guarded((route) => !isApi(route));
    expect(routes.length).toBeGreaterThan(10);
    for (const route of routes) {
      const token = newSecret(24);
      await giveToken(database, someoneFor(route), token);
      const headers = { 'x-forwarded-proto': 'https', authorization: `Bearer ${token}` };
      const answer = await app.server.inject({ method: route.method as 'GET', url: route.path, headers });
      expect([route.path, answer.statusCode]).toEqual([route.path, 303]);
      expect(answer.headers.location).toMatch(/^\/inloggen/);
    }
  });

  it('is not enough to write: each form carries the token of a page of ours', async () => {
    const routes = asked(guarded((route) => route.method === 'POST' && !isApi(route)));
    expect(routes.length).toBeGreaterThan(ONLY ? 0 : 5);
    for (const route of routes) {
      const visitor = await app.visitor(someoneFor(route));
      for (const token of ['', 'verzonnen']) {
        const answer = await sendFields(visitor, route.path, [['_csrf', token]], route.config.multipart);
        expect([route.path, token, answer.statusCode]).toEqual([route.path, token, 403]);
      }
      // a page of somebody else: not done, at most kept for whoever wrote it
      const stranger = await Caller.of(app, database, world.sides[1].actors.fg);
      const { csrf } = await stranger.fresh();
      const answer = await sendFields(visitor, route.path, [['_csrf', csrf]], route.config.multipart);
      if (answer.statusCode !== 403)
        expect([route.path, answer.statusCode, answer.headers.location]).toEqual([route.path, 303, '/formulier-terug']);
    }
    const { n } = await database.admin
      .selectFrom('audit.decision')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(n).toBe(0);
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
      app.get('/proef/:id', { config: { ...own, access: ['fg'], sample: 'file-id' } }, async (request) => {
        const { id } = request.params as { id: string };
        const file = await edge.look(request, 'own', (tx) =>
          tx.selectFrom('files.file').select('size').where('id', '=', id).executeTakeFirst(),
        );
        if (!file) throw notFound();
        return file;
      });
    });
    expect(deviations).toEqual(
      Array(2)
        .fill([
          'GET /proef/:id as fg: a foreign record gives 200',
          'GET /proef/:id as fg: a foreign record can be told from one that does not exist',
        ])
        .flat(),
    );
  });

  it('that counts the rows of others', { timeout: TIMEOUT }, async () => {
    const app = await testApp(database, 'demo', {
      extend: (server, edge) => {
        server.get('/proef', { config: { ...own, access: ['fg'] } }, async (request) =>
          edge.look(request, 'own', (tx) =>
            tx
              .selectFrom('approach.element')
              .select((eb) => eb.fn.countAll().as('n'))
              .execute(),
          ),
        );
      },
    });
    const only = { ...app, routes: app.routes.filter(({ path }) => path === '/proef') };
    const callers = [await Caller.of(app, database, world.sides[0].actors.fg)];
    const before = await everythingSeen(only, callers);
    await world.sides[1].rows.of(newId()).row('approach.element');
    expect(await everythingSeen(only, callers)).not.toEqual(before);
    await app.server.close();
  });

  it('that names no sample, or one that nobody knows', { timeout: TIMEOUT }, async () => {
    const deviations = await deviationsOf((app) => {
      app.get('/proef/:id', { config: { ...own, access: ['fg'], sample: 'proef' } }, async () => '');
    });
    expect(deviations).toEqual(['GET /proef/:id: test/support/samples.ts does not know proef']);
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
