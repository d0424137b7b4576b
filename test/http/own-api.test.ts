import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { bearerFor } from '../support/token.ts';

describe('what other systems read of the own approach', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  let substitute: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    const place = await anOrganisation(database);
    actor = await anActor(database, 'beleidsmedewerker', place);
    substitute = await anActor(database, 'teamleider', place);
    visitor = await app.visitor(actor);
  });

  async function call(path: string, who: Actor = actor) {
    const headers = { authorization: `Bearer ${await bearerFor(database, who)}`, 'x-forwarded-proto': 'https' };
    return app.server.inject({ method: 'GET', url: `/api/v1/aanpak${path}`, headers });
  }
  async function post(page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    const answer = await visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    expect(answer.statusCode).toBe(303);
  }
  async function planned(actions = 3) {
    await post('/aanpak/plan', '/aanpak/plan', { titel: 'Samen', begint: '1-1-2026', eindigt: '1-12-2028' });
    for (let number = 1; number <= actions; number++)
      await post('/aanpak/plan/acties/nieuw', '/aanpak/plan/acties', {
        titel: `Actie ${number}`,
        spoor: number % 2 ? 'preventie' : 'handhaven',
        eigenaarId: actor.membershipId,
        vervangerId: substitute.membershipId,
        termijn: '1-3-2028',
        bedrag: '100',
        uren: '4,5',
      });
  }

  it('says that there is nothing yet, without an error', async () => {
    expect((await call('/plan')).json()).toMatchObject({ plan: null });
    expect((await call('/plan/acties')).json()).toMatchObject({ acties: [], totaal: 0 });
    expect((await call('/vaststellingen')).json()).toMatchObject({ vaststellingen: [] });
    expect((await call('/borging')).json()).toMatchObject({ isGeborgd: false, geborgdTot: null });
  });

  it('gives the plan and its actions by page and by track, with roles and no names', async () => {
    await planned();
    expect((await call('/plan')).json().plan).toMatchObject({
      titel: 'Samen',
      begint: '2026-01-01',
      eindigt: '2028-12-01',
      uitgave: 1,
      aantalActies: 3,
      aantalZonderEigenaarOfTermijn: 0,
      euro: 300,
      uren: 13.5,
    });
    const second = (await call('/plan/acties?pagina=2&paginaGrootte=2')).json();
    expect(second).toMatchObject({ totaal: 3, pagina: 2, paginaGrootte: 2 });
    expect(second.acties).toHaveLength(1);
    const all = await call('/plan/acties?spoor=handhaven&stand=nog-te-doen');
    expect(all.json().acties).toMatchObject([
      {
        titel: 'Actie 2',
        eigenaar: 'beleidsmedewerker',
        vervanger: 'teamleider',
        termijn: '2028-03-01',
        isTeLaat: false,
      },
    ]);
    for (const name of [actor.personName, substitute.personName]) expect(all.body).not.toContain(name);
    expect((await call('/plan/acties?stand=klaar')).json().acties).toEqual([]);
  });

  it('gives each decision with the number to check what was adopted', async () => {
    await planned(1);
    await post('/aanpak/vaststelling', '/aanpak/vaststelling', {
      orgaan: 'mandaat',
      mandaathouder: 'Iemand Met Naam',
      mandaatbesluit: 'Mandaatbesluit',
      mandaatdatum: '1-10-2026',
      besluitdatum: '10-11-2026',
      geldigTot: '10-11-2028',
      document: 'Stuk',
      documentdatum: '1-11-2026',
    });
    const answer = await call('/vaststellingen');
    const [adoption] = answer.json().vaststellingen;
    expect(adoption).toMatchObject({
      uitgave: 1,
      orgaan: 'mandaat',
      mandaat: { besluit: 'Mandaatbesluit', datum: '2026-10-01' },
      besluitdatum: '2026-11-10',
      geldigTot: '2028-11-10',
      geldt: true,
    });
    expect(answer.body).not.toContain('Iemand Met Naam');
    const frozen = await visitor.get(`/aanpak/vaststelling/${adoption.id}/vastgesteld.json`);
    expect(createHash('sha256').update(frozen.body).digest('hex')).toBe(adoption.sha256);
  });

  it('gives the ten tests with what is missing, and their evidence without who recorded it', async () => {
    await post('/aanpak/borging/oefening', '/aanpak/borging/oefening', {
      gehoudenOp: '1-11-2026',
      scenario: 'Een melding aan de balie',
      bewijs: 'Verslag oefening',
    });
    const answer = await call('/borging');
    const { toetsen } = answer.json();
    expect(toetsen).toHaveLength(10);
    expect(toetsen[6]).toMatchObject({
      nummer: 7,
      isGehaald: true,
      vervaldatum: '2027-11-01',
      bewijs: [{ onderdeel: 'K2.2', stuk: 'Verslag oefening', datum: '2026-11-01', isRegionaal: false }],
    });
    expect(toetsen[0]).toMatchObject({ isGehaald: false, mist: expect.stringContaining('K1.1'), bewijs: [] });
    expect(answer.body).not.toContain(actor.personName);
  });

  it('lists the documents with where they are and what they miss', async () => {
    const { documenten } = (await call('/documenten')).json();
    expect(documenten).toHaveLength(8);
    for (const { lezen, word, pdf } of documenten)
      for (const path of [lezen, word, pdf]) expect([path, (await visitor.get(path)).statusCode]).toEqual([path, 200]);
    const letter = documenten.find(({ soort }: { soort: string }) => soort === 'raadsbrief');
    expect(letter.mist).toContain('Het beleid is nog niet vastgesteld.');
  });

  it('gives nothing of another municipality, and nothing at all to a role that may not see it', async () => {
    await planned(1);
    const stranger = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    expect((await call('/plan/acties', stranger)).json().acties).toEqual([]);
    expect((await call('/documenten', stranger)).json().documenten[0].mist).toContain('Er is nog geen plan.');
    const place = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    const counter = await anActor(database, 'medewerker', place);
    for (const path of ['/plan', '/plan/acties', '/vaststellingen', '/borging', '/documenten'])
      expect([path, (await call(path, counter)).statusCode]).toEqual([path, 403]);
  });

  it('names every wrong parameter', async () => {
    const answer = await call('/plan/acties?spoor=alles&pagina=0&paginaGrootte=501&naam=x');
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(
      answer
        .json()
        .errors.map((error: { location: { name: string } }) => error.location.name)
        .sort(),
    ).toEqual(['naam', 'pagina', 'paginaGrootte', 'spoor']);
  });
});
