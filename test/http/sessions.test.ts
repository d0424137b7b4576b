import { beforeAll, describe, expect, it } from 'vitest';
import { startSession } from '../../src/features/accounts/use-cases/sessions.ts';
import { enter } from '../../src/platform/db/transact.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('the sessions of a person', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
  });
  const setTimes = (change: { created_at?: Date; last_seen_at?: Date }) =>
    database.admin.updateTable('accounts.session').set(change).where('person_id', '=', actor.personId).execute();
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  it('end by themselves an hour after the last click, and after ten hours', async () => {
    for (const change of [{ last_seen_at: ago(61) }, { created_at: ago(601), last_seen_at: ago(1) }]) {
      const visitor = await app.visitor(actor);
      expect((await visitor.get('/overzicht')).statusCode).toBe(200);
      await setTimes(change);
      const answer = await visitor.get('/overzicht');
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        '/inloggen?terug=%2Foverzicht&reden=verlopen',
      ]);
    }
  });

  it('keep the oldest out when one more begins than is allowed', async () => {
    const person = await anActor(database, 'teamleider', await anOrganisation(database));
    const tokens: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const started = await enter(database.kysely, { door: 'account' }, (tx) =>
        startSession(
          tx,
          { personId: person.personId, membershipId: person.membershipId, device: 'test', isDemo: false },
          new Date(Date.now() + turn),
        ),
      );
      tokens.push(started.token);
    }
    const statuses = await Promise.all(
      tokens.map((token) =>
        app.server.inject({ method: 'GET', url: '/overzicht', headers: { cookie: `inbeeld=${token}` } }),
      ),
    );
    expect(statuses.map((answer) => answer.statusCode)).toEqual([303, 200, 200, 200]);
  });

  it('are listed, and each can be ended by their owner alone', async () => {
    const person = await anActor(database, 'teamleider', await anOrganisation(database));
    const [here, elsewhere] = [await app.visitor(person), await app.visitor(person)];
    const page = documentOf(await here.get('/sessies'));
    expect(page.querySelectorAll('main tbody tr')).toHaveLength(2);
    const form = await here.form('/sessies', '/sessies/beeindigen');
    const stranger = await app.visitor(actor);
    const theirs = await stranger.form('/sessies', '/uitloggen');
    expect(
      (await stranger.post('/sessies/beeindigen', { ...theirs.fields, sessie: form.fields.sessie! })).statusCode,
    ).toBe(404);
    expect((await elsewhere.get('/overzicht')).statusCode).toBe(200);
    expect((await here.send(form)).statusCode).toBe(303);
    expect((await elsewhere.get('/overzicht')).statusCode).toBe(303);
    expect((await here.get('/overzicht')).statusCode).toBe(200);
  });
});
