import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trial } from '../../src/app/build-app.ts';
import { prepareMonths } from '../../src/platform/audit/months.ts';
import { noteRevealed } from '../../src/platform/audit/reveal.ts';
import { newSecret } from '../../src/platform/ids/uuid.ts';
import { err, ok } from '../../src/shared-kernel/result.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { giveToken } from '../support/access-world.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const SECRET = 'Noor Fictief woont hier';
const PERSONS = 3;
const DOSSIER = '01890000-0000-7000-8000-0000000000aa';

/** Routes that open the data of three persons, in the ways a feature might. */
const extend: NonNullable<Trial['extend']> = (app, edge) => {
  const persons = { access: ['zorgcoordinator'], purpose: 'VA-03', data: ['D4'] } as const;
  const open = (tx: object) => {
    for (let n = 0; n < PERSONS; n++)
      noteRevealed(tx, {
        subject: { kind: 'persoon', pseudonym: randomBytes(32) },
        dossierId: DOSSIER,
        columns: ['proef.person.name'],
      });
    return SECRET;
  };
  const read = (request: FastifyRequest) =>
    edge.lookAtPersons(request, async (tx) => ok({ subject: { kind: 'proef.dossier', id: DOSSIER }, text: open(tx) }));
  const show = async (request: FastifyRequest) => {
    const answer = await read(request);
    return answer.ok ? answer.value.text : '';
  };
  app.get('/proef/goed', { config: { ...persons, action: 'proef.read' } }, show);
  app.get('/api/v1/proef', { config: { ...persons, action: 'proef.read' } }, show);
  // forgets the log: looks as one looks at what holds no persons
  app.get('/proef/vergeten', { config: persons }, (request) => edge.look(request, 'own', async (tx) => open(tx)));
  // forgets to say what it does
  app.get('/proef/naamloos', { config: persons }, show);
  app.get('/proef/weg', { config: { ...persons, action: 'proef.read' } }, async (request, reply) => {
    const answer = await edge.lookAtPersons(request, async () => err({ code: 'not-found' }));
    return reply.code(answer.ok ? 200 : 404).send('');
  });
  app.get('/proef/stuk', { config: { ...persons, action: 'proef.read' } }, (request) =>
    edge.lookAtPersons(request, async (tx) => {
      throw new Error(`broken after opening ${open(tx)}`);
    }),
  );
};

describe('the three logs behind a page', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database, 'demo', { extend });
    here = await anOrganisation(database, 'zorgorganisatie');
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });
  const as = async (role: Role) => {
    const actor = await anActor(database, role, here);
    return { actor, visitor: await app.visitor(actor) };
  };
  const logOf = async ({ personId }: Actor) => {
    const decisions = await database.admin
      .selectFrom('audit.decision')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('seq')
      .execute();
    const traces = decisions.map(({ trace_id }) => trace_id);
    const of = (table: 'audit.event' | 'audit.processing') =>
      traces.length === 0
        ? []
        : database.admin.selectFrom(table).selectAll().where('trace_id', 'in', traces).orderBy('seq').execute();
    return { decisions, events: await of('audit.event'), persons: await of('audit.processing') };
  };

  it('tell of a page that showed three persons: one deed, and three children of it (LDV-01, LDV-02)', async () => {
    const { actor, visitor } = await as('zorgcoordinator');
    expect((await visitor.get('/proef/goed')).body).toBe(SECRET);
    const { decisions, events, persons } = await logOf(actor);
    expect(decisions).toMatchObject([
      {
        outcome: 'allowed',
        activity: 'VA-03',
        action: 'proef.read',
        route: 'GET /proef/goed',
        ground: 'role',
        subject_kind: 'proef.dossier',
        subject_id: DOSSIER,
      },
    ]);
    expect(events).toMatchObject([{ subject_id: DOSSIER, person_name: actor.personName }]);
    expect(persons).toHaveLength(PERSONS);
    const spans = persons.map((row) => (row as { parent_span_id: Buffer }).parent_span_id.toString('hex'));
    expect(new Set([...spans, events[0]!.span_id!.toString('hex'), decisions[0]!.span_id!.toString('hex')]).size).toBe(
      1,
    );
  });

  it('canary: a route that forgets to log can open nothing', async () => {
    const { actor, visitor } = await as('zorgcoordinator');
    for (const path of ['/proef/vergeten', '/proef/naamloos']) {
      const answer = await visitor.get(path);
      expect([path, answer.statusCode]).toEqual([path, 500]);
      expect(answer.body).not.toContain(SECRET);
    }
    expect(await logOf(actor)).toEqual({ decisions: [], events: [], persons: [] });
  });

  it('tell of somebody who asked for what is not there or not hers', async () => {
    const { actor, visitor } = await as('zorgcoordinator');
    expect((await visitor.get('/proef/weg')).statusCode).toBe(404);
    expect((await logOf(actor)).decisions).toMatchObject([{ outcome: 'refused', code: 'not-found', ground: null }]);
  });

  it('tell of somebody who was known and not let in, and why', async () => {
    const { actor, visitor } = await as('fg');
    expect((await visitor.get('/proef/goed')).statusCode).toBe(403);
    const { decisions, events } = await logOf(actor);
    expect(decisions).toMatchObject([
      { outcome: 'refused', code: 'forbidden', route: 'GET /proef/goed', activity: 'VA-03', role: 'fg' },
    ]);
    expect(events).toEqual([]);
    // nobody is known here, so nothing is written
    await (await app.visitor()).get('/proef/goed');
    const { n } = await database.admin
      .selectFrom('audit.decision')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('route', '=', 'GET /proef/goed')
      .where('outcome', '=', 'refused')
      .executeTakeFirstOrThrow();
    expect(n).toBe(1);
  });

  it('tell that persons were opened, also when the deed then broke (LDV-14)', async () => {
    const { visitor } = await as('zorgcoordinator');
    const before = await database.admin
      .selectFrom('audit.processing')
      .select('seq')
      .where('status', '=', 'Error')
      .execute();
    const answer = await visitor.get('/proef/stuk');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain(SECRET);
    const after = await database.admin
      .selectFrom('audit.processing')
      .selectAll()
      .where('status', '=', 'Error')
      .execute();
    expect(after.length - before.length).toBe(PERSONS);
    expect(after.every(({ trace_id, span_id }) => trace_id && span_id.length === 8)).toBe(true);
    expect(JSON.stringify(after)).not.toContain('broken');
  });

  it('go on with the trace of a system that asks, also when that system does not sample (LDV-05)', async () => {
    const { actor } = await as('zorgcoordinator');
    const token = newSecret(24);
    await giveToken(database, actor, token);
    const headers = {
      'x-forwarded-proto': 'https',
      authorization: `Bearer ${token}`,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
    };
    expect((await app.server.inject({ method: 'GET', url: '/api/v1/proef', headers })).body).toBe(SECRET);
    const { decisions, persons } = await logOf(actor);
    expect(decisions).toMatchObject([
      { trace_id: '0af76519-16cd-43dd-8448-eb211c80319c', parent_span_id: Buffer.from('b7ad6b7169203331', 'hex') },
    ]);
    expect(persons).toHaveLength(PERSONS);
    // a page begins its own trace, whatever a browser sends
    const { actor: other, visitor } = await as('zorgcoordinator');
    await visitor.request({ method: 'GET', url: '/proef/goed', headers: { traceparent: headers.traceparent } });
    expect((await logOf(other)).decisions).not.toMatchObject([{ trace_id: decisions[0]!.trace_id }]);
  });

  it('close the page when they cannot be written: 503, and not a word of the person (LDV-03)', async () => {
    const { actor, visitor } = await as('zorgcoordinator');
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_inherits i on i.inhrelid = c.oid
      where i.inhparent = 'audit.processing'::regclass`.execute(database.admin);
    for (const { name } of rows) await sql.raw(`drop table audit.${name}`).execute(database.admin);
    const answer = await visitor.get('/proef/goed');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('niet vastleggen');
    expect(answer.body).not.toContain(SECRET);
    expect(await logOf(actor)).toEqual({ decisions: [], events: [], persons: [] });
    await prepareMonths(database.kysely);
    expect((await visitor.get('/proef/goed')).body).toBe(SECRET);
  });
});
