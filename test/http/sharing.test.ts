import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { ExchangeWorld } from '../support/exchange-world.ts';

const GUIDE = '/mag-ik-delen';
const LIST = '/privacyloket/verstrekkingen';
const askedAt = (gegevens: string, ontvanger: string, doel: string) =>
  `${GUIDE}?${new URLSearchParams({ gegevens, ontvanger, doel })}`;

describe('may I share this', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let officer: Visitor;
  let fg: Visitor;

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const mainOf = async (visitor: Visitor, url: string) => (await visitor.page(url)).querySelector('main')!.textContent!;
  async function tell(visitor: Visitor, url: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(url, GUIDE);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const toldIn = ({ id }: TestOrganisation) =>
    database.admin.selectFrom('sharing.disclosure').selectAll().where('tenant_id', '=', id).execute();
  const linesOf = async (visitor: Visitor, query = '') =>
    [...(await visitor.page(`${LIST}${query}`)).querySelectorAll('tbody tr')].map((row) => row.textContent!);

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    here = await anOrganisation(database);
    officer = await visitorAs('aandachtsfunctionaris', here);
    fg = await visitorAs('fg', here);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('answers by role, with basis, article, day and whether anybody checked it', async () => {
    const text = await mainOf(officer, askedAt('care', 'care', 'help'));
    for (const part of [
      'Ja, met toestemming',
      'Wmo 2015, artikel 5.3.3',
      '1 juli 2026',
      'niet geverifieerd',
      'editie 2026-11',
    ])
      expect(text).toContain(part);
    const official = await visitorAs('medewerker', here);
    expect(await mainOf(official, askedAt('identity', 'colleague', 'help'))).toContain('Nee, zo niet');
    expect((await (await visitorAs('beheerder', here)).get(GUIDE)).statusCode).toBe(403);
  });

  it('never says a bare no: there is always a next step, and it can be taken', async () => {
    const page = await officer.page(askedAt('brp', 'ngo', 'help'));
    expect(page.querySelector('main')!.textContent).toContain('Wat u wel kunt doen');
    expect(page.querySelector('main form[method="post"]')).toBeNull();
    const next = page.querySelector('section a')!.getAttribute('href')!;
    expect(await mainOf(officer, next)).toContain('Ja, dit mag');
  });

  it('asks what is missing beside the field', async () => {
    const answer = await officer.get(`${GUIDE}?gegevens=care&ontvanger=&doel=`);
    expect(answer.statusCode).toBe(200);
    expect(documentOf(answer).getElementById('veld-ontvanger-fout')?.textContent).toContain('Kies met wie');
    expect((await officer.get(askedAt('care', 'iedereen', 'help'))).statusCode).toBe(400);
  });

  it('writes down that something was shared, once, with the rule it went by and nothing of whom it was about', async () => {
    const before = (await toldIn(here)).length;
    const url = askedAt('seen', 'police', 'offence');
    const form = await officer.form(url, GUIDE);
    const answers = [await officer.send(form), await officer.send(form)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await mainOf(officer, answers[0]!.headers.location as string)).toContain('vastgelegd');
    const told = await toldIn(here);
    expect(told).toHaveLength(before + 1);
    expect(told[0]).toMatchObject({
      rule: 'offence',
      edition: '2026-11',
      outcome: 'weigh',
      consent: null,
      role: 'aandachtsfunctionaris',
    });
    const kept = await database.admin
      .selectFrom('retention.record')
      .select('rule')
      .where('subject_id', '=', told[0]!.id)
      .execute();
    expect(kept).toEqual([{ rule: 'disclosure' }]);
  });

  it('asks for the consent that the rule needs, and refuses what another rule decides by now or nothing allows', async () => {
    const url = askedAt('identity', 'care', 'help');
    const missing = await tell(officer, url);
    expect([missing.statusCode, documentOf(missing).getElementById('veld-toestemming-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Kies wie toestemming gaf'),
    ]);
    expect((await tell(officer, url, { toestemming: 'iemand' })).statusCode).toBe(400);
    const changed = await tell(officer, url, { toestemming: 'person', editie: '2020-01' });
    expect([changed.statusCode, documentOf(changed).body.textContent]).toEqual([
      409,
      expect.stringContaining('intussen gewijzigd'),
    ]);
    const forbidden = await tell(officer, url, { toestemming: 'person', gegevens: 'brp', regel: 'brp' });
    expect([forbidden.statusCode, documentOf(forbidden).body.textContent]).toEqual([
      409,
      expect.stringContaining('dit mag niet'),
    ]);
    expect((await tell(officer, url, { toestemming: 'representative' })).statusCode).toBe(303);
  });

  it('shows the officer for data protection who shared what with whom, why, and under which rules; filtered, and as a file', async () => {
    const told = await linesOf(fg);
    expect(told[0]).toMatch(
      /Test Fictief.*Wie iemand is.*zorgcoördinator.*Wmo 2015, artikel 5\.3\.3.*vertegenwoordiger.*regel help-care, editie 2026-11/,
    );
    expect(await linesOf(fg, '?toestemming=zonder')).toHaveLength(told.length - 1);
    expect(await linesOf(fg, '?hoe=verstuurd')).toHaveLength(0);
    expect(await linesOf(fg, '?tot=1-1-2020')).toHaveLength(0);
    expect((await fg.get(`${LIST}?van=31-2-2026`)).statusCode).toBe(400);
    const csv = await fg.get(`${LIST}/lijst.csv?toestemming=met`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body.trim().split('\r\n')).toHaveLength(2);
    expect(csv.body).toContain('help-care');
  });

  it('shows what In Beeld itself carried: who sent it, of which kind, to whom, on which basis and under which version', async () => {
    const there = await anOrganisation(database);
    const world = await ExchangeWorld.between(database, here.id, there.id);
    await world.agree(here.id, there.id, 'contactverzoek');
    await world.agree(there.id, here.id, 'contactverzoek');
    const form = await officer.form('/samenwerken/berichten/nieuw');
    const fields = { ...form.fields, ontvanger: there.code, vraag: 'KANARIE-VRAAG', bereikbaar: 'ochtend' };
    expect((await officer.send({ ...form, fields })).statusCode).toBe(303);
    const [sent, ...others] = await linesOf(fg, '?hoe=verstuurd');
    expect(others).toEqual([]);
    expect(sent).toMatch(
      new RegExp(
        `Test Fictief.*Aandachtsfunctionaris.*Verzoek om contact.*${there.name}.*voorbeeld.*niet nodig.*VA-09.*versie 1`,
        'i',
      ),
    );
    expect(sent).not.toContain('KANARIE');
    const receiving = await visitorAs('fg', there);
    expect(await linesOf(receiving)).toHaveLength(0);
  });

  it('is read by nobody else: not by a colleague, and not by the officer of another organisation', async () => {
    expect((await officer.get(LIST)).statusCode).toBe(403);
    const elsewhere = await visitorAs('fg', await anOrganisation(database));
    expect(await linesOf(elsewhere)).toHaveLength(0);
  });
});
