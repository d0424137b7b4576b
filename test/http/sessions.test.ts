import type { Response } from 'light-my-request';
import { beforeAll, describe, expect, it } from 'vitest';
import { startSession } from '../../src/features/accounts/use-cases/sessions.ts';
import { enter } from '../../src/platform/db/transact.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, Visitor } from '../support/app.ts';
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

  it('get a new mark at signing in and at a change of role, and the mark of before opens nothing (SEC-02)', async () => {
    const markIn = (answer: Response) => /inbeeld=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1];
    const planted = 'a'.repeat(43);
    const signedIn = await app.server.inject({
      method: 'POST',
      url: '/demo/aanmelden',
      headers: { cookie: `inbeeld=${planted}` },
      payload: { rol: 'beleidsmedewerker' },
    });
    expect(signedIn.statusCode).toBe(303);
    expect(markIn(signedIn)).toMatch(/^[\w-]{43}$/);
    expect(markIn(signedIn)).not.toBe(planted);
    expect((await new Visitor(app.server, `inbeeld=${planted}`).get('/overzicht')).statusCode).toBe(303);

    const other = await anActor(database, 'teamleider', await anOrganisation(database), actor.personId);
    const before = await app.visitor(actor);
    const form = await before.form('/inloggen', '/inloggen/rol');
    const switched = await before.send({ ...form, fields: { ...form.fields, rol: other.membershipId } });
    expect(switched.statusCode).toBe(303);
    expect((await before.get('/overzicht')).statusCode).toBe(303);
    expect((await new Visitor(app.server, `inbeeld=${markIn(switched)}`).get('/overzicht')).statusCode).toBe(200);
  });

  it('are in one of two tasks that are kept apart at a time, and go from one to the other in one action', async () => {
    const register = await anOrganisation(database, 'comensha');
    const registrar = await anActor(database, 'comensha-registratie', register);
    await anActor(database, 'comensha-plaatsing', register, registrar.personId);
    // the same role elsewhere is no other task of hers here
    await anActor(database, 'comensha-plaatsing', await anOrganisation(database, 'comensha'), registrar.personId);
    const before = await app.visitor(registrar);
    const elsewhere = await app.visitor(registrar);
    expect((await before.get('/registraties/werkvoorraad')).statusCode).toBe(200);
    expect((await before.get('/hulpvragen')).statusCode).toBe(403);
    const button = await before.form('/overzicht', '/inloggen/rol');
    const switched = await before.send(button);
    expect(switched.statusCode).toBe(303);
    const mark = /inbeeld=([^;]+)/.exec(String(switched.headers['set-cookie']))?.[1];
    const after = new Visitor(app.server, `inbeeld=${mark}`);
    expect((await after.get('/hulpvragen')).statusCode).toBe(200);
    expect((await after.get('/registraties/werkvoorraad')).statusCode).toBe(403);
    // the other task ended, in this browser and in the other
    for (const old of [before, elsewhere]) expect((await old.get('/overzicht')).statusCode).toBe(303);
    expect((await after.page('/overzicht')).querySelector('header')?.textContent).toContain('CoMensha-plaatsing');
    // and back in one action
    const back = await after.send(await after.form('/hulpvragen', '/inloggen/rol'));
    expect(back.statusCode).toBe(303);
  });

  it('are not switched where there is no other task', async () => {
    const alone = await app.visitor(
      await anActor(database, 'comensha-registratie', await anOrganisation(database, 'comensha')),
    );
    expect((await alone.page('/overzicht')).querySelector('form[action="/inloggen/rol"]')).toBeNull();
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

  it('have a form with a name of its own, also when two are on one device', async () => {
    const person = await anActor(database, 'teamleider', await anOrganisation(database));
    const here = await app.visitor(person);
    for (const _ of [1, 2]) await app.visitor(person);
    const forms = [...documentOf(await here.get('/sessies')).querySelectorAll('main form')];
    expect([forms.length, new Set(forms.map((form) => form.getAttribute('aria-label'))).size]).toEqual([3, 3]);
  });

  it('can be ended all at once but for the one she works in, and nobody else’s', async () => {
    const person = await anActor(database, 'teamleider', await anOrganisation(database));
    const stranger = await app.visitor(actor);
    const [here, ...others] = [await app.visitor(person), await app.visitor(person), await app.visitor(person)];
    const form = await here.form('/sessies', '/sessies/andere-beeindigen');
    expect((await here.page('/sessies')).body.textContent).toContain('Beëindig alle 2 andere sessies');
    const done = await here.send(form);
    expect([done.statusCode, done.headers.location]).toEqual([303, '/sessies?beeindigd']);
    for (const other of others) expect((await other.get('/overzicht')).statusCode).toBe(303);
    for (const visitor of [here, stranger]) expect((await visitor.get('/overzicht')).statusCode).toBe(200);
    const page = await here.page('/sessies?beeindigd');
    expect(page.body.textContent).toContain('U bent alleen nog hier ingelogd');
    expect(page.querySelectorAll('main form')).toHaveLength(0);
  });

  it('keep their own menu on an address that is not there', async () => {
    const answer = await (await app.visitor(actor)).get('/bestaat-niet');
    const links = [...documentOf(answer).querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
    expect(answer.statusCode).toBe(404);
    expect(links).toContain('/aanpak');
    const unknown = documentOf(await (await app.visitor()).get('/bestaat-niet'));
    expect([...unknown.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).not.toContain('/aanpak');
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
