import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/barrieres';
const ACTION = {
  barriere: 'housing',
  actie: 'Bij inschrijving vragen hoeveel mensen er slapen',
  helpt: 'unaware',
  stand: 'running',
  wie: 'toezichthouder wonen',
  planactie: '',
  instrument: '',
};

describe('the barrier model', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    visitor = await visitorAs('beleidsmedewerker');
  });

  const visitorAs = async (role: Role, organisation = here) => app.visitor(await anActor(database, role, organisation));
  async function add(fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(`${PATH}/nieuw?barriere=housing`, `${PATH}/nieuw`);
    return visitor.send({ ...form, fields: { ...form.fields, ...ACTION, ...fields } });
  }
  const rows = () =>
    database.admin.selectFrom('approach.barrier_action').selectAll().where('tenant_id', '=', here.id).execute();
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';

  it('shows six barriers, and at which of them nothing runs', async () => {
    const empty = (await visitor.page(PATH)).querySelector('main')!;
    expect([empty.querySelectorAll('section').length, empty.textContent?.includes('6 barrières')]).toEqual([6, true]);
    expect((await add()).statusCode).toBe(303);
    const answer = await visitor.get(PATH);
    expect(documentOf(answer).querySelector('main')?.textContent).toContain('bij 5 barrières loopt niets');
    expect(Number(/db;desc="(\d+)"/.exec(String(answer.headers['server-timing']))![1])).toBeLessThanOrEqual(10);
  });

  it('links an action to the plan and to an instrument', async () => {
    const planId = newId();
    const by = { version: 1, changed_by: 'Noor Fictief', changed_at: new Date(Date.UTC(2026, 0, 1)) };
    await database.admin
      .insertInto('approach.plan')
      .values({
        tenant_id: here.id,
        id: planId,
        title: 'Voorbeeldplan',
        starts_on: day('2026-01-01'),
        ends_on: day('2028-01-01'),
        edition: 1,
        ...by,
      })
      .execute();
    const owner = await anActor(database, 'aandachtsfunctionaris', here);
    const actionId = newId();
    await database.admin
      .insertInto('approach.plan_action')
      .values({
        tenant_id: here.id,
        id: actionId,
        plan_id: planId,
        title: 'Controles op huisvesting',
        track: 'preventie',
        status: 'open',
        owner_membership_id: owner.membershipId,
        owner_name: owner.personName,
        ...by,
      } as never)
      .execute();
    await database.admin
      .insertInto('approach.instrument')
      .values({ tenant_id: here.id, kind: 'huisvesting', is_available: true, basis: 'verordening', ...by })
      .execute();
    expect((await add({ planactie: actionId, instrument: 'huisvesting' })).statusCode).toBe(303);
    const main = (await visitor.page(PATH)).querySelector('main')!;
    for (const href of [`/aanpak/plan/acties/${actionId}`, '/aanpak/instrumenten/huisvesting']) {
      expect([href, main.querySelector(`a[href="${href}"]`) !== null]).toEqual([href, true]);
      expect([href, (await visitor.get(href)).statusCode]).toEqual([href, 200]);
    }
    const foreign = await add({ planactie: newId() });
    expect([foreign.statusCode, errorAt(foreign, 'planactie') !== '']).toEqual([409, true]);
  });

  it('asks who carries what runs, and keeps what was filled in', async () => {
    const answer = await add({ wie: '' });
    expect([answer.statusCode, errorAt(answer, 'wie') !== '']).toEqual([409, true]);
    expect(documentOf(answer).querySelector('input[name="actie"]')?.getAttribute('value')).toBe(ACTION.actie);
    const empty = await add({ actie: ' ' });
    expect([empty.statusCode, errorAt(empty, 'actie') !== '']).toEqual([400, true]);
    expect(await rows()).toEqual([]);
  });

  it('lets the second of two editors see what the first changed', async () => {
    await add();
    const page = `${PATH}/${(await rows())[0]!.id}`;
    const [mine, theirs] = [await visitor.form(page, page), await visitor.form(page, page)];
    const send = (form: typeof mine, stand: string) => visitor.send({ ...form, fields: { ...form.fields, stand } });
    expect((await send(mine, 'done')).statusCode).toBe(303);
    const second = await send(theirs, 'stopped');
    expect([second.statusCode, second.body.includes('in een ander venster gewijzigd')]).toEqual([409, true]);
    expect((await rows())[0]).toMatchObject({ state: 'done', version: 2 });
  });

  it('is read by the mayor and written by nobody else, and is not there elsewhere', async () => {
    await add();
    const page = `${PATH}/${(await rows())[0]!.id}`;
    const mayor = await visitorAs('bestuurder');
    expect((await mayor.page(page)).querySelector('main form')).toBeNull();
    expect((await (await visitorAs('medewerker')).get(PATH)).statusCode).toBe(403);
    const elsewhere = await visitorAs('beleidsmedewerker', await anOrganisation(database));
    expect((await elsewhere.get(page)).statusCode).toBe(404);
  });
});
