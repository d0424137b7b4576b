import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentFramework } from '../../src/features/approach/index.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { nextWorkingDay } from '../../src/shared-kernel/working-days.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, sharedDatabase, type TestDatabase } from '../support/database.ts';

const PLAN = '/aanpak/plan';
const planFields = { titel: 'Voorbeeldplan', begint: '1-1-2026', eindigt: '1 december 2028' };
const actionFields = { titel: 'Oefen de meldroute', spoor: 'signaleren', onderdeel: 'K2.2', termijn: '1-3-2028' };

describe('the plan of a municipality', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function arrive(role: Role = 'beleidsmedewerker') {
    actor = await anActor(database, role, await anOrganisation(database));
    visitor = await app.visitor(actor);
  }
  const colleague = (role: Role) =>
    anActor(database, role, { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName });

  async function post(page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const makePlan = () => post(PLAN, PLAN, planFields);
  const makeAction = async (fields: Readonly<Record<string, string>> = {}) => {
    const answer = await post(`${PLAN}/acties/nieuw`, `${PLAN}/acties`, { ...actionFields, ...fields });
    return String(answer.headers.location).split('?')[0]!;
  };
  const facts = () =>
    database.admin
      .selectFrom('approach.fact')
      .select(['element', 'source', 'state', 'lapses_on'])
      .where('tenant_id', '=', actor.organisationId)
      .orderBy('reported_at')
      .orderBy('element')
      .execute();
  const deadlines = () =>
    database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'state', 'due_on', 'assignee_id', 'substitute_id', 'parameters'])
      .where('tenant_id', '=', actor.organisationId)
      .orderBy('created_at')
      .execute();

  it('is made once, also when the form is sent twice at the same moment', async () => {
    await arrive();
    const form = await visitor.form(PLAN, PLAN);
    const filled = { ...form, fields: { ...form.fields, ...planFields } };
    const answers = await Promise.all([visitor.send(filled), visitor.send(filled)]);
    expect(answers.map((answer) => [answer.statusCode, answer.headers.location])).toEqual(
      Array(2).fill([303, `${PLAN}?opgeslagen=plan`]),
    );
    expect((await visitor.page(PLAN)).querySelector('h1')?.textContent).toBe('Voorbeeldplan');
    expect(await facts()).toMatchObject([
      { element: 'K1.3', source: 'plan', state: 'started', lapses_on: '2028-12-01' },
      { element: 'K1.5', source: 'plan', state: 'absent' },
    ]);
  });

  it('says every wrong field at once and keeps what was typed', async () => {
    await arrive();
    const answer = await post(PLAN, PLAN, { titel: '', begint: '31-2-2027', eindigt: 'ooit', regioId: 'elders' });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(400);
    expect(page.title).toContain('(3 invoerfouten)');
    expect(page.querySelector('[name=eindigt]')?.getAttribute('value')).toBe('ooit');
    const nameless = await post(PLAN, PLAN, { ...planFields, regioId: 'elders' });
    expect(documentOf(nameless).getElementById('veld-beleid-fout')?.textContent).toContain('regionale beleid');
  });

  it('refuses an end before the start with words beside the field', async () => {
    await arrive();
    const answer = await post(PLAN, PLAN, { ...planFields, eindigt: '1-12-2025' });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById('veld-eindigt-fout')?.textContent).toContain('na het begin');
  });

  it('stands under the policy that its region published, and keeps the hash of it', async () => {
    await arrive();
    const region = await anOrganisation(database, 'regio');
    await database.admin
      .insertInto('organisations.region_membership')
      .values({
        organisation_id: actor.organisationId,
        region_kind: 'safety-region',
        region_id: region.id,
        valid_from: '2020-01-01' as never,
        source: 'test',
      })
      .execute();
    await database.admin
      .insertInto('approach.region_offer')
      .values({
        tenant_id: region.id,
        element: 'K1.1',
        title: 'Regionaal kader',
        link: 'https://voorbeeld.invalid/kader',
        adopting_body: 'regionaal overleg',
        decided_on: '2026-01-01' as never,
        valid_until: '2029-01-01' as never,
        published_at: new Date(Date.UTC(2026, 0, 1)),
        version: 1,
      })
      .execute();
    // the policy of the only region is chosen already
    expect((await visitor.form(PLAN, PLAN)).fields.regioId).toBe(region.id);
    expect((await post(PLAN, PLAN, { ...planFields, regioId: region.id })).statusCode).toBe(303);
    expect((await visitor.get(PLAN)).body).toContain('Regionaal kader');
    const row = await database.admin
      .selectFrom('approach.plan')
      .select(['regional_id', 'regional_sha256'])
      .where('tenant_id', '=', actor.organisationId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ regional_id: region.id, regional_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('takes the proposals that were ticked in one form, once, each with an owner and a day', async () => {
    await arrive();
    await makePlan();
    const path = `${PLAN}/voorstellen`;
    const page = await visitor.page(path);
    expect(page.querySelectorAll('main form')).toHaveLength(1);
    expect(page.querySelectorAll('[name=voorstel]').length).toBeGreaterThan(30);
    const { fields } = await visitor.form(path, path);
    const send = (key: string, ...ticked: string[]) =>
      visitor.request({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams([
          ['_csrf', fields._csrf!],
          ['_sleutel', key],
          ...ticked.map((id) => ['voorstel', id]),
        ]).toString(),
      });
    const proposals = async () => {
      const rows = await database.admin
        .selectFrom('approach.plan_action')
        .select(['proposal', 'owner_name', 'due_on'])
        .where('tenant_id', '=', actor.organisationId)
        .orderBy('proposal')
        .execute();
      expect(rows.every(({ owner_name, due_on }) => owner_name === actor.personName && due_on !== null)).toBe(true);
      return rows.map(({ proposal }) => proposal);
    };

    const none = await send('niets-aangevinkt');
    expect([none.statusCode, documentOf(none).getElementById('veld-voorstel-fout')?.textContent]).toEqual([
      400,
      'Fout: Vink ten minste één voorstel aan.',
    ]);
    const partly = await send('deels-weg', 'K2.1-1', 'K9.9-1');
    expect(partly.statusCode).toBe(409);
    expect(documentOf(partly).querySelector('[name=voorstel][value="K2.1-1"]')?.hasAttribute('checked')).toBe(true);
    expect(await proposals()).toEqual([]);

    for (const key of ['eerste-keer', 'eerste-keer', 'tweede-keer'])
      expect((await send(key, 'K1.1-1', 'K2.1-1')).headers.location).toBe(`${path}?toegevoegd=ja`);
    expect(await proposals()).toEqual(['K1.1-1', 'K2.1-1']);
    expect(await deadlines()).toHaveLength(2);
    expect((await facts()).filter(({ element }) => element === 'K1.3').at(-1)?.state).toBe('present');
  });

  it('leads somebody with an empty plan and nothing left to propose to an action of her own, not in a circle', async () => {
    await arrive();
    await makePlan();
    const links = async (path: string) =>
      [...(await visitor.page(path)).querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    const own = `${PLAN}/acties/nieuw`;
    expect(await links('/aanpak/vaststelling')).toContain(own);
    await database.admin
      .insertInto('approach.fact')
      .values(
        currentFramework().elements.map(({ id: element }) => ({
          tenant_id: actor.organisationId,
          id: newId(),
          element,
          source: 'scan',
          state: 'working',
          as_of: '2026-11-01',
          statement: 'Voorbeeld',
          evidence_title: 'Voorbeeldbesluit',
          reported_by: 'Voorbeeld',
          reported_at: new Date('2026-11-01T12:00:00Z'),
        })) as never,
      )
      .execute();
    const page = (await visitor.page(`${PLAN}/voorstellen`)).querySelector('main')!;
    expect(page.textContent).toContain('Wij zien niets meer dat mist');
    expect(await links(`${PLAN}/voorstellen`)).toContain(own);
    const empty = (await visitor.page(PLAN)).querySelector('.ib-empty')!;
    expect(empty.textContent).toContain('zet u zelf een actie in het plan');
  });

  it('keeps an action with owner, substitute, day, money and hours, reminds by deadline, and never by name', async () => {
    await arrive();
    await makePlan();
    const substitute = await colleague('teamleider');
    const place = await makeAction({
      eigenaarId: actor.membershipId,
      vervangerId: substitute.membershipId,
      bedrag: '€ 12.500',
      uren: '4,5',
    });
    const page = await visitor.page(place);
    expect(page.querySelector('main')?.textContent).toMatch(/12\.500/);
    expect(page.querySelector('main')?.textContent).toContain(substitute.personName);
    expect(await deadlines()).toEqual([
      {
        kind: 'approach.action-due',
        state: 'open',
        due_on: '2028-03-01',
        assignee_id: actor.membershipId,
        substitute_id: substitute.membershipId,
        parameters: { onderdeel: 'K2.2' },
      },
    ]);
    expect((await facts()).filter(({ element }) => element === 'K1.5').at(-1)?.state).toBe('present');
    const overview = await visitor.page(PLAN);
    expect(overview.querySelector('table')?.textContent).toContain('Oefen de meldroute');
  });

  it('stops reminding when the action is done, and logs who said so', async () => {
    await arrive();
    await makePlan();
    const place = await makeAction({ eigenaarId: actor.membershipId });
    const answer = await post(place, `${place}/stand`, { stand: 'done', aantekening: 'Verslag ligt bij <b>ons</b>.' });
    expect(answer.headers.location).toBe(`${place}?opgeslagen`);
    expect((await deadlines()).map(({ state }) => state)).toEqual(['done']);
    const log = (await visitor.page(place)).querySelector('.ib-timeline')?.textContent;
    expect(log).toContain('Stand: klaar');
    expect(log).toContain('Verslag ligt bij <b>ons</b>.');
    expect(log).toContain(actor.personName);
  });

  it('lets somebody stay who carried it and left, and refuses a new choice of somebody who is not here', async () => {
    await arrive();
    await makePlan();
    const leaver = await colleague('teamleider');
    const place = await makeAction({ eigenaarId: leaver.membershipId });
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: '2021-01-01' as never })
      .where('id', '=', leaver.membershipId)
      .execute();
    expect((await post(place, place, { titel: 'Oefen twee keer' })).statusCode).toBe(303);
    expect((await visitor.get(place)).body).toContain('niet meer in deze rol');
    const refused = await post(`${PLAN}/acties/nieuw`, `${PLAN}/acties`, { ...actionFields, eigenaarId: newId() });
    expect(refused.statusCode).toBe(409);
    expect(documentOf(refused).getElementById('veld-eigenaarId-fout')?.textContent).toContain('Kies iemand anders');
  });

  it('tells who changed it by the person, not by the name: a colleague may have the same', async () => {
    await arrive();
    await makePlan();
    const place = await makeAction();
    const own = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    const namesake = await anActor(database, 'aandachtsfunctionaris', own);
    await database.admin
      .updateTable('accounts.membership')
      .set({ person_name: actor.personName })
      .where('id', '=', namesake.membershipId)
      .execute();
    const other = await app.visitor(namesake);
    const [theirs, mine] = [await other.form(place, place), await visitor.form(place, place)];
    expect((await other.send({ ...theirs, fields: { ...theirs.fields, titel: 'Van de ander' } })).statusCode).toBe(303);
    const answer = await visitor.send({ ...mine, fields: { ...mine.fields, titel: 'Van mij' } });
    expect(answer.statusCode).toBe(409);
    const said = documentOf(answer).querySelector('.utrecht-alert')?.textContent;
    expect(said).toContain(`${actor.personName} heeft dit intussen gewijzigd`);
    expect(said).not.toContain('ander venster');
  });

  it('shows a stale tab who changed the action, keeps what was typed, and lets it be sent again', async () => {
    await arrive();
    await makePlan();
    const place = await makeAction();
    const stale = await visitor.form(place, place);
    await post(place, place, { titel: 'Eerste wijziging' });
    const answer = await visitor.send({ ...stale, fields: { ...stale.fields, titel: 'Tweede wijziging' } });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(409);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('u hebt dit in een ander venster gewijzigd');
    expect(page.querySelector('h1')?.textContent).toBe('Eerste wijziging');
    const again = await visitor.send({
      action: place,
      fields: { ...stale.fields, titel: 'Tweede wijziging', versie: '2', _sleutel: 'nog-een-keer' },
    });
    expect(again.statusCode).toBe(303);
  });

  it('lets a team leader say how an action goes, and not what it says', async () => {
    await arrive();
    await makePlan();
    const place = await makeAction();
    visitor = await app.visitor(await colleague('teamleider'));
    expect((await post(place, `${place}/stand`, { stand: 'busy' })).statusCode).toBe(303);
    expect((await visitor.page(place)).querySelector(`form[action="${place}"]`)).toBeNull();
    visitor = await app.visitor(await colleague('bestuurder'));
    expect((await visitor.page(place)).querySelector('main form')).toBeNull();
  });

  it('pages 500 actions, prints them on one timeline and puts each day in the calendar, without names', async () => {
    await arrive();
    await makePlan();
    const { id: planId } = await database.admin
      .selectFrom('approach.plan')
      .select('id')
      .where('tenant_id', '=', actor.organisationId)
      .executeTakeFirstOrThrow();
    await database.admin
      .insertInto('approach.plan_action')
      .values(
        Array.from({ length: 500 }, (_, index) => ({
          tenant_id: actor.organisationId,
          id: newId(),
          plan_id: planId,
          title: `Actie; nummer ${index + 1}`,
          track: index % 2 ? 'preventie' : 'handhaven',
          owner_membership_id: actor.membershipId,
          owner_name: actor.personName,
          due_on: `2027-${String((index % 12) + 1).padStart(2, '0')}-15` as never,
          status: 'open',
          version: 1,
          changed_by: actor.personName,
          changed_at: new Date(Date.UTC(2026, 10, 1)),
        })),
      )
      .execute();
    const first = await visitor.get(PLAN);
    expect(documentOf(first).querySelectorAll('tbody tr')).toHaveLength(100);
    expect(Number(/desc="(\d+)"/.exec(String(first.headers['server-timing']))?.[1])).toBeLessThanOrEqual(10);
    expect(documentOf(first).querySelector('[rel=next]')?.getAttribute('href')).toBe(`${PLAN}?pagina=2`);
    expect((await visitor.page(`${PLAN}?pagina=5`)).querySelectorAll('tbody tr')).toHaveLength(100);
    expect((await visitor.page(`${PLAN}?pagina=99&spoor=handhaven`)).querySelectorAll('tbody tr')).toHaveLength(50);
    const timeline = await visitor.page(`${PLAN}/tijdlijn`);
    expect(timeline.querySelectorAll('tbody tr').length).toBeGreaterThanOrEqual(500);
    // style, script and font beside it leave this for a first view of 60 kB
    for (const path of ['', '/tijdlijn', '/voorstellen', '/acties/nieuw']
      .map((each) => `${PLAN}${each}`)
      .concat([
        '/aanpak/vaststelling',
        '/aanpak/documenten/uitvoeringsplan',
        '/aanpak/documenten/overdrachtsdossier',
      ])) {
      const page = await visitor.get(path);
      const statements = Number(/desc="(\d+)"/.exec(String(page.headers['server-timing']))?.[1]);
      expect([path, statements <= 10, gzipSync(page.body).length < 35_000]).toEqual([path, true, true]);
    }
    const calendar = await visitor.get(`${PLAN}/agenda.ics`);
    expect(calendar.headers['content-type']).toContain('text/calendar');
    expect(calendar.body.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(500);
    expect(calendar.body).toContain('SUMMARY:Actie\\; nummer 1\r\n');
    expect(calendar.body).toMatch(/DTSTART;VALUE=DATE:\d{4}1018/);
    expect(calendar.body).not.toContain(actor.personName);
    expect(calendar.body.replaceAll('\r\n ', '')).toContain('Voorbeeldgegevens\\, niet echt');
  });
});

describe('an action whose owner leaves on the day it is due', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  afterAll(() => database.close());

  it('reminds the substitute on that day, by mail without content, and stands on her home page', async () => {
    const app = await testApp(database);
    const place = await anOrganisation(database);
    const owner = await anActor(database, 'beleidsmedewerker', place);
    const substitute = await anActor(database, 'teamleider', place);
    const visitor = await app.visitor(owner);
    const nobody = await app.visitor();
    const today = dutchDay(await readClock(database.kysely));
    const dueOn = nextWorkingDay(addDays(today, 40)); // of a Saturday one hears on Friday
    const send = async (page: string, action: string, fields: Readonly<Record<string, string>>) => {
      const form = await visitor.form(page, action);
      return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    };
    await send(PLAN, PLAN, planFields);
    await send(`${PLAN}/acties/nieuw`, `${PLAN}/acties`, {
      ...actionFields,
      termijn: dueOn,
      eigenaarId: owner.membershipId,
      vervangerId: substitute.membershipId,
    });
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: dueOn })
      .where('id', '=', owner.membershipId)
      .execute();
    const told = async (who: Actor) =>
      (await nobody.get('/demo/post.json'))
        .json<{ aan: string; tekst: string }[]>()
        .filter(({ aan }) => aan === `${who.personId}@fictief.invalid`);
    await nobody.post('/demo/klok', { naar: `${addDays(dueOn, -1)}T12:00` });
    expect((await told(owner)).length).toBeGreaterThan(0);
    const early = (await told(substitute)).length;
    await nobody.post('/demo/klok', { naar: `${dueOn}T12:00` });
    const letters = await told(substitute);
    expect(letters.length).toBeGreaterThan(early);
    expect(letters.map(({ tekst }) => tekst).join()).not.toMatch(/meldroute|K2|mensenhandel/i);
    const home = await (await app.visitor(substitute)).page('/overzicht');
    expect(home.querySelector('main')?.textContent).toMatch(/Actie “.+”/);
  });
});
