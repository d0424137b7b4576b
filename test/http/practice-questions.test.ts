import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { addWorkingDays } from '../../src/shared-kernel/working-days.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('questions to peers and experts', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let there: TestOrganisation;
  let asker: Visitor;
  let askerActor: Actor;
  let peer: Visitor;
  let adviser: Visitor;
  let adviserActor: Actor;

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const ask = (fields: Readonly<Record<string, string>> = {}) =>
    post(asker, '/praktijk/vragen/nieuw', '/praktijk/vragen', {
      titel: 'Hoe oefent u de meldroute?',
      tekst: 'Wij oefenden nog nooit.',
      onderdeel: 'K2.2',
      raden: 'nee',
      ...fields,
    });
  const waiting = () =>
    database.admin
      .selectFrom('practices.submission')
      .select('id')
      .where('state', '=', 'waiting')
      .orderBy('submitted_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
  /** Looks over what was sent in last: where it stands then. */
  async function publishLast(): Promise<string> {
    const { id } = await waiting();
    const path = `/praktijk/nakijken/${id}`;
    expect((await post(adviser, path, `${path}/publiceren`)).statusCode).toBe(303);
    const row = await database.admin
      .selectFrom('practices.submission')
      .select('published_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return row.published_id!;
  }
  async function question(fields: Readonly<Record<string, string>> = {}): Promise<string> {
    expect((await ask(fields)).headers.location).toBe('/praktijk/inzendingen?ingestuurd');
    return `/praktijk/vragen/${await publishLast()}`;
  }
  const deadlineOf = (path: string) =>
    database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'state', 'due_on', 'assignee_id'])
      .where('subject_id', '=', path.split('/').at(-1)!)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    const vng = await anOrganisation(database, 'vng');
    here = await anOrganisation(database);
    there = await anOrganisation(database);
    askerActor = await anActor(database, 'beleidsmedewerker', here);
    asker = await app.visitor(askerActor);
    peer = await visitorAs('aandachtsfunctionaris', there);
    adviserActor = await anActor(database, 'vng-adviseur', vng);
    adviser = await app.visitor(adviserActor);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('are found by their words, by those of an answer, and by the start of a compound; the best first', async () => {
    const found = async (zoek: string, more = '') => {
      const page = await peer.page(`/praktijk/vragen?zoek=${encodeURIComponent(zoek)}${more}`);
      return [...page.querySelectorAll('main table a')].map((link) => link.textContent);
    };
    const fields = { onderdeel: '', tekst: 'Wij weten het niet.' };
    const path = await question({ ...fields, titel: 'Wie belt de tolken in het weekend?' });
    await question({ ...fields, titel: 'Wat kost een training?', tekst: 'Ook met een tolkendienst erbij.' });
    await post(peer, path, `${path}/antwoord`, { tekst: 'Dat doet de alarmcentrale van de regio.', raden: 'nee' });
    await publishLast();
    expect(await found('tolk')).toEqual(['Wie belt de tolken in het weekend?', 'Wat kost een training?']);
    expect(await found('alarmcentrale')).toEqual(['Wie belt de tolken in het weekend?']);
    expect(await found('tolk', '&onderdeel=K2.2')).toEqual([]);
    expect(await found('weekend training')).toEqual([]);
    // nothing but a word gets through, and nothing found says what to do next
    const odd = await peer.get(
      `/praktijk/vragen?zoek=${encodeURIComponent("'; drop table practices.question; -- :* & |")}`,
    );
    expect([odd.statusCode, odd.body]).toEqual([200, expect.stringContaining('Hier is nog niet naar gevraagd')]);
    expect((await peer.page('/praktijk/vragen?zoek=%3A*')).querySelectorAll('main table a').length).toBe(2);
    await database.admin.deleteFrom('practices.answer').execute();
    await database.admin.deleteFrom('practices.question').execute();
  });

  it('are read by all once looked over, are answered, and say what helped; the asker hears it', async () => {
    const path = await question();
    expect((await peer.page('/praktijk/vragen')).body.textContent).toContain('Hoe oefent u de meldroute?');
    expect((await peer.page(path)).body.textContent).not.toContain(askerActor.personName);
    await post(peer, path, `${path}/antwoord`, { tekst: 'Elk kwartaal tien minuten.', raden: 'nee' });
    expect((await asker.page(path)).body.textContent).toContain('nog geen antwoord');
    await publishLast();
    const answered = await asker.page(path);
    expect(answered.body.textContent).toContain('Elk kwartaal tien minuten.');
    expect((await peer.page(path)).querySelector('form[action$="geholpen"]')).toBeNull();
    await post(asker, path, `${path}/geholpen`);
    expect((await peer.page('/praktijk/vragen')).body.textContent).toContain('Geholpen');
    const made = await peer.page(`/praktijk/nieuw?vraag=${path.split('/').at(-1)}`);
    expect(made.querySelector('[name=wat]')?.textContent).toBe('Elk kwartaal tien minuten.');
  });

  it('stand with a named adviser on the third working day, unless somebody answered', async () => {
    const path = await question({ titel: 'Wie weet dit?' });
    const asked = await database.admin
      .selectFrom('practices.question')
      .select('asked_on')
      .where('id', '=', path.split('/').at(-1)!)
      .executeTakeFirstOrThrow();
    const due = addWorkingDays(asked.asked_on, 3);
    expect(await deadlineOf(path)).toEqual({
      kind: 'practices.unanswered',
      state: 'open',
      due_on: due,
      assignee_id: adviserActor.membershipId,
    });
    expect(due > dutchDay(new Date(0))).toBe(true);
    await post(peer, path, `${path}/antwoord`, { tekst: 'Ik weet het.', raden: 'nee' });
    await publishLast();
    expect((await deadlineOf(path)).state).toBe('done');
  });

  it.each([
    ['tekst', 'Het gaat om een meisje, geboren op 3-4-2009.', 'geboortedatum'],
    ['tekst', 'Bel 06-12345678', 'telefoonnummer'],
    ['titel', 'Wie kent de heer Jan Jansen?', 'lijkt een naam'],
  ])('refuse case data in %s: %s', async (field, words, says) => {
    const answer = await ask({ [field]: words });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent).toContain(says);
  });

  it('refuse whom somebody could guess, in an answer too', async () => {
    expect((await ask({ raden: 'ja' })).statusCode).toBe(409);
    const path = await question({ titel: 'Nog een vraag' });
    const refused = await post(peer, path, `${path}/antwoord`, { tekst: 'Zo deden wij dat.', raden: 'ja' });
    expect([refused.statusCode, documentOf(refused).getElementById('veld-raden-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Maak het algemener'),
    ]);
  });
});
