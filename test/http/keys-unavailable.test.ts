import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app/build-app.ts';
import { startSession } from '../../src/features/accounts/use-cases/sessions.ts';
import { realNow } from '../../src/platform/clock/real-time.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { KeysUnavailable } from '../../src/platform/vault/key-source.ts';
import { documentOf, Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('when the keys cannot be reached', () => {
  let database: TestDatabase;
  let visitor: Visitor;
  let anybody: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    const { server } = await buildApp({
      db: database.kysely,
      kind: 'demo',
      rateLimits: false,
      trustProxy: true,
      logger: false,
      vault: {
        keysFor: () => Promise.reject(new KeysUnavailable('weg')),
        linkageKeyFor: () => Promise.reject(new KeysUnavailable('weg')),
        close: () => {},
      },
      health: { status: 'ok' },
      runDue: async () => {},
    });
    const actor = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    const session = await enter(database.kysely, { door: 'account' }, (tx) =>
      startSession(
        tx,
        { personId: actor.personId, membershipId: actor.membershipId, device: 'test', isDemo: true },
        realNow(),
      ),
    );
    visitor = new Visitor(server, `inbeeld=${session.token}`);
    anybody = new Visitor(server, undefined);
  });

  it.each([
    '/samenwerken/berichten/nieuw',
    '/bestanden/00000000-0000-7000-8000-000000000000',
  ])('a page that opens what is sealed says so, with 503: %s', async (path) => {
    const answer = await visitor.get(path);
    expect([answer.statusCode, documentOf(answer).querySelector('h1')?.textContent]).toEqual([
      503,
      'De sleutels zijn nu niet bereikbaar',
    ]);
    expect(answer.body).toContain('Er is niets opgeslagen');
  });

  it('a form that seals is refused with 503 and nothing is kept', async () => {
    const { _csrf, _sleutel } = (await visitor.form('/aanpak/K2.1')).fields;
    const answer = await visitor.post('/samenwerken/berichten', {
      _csrf: _csrf!,
      _sleutel: _sleutel!,
      ontvanger: 'x',
      vraag: 'x',
      bereikbaar: 'x',
    });
    expect(answer.statusCode).toBe(503);
  });

  it('pages without sealed data go on, for everybody and for who is signed in', async () => {
    for (const path of ['/', '/gemeenten', '/netwerk/wie-belt-u'])
      expect((await anybody.get(path)).statusCode).toBe(200);
    for (const path of ['/aanpak/K2.1', '/samenwerken/berichten', '/overzicht'])
      expect((await visitor.get(path)).statusCode, path).toBe(200);
  });
});
