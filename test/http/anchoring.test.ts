import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dutchDay,
  type PlainDate,
  writeDutchDate,
} from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/borging';
const DRILL = `${PATH}/oefening`;
const STATEMENT = `${PATH}/verklaring`;
const today = day('2026-11-25');
const drill = { gehoudenOp: '1-11-2026', scenario: 'Een melding aan de balie', bewijs: 'Verslag oefening' };
const regional = (onderdeel: string) => ({
  onderdeel,
  stand: 'regio',
  verklaring: `De regio regelt ${onderdeel}`,
  orgaan: '',
  datum: '1-10-2026',
  geldigTot: '1-3-2028',
  bewijs: 'Regionaal convenant',
});

describe('the ten tests on the page', () => {
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
    substitute = await anActor(database, 'aandachtsfunctionaris', place);
    visitor = await app.visitor(actor);
  });

  async function post(path: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(path, path);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const people = (fields: Readonly<Record<string, string>> = {}) =>
    post('/aanpak/K2.1', {
      aandachtsfunctionaris: actor.personName,
      vervanger: substitute.personName,
      urenPerWeek: '8',
      besluit: 'Collegebesluit',
      besluitdatum: '1-11-2026',
      geldigTot: '1-6-2028',
      ...fields,
    });
  const test = async (number: number) =>
    (await visitor.page(PATH)).querySelector(`[aria-labelledby="toets-${number}"]`)!.textContent!;
  const facts = () =>
    database.admin.selectFrom('approach.fact').selectAll().where('tenant_id', '=', actor.organisationId).execute();

  it('says of each what is missing and where to arrange it, and lets nobody tick anything', async () => {
    const page = await visitor.page(PATH);
    const sections = [...page.querySelectorAll('[aria-labelledby^="toets-"]')];
    expect(sections).toHaveLength(10);
    expect(page.querySelector('main form')).toBeNull();
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('nog niet geborgd: 1 van de 10');
    for (const section of sections.slice(0, 9)) expect(section.querySelector('a')).not.toBeNull();
    for (const link of page.querySelectorAll('main section a'))
      expect((await visitor.get(link.getAttribute('href')!)).statusCode).toBe(200);
  });

  it('are all passed in one sitting by a municipality whose region does everything', async () => {
    await people();
    expect((await post(STATEMENT, { ...regional('K1.1'), orgaan: 'b-en-w' })).headers.location).toBe(
      `${PATH}?opgeslagen`,
    );
    for (const element of ['K1.5', 'K1.7', 'K3.7', 'K4.1', 'K4.2']) await post(STATEMENT, regional(element));
    for (const element of ['K1.8', 'K1.9']) await post(STATEMENT, { ...regional(element), geldigTot: '' });
    expect((await visitor.get(PATH)).body).toContain('nog niet geborgd: 9 van de 10');
    await post(DRILL, drill);
    const page = await visitor.page(PATH);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('uw aanpak is geborgd');
    // the report to the council counts a year
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('1 oktober 2027');
    const used = await test(7);
    expect(used).toContain('Verslag oefening');
    expect(used).toContain(`oefening, vastgelegd door ${actor.personName}`);
    expect(used).toContain('Vervalt op 1 november 2027');
    expect(await test(1)).toContain('regionaal belegd');
  });

  it.each([
    ['a drill of tomorrow', DRILL, { ...drill, gehoudenOp: '26-11-2099' }, 'gehoudenOp', 'komt nog'],
    ['a statement of tomorrow', STATEMENT, { ...regional('K4.1'), datum: '26-11-2099' }, 'datum', 'in de toekomst'],
    ['a statement without an end', STATEMENT, { ...regional('K4.1'), geldigTot: '' }, 'geldigTot', 'tot wanneer'],
    ['more than four years', STATEMENT, { ...regional('K4.1'), geldigTot: '2-10-2030' }, 'geldigTot', 'vier jaar'],
    ['an end before its day', STATEMENT, { ...regional('K4.1'), geldigTot: '1-9-2026' }, 'geldigTot', 'na de datum'],
    ['policy of a region without an own decision', STATEMENT, regional('K1.1'), 'orgaan', 'in uw gemeente'],
  ])('refuses %s, with words beside the field', async (_, path, fields, field, words) => {
    const answer = await post(path, fields);
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent).toContain(words);
    expect(await facts()).toEqual([]);
  });

  it('keeps the latest drill when an older one is recorded after it', async () => {
    await post(DRILL, drill);
    const answer = await post(DRILL, { ...drill, gehoudenOp: '1-10-2026' });
    expect(answer.statusCode).toBe(409);
    expect(await facts()).toMatchObject([{ element: 'K2.2', source: 'drill', as_of: '2026-11-01' }]);
  });

  it('knows that a named person left, on the day itself and not before, and takes another name for nobody known', async () => {
    await people();
    const leave = (who: Actor, on: PlainDate) =>
      database.admin
        .updateTable('accounts.membership')
        .set({ valid_until: on })
        .where('organisation_id', '=', who.organisationId)
        .where('id', '=', who.membershipId)
        .execute();
    const now = dutchDay(new Date());
    await leave(substitute, addDays(now, 1));
    expect(await test(3)).toContain(`Vervalt op ${writeDutchDate(addDays(now, 1))}`);
    await leave(substitute, now);
    expect(await test(3)).toContain('De vervanger werkt hier niet meer');
    expect(await test(10)).toContain('overdrachtsdossier');
    await post(STATEMENT, { ...regional('K2.1'), stand: 'gemeente', datum: writeDutchDate(now), geldigTot: '' });
    expect(await test(10)).toContain('Gehaald');
    expect(await test(3)).toContain('Nog niet gehaald');
    await people({ vervanger: 'Iemand Van Buiten' });
    expect(await test(3)).toContain('Vervalt op 1 juni 2028');
  });

  it('asks for a hand-over when a successor is named, and not when a name is only written better', async () => {
    await people();
    expect(await test(10)).toContain('Er is niemand vertrokken');
    await people({ vervanger: `${substitute.personName} de Tweede`, zelfdePersonen: 'ja' });
    expect(await test(10)).toContain('Er is niemand vertrokken');
    const answer = await people({ vervanger: 'Noor Nieuw' });
    const saved = await visitor.page(String(answer.headers.location));
    const links = [...saved.querySelectorAll('.utrecht-alert a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining(['/aanpak/documenten/overdrachtsdossier', `${STATEMENT}?onderdeel=K2.1`]),
    );
    expect(await test(10)).toContain('leg vast dat de opvolger het heeft');
    // the successor is there: only the knowledge is not
    expect(await test(3)).toContain('Gehaald');
    await post(STATEMENT, {
      ...regional('K2.1'),
      stand: 'gemeente',
      datum: writeDutchDate(dutchDay(new Date())),
      geldigTot: '',
    });
    expect(await test(10)).toContain('Regionaal convenant');
    expect(await test(10)).toContain('Dit heeft geen einddatum');
  });

  it('counts a statement until its end: it lapses by itself', async () => {
    await post(STATEMENT, { ...regional('K1.5'), geldigTot: writeDutchDate(addDays(today, 400)) });
    expect(await test(4)).toContain(`Vervalt op ${writeDutchDate(addDays(today, 400))}`);
    expect(addMonths(today, 12) < addDays(today, 400)).toBe(true);
  });
});
