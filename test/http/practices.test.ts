import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const TOLD = {
  soort: 'hotelafspraak',
  titel: 'Hotels bellen één nummer',
  probleem: 'Receptionisten wisten niet wie zij konden bellen.',
  wat: 'Wij spraken één nummer af met de hotels.',
  effect: 'Er kwamen meer signalen binnen.',
  onderdeel: 'K2.2',
  bewijs: 'gedaan',
  datum: '1-6-2026',
  kosten: '12.500',
  uren: '40',
  functie: 'beleidsmedewerker veiligheid',
  licentie: 'cc-by',
  documenten: 'Hotelafspraak 2026 https://voorbeeld.invalid/afspraak',
  raden: 'nee',
};

describe('the practice library', () => {
  let database: TestDatabase;
  let app: TestApp;
  let vng: TestOrganisation;
  let here: TestOrganisation;
  let there: TestOrganisation;
  let teller: Visitor;
  let tellerActor: Actor;
  let moderator: Visitor;

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    vng = await anOrganisation(database, 'vng');
    here = await anOrganisation(database);
    there = await anOrganisation(database);
    tellerActor = await anActor(database, 'beleidsmedewerker', here);
    teller = await app.visitor(tellerActor);
    moderator = await visitorAs('vng-adviseur', vng);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const tell = (fields: Readonly<Record<string, string>> = {}, visitor = teller) =>
    post(visitor, '/praktijk/nieuw', '/praktijk', { ...TOLD, ...fields });
  const lastSubmission = () =>
    database.admin
      .selectFrom('practices.submission')
      .selectAll()
      .orderBy('submitted_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
  const submission = (id: string) =>
    database.admin.selectFrom('practices.submission').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const publish = (id: string, visitor = moderator, fields = {}) =>
    post(visitor, `/praktijk/nakijken/${id}`, `/praktijk/nakijken/${id}/publiceren`, fields);
  /** Told and published: the id of the practice. */
  async function practice(fields: Readonly<Record<string, string>> = {}) {
    expect((await tell(fields)).headers.location).toBe('/praktijk/inzendingen?ingestuurd');
    const { id } = await lastSubmission();
    expect((await publish(id)).headers.location).toBe('/praktijk/nakijken?gepubliceerd');
    return (await submission(id)).published_id!;
  }
  const found = async (address: string, visitor = teller) =>
    [...(await visitor.page(address)).querySelectorAll('.ib-card__link')].map((link) => link.textContent);
  const notices = (membershipId: string) =>
    database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'path'])
      .where('membership_id', '=', membershipId)
      .execute();

  it('stops asking a moderator to look over what a colleague did, or the sender took back', async () => {
    const waiting = async (id: string) =>
      database.admin
        .selectFrom('deadlines.notification')
        .select('id')
        .where('path', '=', `/praktijk/nakijken/${id}`)
        .where('withdrawn_at', 'is', null)
        .execute();
    const endings = {
      publish: (id: string) => publish(id),
      return: (id: string) =>
        post(moderator, `/praktijk/nakijken/${id}`, `/praktijk/nakijken/${id}/terugsturen`, { reden: 'Kort het in.' }),
      'take back': (id: string) =>
        post(teller, `/praktijk/inzendingen/${id}`, `/praktijk/inzendingen/${id}/intrekken`, {}),
    };
    for (const [ending, end] of Object.entries(endings)) {
      await tell();
      const { id } = await lastSubmission();
      expect([ending, (await waiting(id)).length > 0]).toEqual([ending, true]);
      expect((await end(id)).statusCode).toBe(303);
      expect([ending, await waiting(id)]).toEqual([ending, []]);
    }
  });

  it('is read by nobody before VNG looked it over, and by everybody after', async () => {
    await tell({ titel: 'Eerst nakijken' });
    const { id } = await lastSubmission();
    const elsewhere = await visitorAs('aandachtsfunctionaris', there);
    expect(await found('/praktijk?zoek=nakijken', elsewhere)).toEqual([]);
    expect((await elsewhere.get(`/praktijk/inzendingen/${id}`)).statusCode).toBe(404);
    expect((await moderator.page('/praktijk/nakijken')).body.textContent).toContain('Eerst nakijken');
    await publish(id);
    expect(await found('/praktijk?zoek=nakijken', elsewhere)).toEqual(['Eerst nakijken']);
    const page = await elsewhere.page(`/praktijk/${(await submission(id)).published_id}`);
    expect(page.body.textContent).toContain(here.name);
    expect(page.body.textContent).toContain('nog te verifiëren');
    expect(page.body.textContent).not.toContain(tellerActor.personName);
  });

  it('tells VNG that something waits, and the sender what came of it', async () => {
    const adviser = await anActor(database, 'vng-adviseur', vng);
    await tell();
    const { id } = await lastSubmission();
    expect(await notices(adviser.membershipId)).toEqual([
      { kind: 'practices.submitted', path: `/praktijk/nakijken/${id}` },
    ]);
    await publish(id);
    expect(await notices(tellerActor.membershipId)).toContainEqual({
      kind: 'practices.published',
      path: `/praktijk/inzendingen/${id}`,
    });
  });

  it('goes back with what must change, and comes again', async () => {
    await tell({ titel: 'Kan beter' });
    const { id } = await lastSubmission();
    const back = `/praktijk/nakijken/${id}/terugsturen`;
    expect((await post(moderator, `/praktijk/nakijken/${id}`, back, { reden: '' })).statusCode).toBe(400);
    await post(moderator, `/praktijk/nakijken/${id}`, back, { reden: 'Zeg ook wat het kostte.' });
    const page = `/praktijk/inzendingen/${id}`;
    expect((await teller.page(page)).body.textContent).toContain('Zeg ook wat het kostte.');
    await post(teller, page, page, { titel: 'Is nu beter', raden: 'nee' });
    expect(await submission(id)).toMatchObject({ state: 'waiting', version: 2, reason: null });
    await publish(id);
    expect(await found('/praktijk?zoek=beter')).toEqual(['Is nu beter']);
  });

  it('is taken back before anybody reads it, and then looked over by nobody', async () => {
    await tell({ titel: 'Toch niet' });
    const { id } = await lastSubmission();
    const path = `/praktijk/nakijken/${id}`;
    const form = await moderator.form(path, `${path}/publiceren`);
    const own = `/praktijk/inzendingen/${id}`;
    expect((await post(teller, own, `${own}/intrekken`, {})).headers.location).toBe(own);
    expect((await moderator.page('/praktijk/nakijken')).body.textContent).not.toContain('Toch niet');
    expect((await moderator.send(form)).statusCode).toBe(404);
    expect((await teller.page(own)).body.textContent).toContain('Ingetrokken');
  });

  it('is looked over once: of two who moderate at the same moment, one hears 409', async () => {
    await tell();
    const { id } = await lastSubmission();
    const second = await visitorAs('vng-adviseur', vng);
    const path = `/praktijk/nakijken/${id}`;
    const forms = await Promise.all([moderator, second].map((each) => each.form(path, `${path}/publiceren`)));
    const answers = await Promise.all([moderator.send(forms[0]!), second.send(forms[1]!)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const late = answers.find(({ statusCode }) => statusCode === 409)!;
    expect(documentOf(late).body.textContent).toContain('een collega keek dit al na');
  });

  it('is never looked over by who wrote it, and moved on while it was read', async () => {
    const writer = await visitorAs('vng-adviseur', vng);
    await tell({}, writer);
    const own = await lastSubmission();
    const path = `/praktijk/nakijken/${own.id}`;
    expect((await writer.page(path)).body.textContent).toContain('u stuurde dit zelf in');
    const form = await moderator.form(path, `${path}/publiceren`);
    // her page has no such form: as if she made it herself
    const { _csrf, _sleutel } = (await writer.form('/praktijk/nieuw', '/praktijk')).fields;
    const forged = await writer.send({ ...form, fields: { ...form.fields, _csrf: _csrf!, _sleutel: _sleutel! } });
    expect([forged.statusCode, (await submission(own.id)).state]).toEqual([409, 'waiting']);
    const page = `/praktijk/inzendingen/${own.id}`;
    await post(writer, page, page, { titel: 'Toch anders', raden: 'nee' });
    expect((await moderator.send(form)).statusCode).toBe(409);
    expect((await publish(own.id)).statusCode).toBe(303);
  });

  it.each([
    ['wat', 'Bel hem op 06-12345678', 'telefoonnummer'],
    ['probleem', 'Een meisje, geboren op 12-03-2009', 'geboortedatum'],
    ['effect', 'Mail naar iemand@voorbeeld.nl', 'e-mailadres'],
    ['functie', 'Noor Fictief', 'geen naam'],
    ['wat', 'Wij spraken toen met Jan Jansen', 'lijkt een naam'],
  ])('refuses a person in %s: %s', async (field, text, says) => {
    const answer = await tell({ [field]: text });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent).toContain(says);
    expect(documentOf(answer).querySelector('[name=titel]')?.getAttribute('value')).toBe(TOLD.titel);
  });

  it('refuses what somebody could guess, whatever the words', async () => {
    const answer = await tell({ raden: 'ja' });
    expect([answer.statusCode, documentOf(answer).getElementById('veld-raden-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Maak het algemener'),
    ]);
  });

  it('asks everything at once, with 400', async () => {
    const answer = await tell({ titel: '', datum: 'gisteren', kosten: 'veel', documenten: 'zonder adres' });
    expect([answer.statusCode, documentOf(answer).title]).toEqual([
      400,
      '(4 invoerfouten) Vertel wat u deed – In Beeld',
    ]);
  });

  it('finds what did not work as easily, with why', async () => {
    expect((await tell({ soort: 'werkte-niet', titel: 'Avond voor buren' })).statusCode).toBe(409);
    await practice({ soort: 'werkte-niet', titel: 'Avond voor buren', omdat: 'Niemand durfde te komen.' });
    const page = await teller.page('/praktijk?zoek=buren');
    expect(page.querySelector('.ib-card')?.textContent).toContain('Werkte niet, omdat: Niemand durfde te komen.');
  });

  it('finds by stem and by the beginning of a compound, the title first', async () => {
    await practice({ titel: 'Vakantieparken bezoeken', wat: 'Met toezichthouders.' });
    await practice({ titel: 'Samen op pad', wat: 'Wij gingen naar een vakantiepark.' });
    expect(await found('/praktijk?zoek=vakantiepark')).toEqual(['Vakantieparken bezoeken', 'Samen op pad']);
    expect(await found('/praktijk?zoek=vakantie+toezichthouder')).toEqual(['Vakantieparken bezoeken']);
    expect(await found('/praktijk?zoek=%27%3B+drop+table+%26+%7C+%21%28')).toEqual([]);
  });

  it('shows markup and scripts as text, and leads only to a web address', async () => {
    const markup = '<script>alert(1)</script><b>vet</b>';
    const id = await practice({ titel: `Titel ${markup}`, wat: markup });
    const page = await teller.page(`/praktijk/${id}`);
    expect(page.querySelector('main script, main b')).toBeNull();
    expect(page.querySelector('h1')?.textContent).toContain(markup);
    const answer = await tell({ documenten: 'Klik javascript:alert(1)' });
    expect(answer.statusCode).toBe(400);
  });

  it('is taken over in the own plan once, with where it came from, and the country sees it', async () => {
    const id = await practice({ titel: 'Overneembaar' });
    const officer = await visitorAs('beleidsmedewerker', there);
    const take = () => post(officer, `/praktijk/${id}`, `/praktijk/${id}/overnemen`, { spoor: 'signaleren' });
    const without = await take();
    expect([without.statusCode, documentOf(without).body.textContent]).toEqual([
      409,
      expect.stringContaining('nog geen plan'),
    ]);
    await post(officer, '/aanpak/plan', '/aanpak/plan', {
      titel: 'Ons plan',
      begint: '1-1-2026',
      eindigt: '1-12-2028',
    });
    const form = await officer.form(`/praktijk/${id}`, `/praktijk/${id}/overnemen`);
    const taken = await take();
    expect(taken.headers.location).toMatch(/^\/aanpak\/plan\/acties\//);
    const action = await officer.page(String(taken.headers.location));
    expect(action.querySelector(`a[href="/praktijk/${id}"]`)?.textContent).toBe('Overneembaar');
    expect(action.body.textContent).toContain('K2.2');
    const again = await officer.send({ ...form, fields: { ...form.fields, spoor: 'signaleren' } });
    expect(again.statusCode).toBe(409);
    const read = await teller.page(`/praktijk/${id}`);
    expect(read.body.textContent).toContain(`Overgenomen in het plan van ${there.name}`);
    expect((await teller.page('/praktijk?zoek=overneembaar')).body.textContent).toContain('1 keer overgenomen');
  });

  it('works elsewhere too when somebody says in a sentence what was changed; not at home, and once', async () => {
    const id = await practice({ titel: 'Werkt ook elders' });
    expect((await teller.page(`/praktijk/${id}`)).querySelector(`form[action$="werkt-ook"]`)).toBeNull();
    const officer = await visitorAs('aandachtsfunctionaris', there);
    const form = await officer.form(`/praktijk/${id}`, `/praktijk/${id}/werkt-ook`);
    const say = (fields: Readonly<Record<string, string>>) =>
      officer.send({ ...form, fields: { ...form.fields, raden: 'nee', ...fields } });
    expect((await say({ anders: '' })).statusCode).toBe(400);
    expect((await say({ anders: 'Bel 06-12345678' })).statusCode).toBe(409);
    expect((await say({ anders: 'Wij deden het in het Pools.' })).statusCode).toBe(303);
    expect((await teller.page(`/praktijk/${id}`)).body.textContent).toContain('Wij deden het in het Pools.');
    const colleague = await visitorAs('beleidsmedewerker', there);
    expect((await colleague.page(`/praktijk/${id}`)).querySelector(`form[action$="werkt-ook"]`)).toBeNull();
    const late = { ...form, fields: { ...form.fields, raden: 'nee', anders: 'Nog eens', _sleutel: 'a'.repeat(22) } };
    expect((await officer.send(late)).statusCode).toBe(409);
  });

  it('warns everybody when nobody said lately that it still holds, until VNG does', async () => {
    const id = await practice({ titel: 'Verloopt' });
    const lapsedOn = '2026-01-01';
    await database.admin
      .updateTable('practices.practice')
      .set({ review_on: lapsedOn as never })
      .where('id', '=', id)
      .execute();
    expect((await teller.page('/praktijk?zoek=verloopt')).body.textContent).toContain('Lang niet nagekeken');
    expect((await teller.page(`/praktijk/${id}`)).body.textContent).toContain('niemand keek na of dit nog klopt');
    const path = `/praktijk/${id}/klopt-nog`;
    expect((await post(moderator, `/praktijk/${id}`, path, {})).headers.location).toBe(`/praktijk/${id}?klopt`);
    expect((await teller.page(`/praktijk/${id}`)).body.textContent).not.toContain('niemand keek na');
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['state'])
      .where('subject_id', '=', id)
      .orderBy('created_at')
      .execute();
    expect(deadlines.map(({ state }) => state)).toEqual(['done', 'open']);
  });

  it('is withdrawn by who published it; a plan keeps what it took over', async () => {
    const id = await practice({ titel: 'Gaat weg' });
    const officer = await visitorAs('beleidsmedewerker', there);
    const taken = await post(officer, `/praktijk/${id}`, `/praktijk/${id}/overnemen`, { spoor: 'preventie' });
    await post(moderator, `/praktijk/${id}`, `/praktijk/${id}/intrekken`, {});
    expect((await officer.get(`/praktijk/${id}`)).statusCode).toBe(404);
    expect(await found('/praktijk?zoek=weg')).toEqual([]);
    const action = await officer.page(String(taken.headers.location));
    expect(action.body.textContent).toContain('Gaat weg');
  });
});
