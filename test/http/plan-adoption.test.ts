import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PLAN = '/aanpak/plan';
const PATH = '/aanpak/vaststelling';
const planFields = { titel: 'Voorbeeldplan', begint: '1-1-2026', eindigt: '1 december 2028' };
const decision = {
  orgaan: 'b-en-w',
  besluitdatum: '10-11-2026',
  geldigTot: '10-11-2028',
  document: 'Uitvoeringsplan <b>2027</b>',
  documentdatum: '1-11-2026',
  publicatie: 'https://voorbeeld.invalid/besluit',
};

describe('adopting a plan', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function post(page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  async function planned(role: Role = 'beleidsmedewerker') {
    actor = await anActor(database, role, await anOrganisation(database));
    visitor = await app.visitor(actor);
    await post(PLAN, PLAN, planFields);
    const answer = await post(`${PLAN}/acties/nieuw`, `${PLAN}/acties`, {
      titel: 'Oefen de meldroute',
      spoor: 'signaleren',
      eigenaarId: actor.membershipId,
      termijn: '1-3-2028',
    });
    return String(answer.headers.location).split('?')[0]!;
  }
  const adopt = (fields: Readonly<Record<string, string>> = {}) => post(PATH, PATH, { ...decision, ...fields });
  const fieldError = (answer: Awaited<ReturnType<typeof adopt>>, field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent;
  const rows = () =>
    database.admin
      .selectFrom('approach.adoption')
      .selectAll()
      .where('tenant_id', '=', actor.organisationId)
      .orderBy('edition')
      .execute();

  it('freezes what was adopted, and anybody can recompute the hash from the file', async () => {
    await planned();
    const answer = await adopt();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}?opgeslagen`]);
    const [adoption] = await rows();
    const page = await visitor.page(`${PATH}/${adoption!.id}`);
    const file = await visitor.get(`${PATH}/${adoption!.id}/vastgesteld.json`);
    const computed = createHash('sha256').update(file.rawPayload).digest('hex');
    expect(page.querySelector('main')?.textContent).toContain(computed);
    expect(file.json()).toMatchObject({
      merk: 'Voorbeeldgegevens, niet echt',
      uitgave: 1,
      gemeente: { code: actor.organisationCode },
      plan: { titel: 'Voorbeeldplan', acties: [{ actie: 'Oefen de meldroute', termijn: '2028-03-01' }] },
      besluit: { orgaan: 'b-en-w', datum: '2026-11-10', document: { titel: 'Uitvoeringsplan <b>2027</b>' } },
    });
    expect((await visitor.get(`${PATH}/${adoption!.id}`)).body).not.toContain('<b>2027</b>');
    expect(page.querySelector('.utrecht-alert')).toBeNull();
    // somebody changes one sign in the database itself
    await database.admin
      .updateTable('approach.adoption')
      .set({ frozen: adoption!.frozen.replace('2028-03-01', '2028-03-02') })
      .where('id', '=', adoption!.id)
      .execute();
    const tampered = await visitor.page(`${PATH}/${adoption!.id}`);
    expect(tampered.querySelector('.utrecht-alert')?.textContent).toContain('past niet bij het controlegetal');
  });

  it('reports the fact K1.1 with its end, publishes it without a person, and sets a warning', async () => {
    await planned();
    await adopt();
    const of = <T extends 'approach.fact' | 'approach.standing'>(table: T) =>
      database.admin
        .selectFrom(table as 'approach.fact')
        .selectAll()
        .where('tenant_id', '=', actor.organisationId)
        .where('element', '=', 'K1.1')
        .execute();
    expect(await of('approach.fact')).toMatchObject([
      {
        source: 'adoption',
        state: 'present',
        as_of: '2026-11-10',
        lapses_on: '2028-11-10',
        adopting_body: 'het college van burgemeester en wethouders',
      },
    ]);
    const standings = await of('approach.standing');
    expect(standings).toMatchObject([{ lapses_on: '2028-11-10', evidence_kind: 'besluit-met-vindplaats' }]);
    expect(JSON.stringify(standings)).not.toContain(actor.personName);
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'due_on'])
      .where('tenant_id', '=', actor.organisationId)
      .where('kind', '=', 'approach.adoption-lapses')
      .execute();
    expect(deadlines).toEqual([{ kind: 'approach.adoption-lapses', due_on: '2028-11-10' }]);
  });

  it('comes back in the calendar: the yearly letter from the day of the decision, and its end', async () => {
    await planned();
    await adopt();
    const { body } = await visitor.get(`${PLAN}/agenda.ics`);
    expect(body).toMatch(
      /DTSTART;VALUE=DATE:20271110[\s\S]{0,60}DTEND[^\n]*\n?[\s\S]{0,20}SUMMARY:Stuur de jaarlijkse brief/,
    );
    expect(body).toMatch(/DTSTART;VALUE=DATE:20281110[\s\S]*Het besluit over het beleid loopt af/);
  });

  it('does not change with the plan: work that goes on is no change, another action is, and the next edition starts from it', async () => {
    const action = await planned();
    await adopt();
    const before = (await rows())[0]!.frozen;
    await post(action, `${action}/stand`, { stand: 'busy' });
    expect((await visitor.get(PATH)).body).toContain('Het plan is sindsdien niet gewijzigd');
    await post(action, action, { titel: 'Oefen twee keer' });
    expect((await visitor.get(PATH)).body).toContain('Het plan is daarna gewijzigd');
    expect((await rows())[0]!.frozen).toBe(before);
    await adopt({ besluitdatum: '20-11-2026' });
    const [first, second] = await rows();
    expect([first!.edition, second!.edition]).toEqual([1, 2]);
    expect(second!.frozen).toContain('Oefen twee keer');
    expect(second!.sha256).not.toBe(first!.sha256);
  });

  it.each([
    ['a decision in the future', { besluitdatum: '1-1-2099', geldigTot: '1-1-2100' }, 'besluitdatum', 'in de toekomst'],
    ['a decision before its document', { besluitdatum: '31-10-2026' }, 'besluitdatum', 'vóór de datum van het stuk'],
    ['a document of tomorrow', { documentdatum: '1-1-2099' }, 'documentdatum', 'in de toekomst'],
    ['an end before the decision', { geldigTot: '9-11-2026' }, 'geldigTot', 'na de datum van het besluit'],
    ['more than four years', { geldigTot: '11-11-2030' }, 'geldigTot', 'binnen vier jaar'],
    ['somebody else without a mandate', { orgaan: 'mandaat', mandaathouder: 'Regio' }, 'mandaatbesluit', 'steunt'],
  ])('refuses %s, with words beside the field', async (_, fields, field, words) => {
    await planned();
    const answer = await adopt(fields);
    expect(answer.statusCode).toBe(409);
    expect(fieldError(answer, field)).toContain(words);
    expect(await rows()).toEqual([]);
  });

  it('takes the decision of a region only on a mandate that this municipality gave before it', async () => {
    await planned();
    const mandate = { orgaan: 'mandaat', mandaathouder: 'Regionaal overleg', mandaatbesluit: 'Mandaatbesluit 2026' };
    expect(fieldError(await adopt({ ...mandate, mandaatdatum: '11-11-2026' }), 'mandaatdatum')).toContain('vóór');
    expect((await adopt({ ...mandate, mandaatdatum: '1-2-2026' })).statusCode).toBe(303);
    expect((await visitor.get(PATH)).body).toContain('Regionaal overleg, met mandaat (Mandaatbesluit 2026)');
  });

  it('freezes only what the writer saw: a plan that changed in between comes back first', async () => {
    const action = await planned();
    const stale = await visitor.form(PATH, PATH);
    await post(action, action, { titel: 'Iets anders' });
    const answer = await visitor.send({ ...stale, fields: { ...stale.fields, ...decision } });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(409);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('het plan is intussen gewijzigd');
    expect(page.querySelector('[name=document]')?.getAttribute('value')).toBe(decision.document);
    expect(await rows()).toEqual([]);
  });

  it('records once, also when the form is sent twice at the same moment', async () => {
    await planned();
    const form = await visitor.form(PATH, PATH);
    const filled = { ...form, fields: { ...form.fields, ...decision } };
    const answers = await Promise.all([visitor.send(filled), visitor.send(filled)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await rows()).toHaveLength(1);
  });

  it('refuses a municipality that merged between scan and adoption, and says who took over', async () => {
    await planned();
    const successor = await anOrganisation(database);
    const form = await visitor.form(PATH, PATH);
    await database.admin
      .updateTable('organisations.organisation')
      .set({ valid_until: '2026-11-01' as never })
      .where('id', '=', actor.organisationId)
      .execute();
    await database.admin
      .insertInto('organisations.succession')
      .values({
        predecessor_id: actor.organisationId,
        successor_id: successor.id,
        on_date: '2026-11-01' as never,
        source: 'test',
        is_verified: false,
      })
      .execute();
    const answer = await visitor.send({ ...form, fields: { ...form.fields, ...decision } });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).querySelector('main')?.textContent).toContain(successor.name);
    expect(await rows()).toEqual([]);
  });

  it('asks for a plan first, and for an action in it', async () => {
    actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    visitor = await app.visitor(actor);
    expect((await visitor.page(PATH)).querySelector('main form')).toBeNull();
    await post(PLAN, PLAN, planFields);
    expect((await visitor.page(PATH)).querySelector('main')?.textContent).toContain('nog geen acties');
  });
});
