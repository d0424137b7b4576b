import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PEERS = '/praktijk/gemeenten-zoals-u';

describe('municipalities like you', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let alike: TestOrganisation;
  let officer: Visitor;

  /** A municipality with the facts that are compared. */
  async function aMunicipality(population: number, urbanity = 4): Promise<TestOrganisation> {
    const made = await anOrganisation(database);
    await database.admin
      .insertInto('organisations.municipality')
      .values({
        organisation_id: made.id,
        province_code: province.code,
        population,
        population_on: day('2026-01-01'),
        land_km2: 100,
        address_density: urbanity === 1 ? 5000 : 500,
        urbanity,
        longitude: 5,
        latitude: 52,
        hexagon_q: hexagon++,
        hexagon_r: 0,
      } as never)
      .execute();
    return made;
  }
  let province: TestOrganisation;
  let hexagon = 0;
  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const arrange = (organisation: TestOrganisation, lapsesOn: string) =>
    database.admin
      .insertInto('approach.standing')
      .values({
        tenant_id: organisation.id,
        element: 'K1.1',
        state: 'present',
        decided_on: day('2026-01-01'),
        lapses_on: day(lapsesOn),
        evidence_kind: 'besluit',
        published_at: new Date(Date.UTC(2026, 0, 2)),
      })
      .execute();
  const confirm = (organisation: TestOrganisation, feature: string) =>
    database.admin
      .insertInto('insight.local_feature')
      .values({
        tenant_id: organisation.id,
        feature,
        is_present: true,
        source: 'Geheime bron',
        as_of: day('2026-01-01'),
        confirmed_by_name: 'Noor Fictief',
        confirmed_at: new Date(Date.UTC(2026, 0, 1)),
      })
      .execute();
  const rows = async (visitor: Visitor, address = PEERS) =>
    [...(await visitor.page(address)).querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    province = await anOrganisation(database, 'provincie');
    here = await aMunicipality(30_000);
    alike = await aMunicipality(31_000);
    for (const population of [29_000, 28_000, 33_000, 34_000, 35_000]) await aMunicipality(population);
    await aMunicipality(900_000, 1);
    officer = await visitorAs('beleidsmedewerker', here);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('stand in order of likeness with the reasons, and those that arranged the gap come first', async () => {
    const before = await rows(officer);
    expect(before).toHaveLength(12);
    expect(before[0]).toContain('ongeveer even groot');
    const last = await aMunicipality(30_000);
    await arrange(last, '2099-01-01');
    const lapsed = await aMunicipality(30_000);
    await arrange(lapsed, '2026-02-01');
    const after = await rows(officer, `${PEERS}?onderdeel=K1.1`);
    expect(after[0]).toContain(last.name);
    expect(after[0]).toContain('geregeld, tot 1 januari 2099');
    expect(after.find((row) => row.includes(lapsed.name))).toContain('niet gepubliceerd');
  });

  it('leads to how they did it, when they told', async () => {
    const vng = await anOrganisation(database, 'vng');
    const id = '01900000-0000-7000-8000-00000000abcd';
    await database.admin
      .insertInto('practices.practice')
      .values({
        tenant_id: vng.id,
        id,
        source_id: alike.id,
        type: 'beleidsplan',
        title: 'Zo deden wij het',
        problem: 'x',
        deed: 'x',
        effect: 'x',
        element: 'K1.1',
        forms: [],
        evidence: 'gedaan',
        licence: 'cc0',
        documents: '[]',
        as_of: day('2026-01-01'),
        review_on: day('2099-01-01'),
        is_verified: true,
        version: 1,
        published_at: new Date(Date.UTC(2026, 0, 2)),
      })
      .execute();
    const page = await officer.page(`${PEERS}?onderdeel=K1.1`);
    expect(page.querySelector(`a[href="/praktijk/${id}"]`)?.textContent).toBe('Zo deden wij het');
  });

  it('are compared on confirmed features only when both share them; sources and names stay at home', async () => {
    const none = await post(officer, PEERS, PEERS).catch(() => undefined);
    expect(none).toBeUndefined();
    for (const place of [here, alike]) {
      await confirm(place, 'kassen');
      expect((await rows(officer)).join()).not.toContain('ook: kassen');
      const sharer = await visitorAs('aandachtsfunctionaris', place);
      expect((await post(sharer, PEERS, PEERS)).headers.location).toBe(`${PEERS}?gedeeld`);
    }
    const [row] = (await rows(officer)).filter((each) => each.includes(alike.name));
    expect(row).toContain('ook: kassen en tuinbouw');
    const page = await officer.page(PEERS);
    expect(page.body.textContent).not.toContain('Geheime bron');
    await post(await visitorAs('beleidsmedewerker', alike), PEERS, PEERS);
    expect((await rows(officer)).join()).not.toContain('ook: kassen');
  });

  describe('asked to get in touch', () => {
    let receiver: Actor;
    let there: Visitor;
    const ask = (fields: Readonly<Record<string, string>> = {}) =>
      post(officer, `/praktijk/contact/nieuw?gemeente=${alike.code}&onderdeel=K1.1`, '/praktijk/contact', {
        wens: 'we-visit',
        tekst: 'Hoe kreeg u het door de raad?',
        raden: 'nee',
        ...fields,
      });
    const last = () =>
      database.admin
        .selectFrom('practices.contact')
        .selectAll()
        .orderBy('asked_at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
    beforeAll(async () => {
      receiver = await anActor(database, 'aandachtsfunctionaris', alike);
      there = await app.visitor(receiver);
    });

    it('hear of it, say that they read it, and answer; the asker hears that too', async () => {
      expect((await ask()).headers.location).toBe('/praktijk/contact?verstuurd');
      const { id, asked_by } = await last();
      const path = `/praktijk/contact/${id}`;
      const heard = await database.admin
        .selectFrom('deadlines.notification')
        .select(['kind', 'path'])
        .where('membership_id', '=', receiver.membershipId)
        .execute();
      expect(heard).toEqual([{ kind: 'practices.contact-asked', path }]);
      expect((await officer.page(path)).body.textContent).toContain('nog niet');
      await post(there, path, `${path}/gelezen`);
      expect((await officer.page(path)).body.textContent).toContain(`door ${receiver.personName}`);
      await post(there, path, `${path}/antwoord`, { tekst: 'U bent welkom op dinsdag.', raden: 'nee' });
      expect((await officer.page(path)).body.textContent).toContain('U bent welkom op dinsdag.');
      const told = await database.admin
        .selectFrom('deadlines.notification as n')
        .innerJoin('accounts.membership as m', 'm.id', 'n.membership_id')
        .select('n.kind')
        .where('m.person_id', '=', asked_by)
        .execute();
      expect(told).toEqual([{ kind: 'practices.contact-answered' }]);
    });

    it('answer once: a colleague who answers too hears 409', async () => {
      await ask();
      const path = `/praktijk/contact/${(await last()).id}`;
      const colleague = await visitorAs('beleidsmedewerker', alike);
      const [one, other] = await Promise.all([there, colleague].map((each) => each.form(path, `${path}/antwoord`)));
      const fields = { tekst: 'Welkom', raden: 'nee' };
      const answers = await Promise.all([
        there.send({ ...one!, fields: { ...one!.fields, ...fields } }),
        colleague.send({ ...other!, fields: { ...other!.fields, ...fields } }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    });

    it('are not asked about a person, and nobody else reads it', async () => {
      const refused = await ask({ tekst: 'Ken jij Jan Jansen, geboren op 1-2-2001?' });
      expect([refused.statusCode, documentOf(refused).getElementById('veld-tekst-fout')?.textContent]).toEqual([
        409,
        expect.stringContaining('geboortedatum'),
      ]);
      await ask();
      const path = `/praktijk/contact/${(await last()).id}`;
      const stranger = await visitorAs('beleidsmedewerker', await aMunicipality(50_000));
      expect((await stranger.get(path)).statusCode).toBe(404);
      expect((await officer.get(`/praktijk/contact/nieuw?gemeente=${here.code}`)).statusCode).toBe(404);
    });
  });
});
