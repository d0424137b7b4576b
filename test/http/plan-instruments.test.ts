import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/instrumenten';
const CLOSURE = `${PATH}/gemeentewet-174a`;
const there = { beschikbaar: 'ja', grondslag: 'Gemeentewet <i>174a</i>', beslisser: 'de burgemeester' };
const use = { datum: '1-11-2026', waarvoor: 'Sluiting van een lokaal', slachtoffercheck: 'ja' };

describe('administrative instruments', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function arrive(role: Role = 'aandachtsfunctionaris') {
    actor = await anActor(database, role, await anOrganisation(database));
    visitor = await app.visitor(actor);
  }
  async function post(action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(CLOSURE, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const keep = (fields: Readonly<Record<string, string>> = there) => post(CLOSURE, fields);
  const log = (fields: Readonly<Record<string, string>> = use) => post(`${CLOSURE}/gebruik`, fields);
  const error = (answer: Awaited<ReturnType<typeof keep>>, field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent;
  const lastFact = () =>
    database.admin
      .selectFrom('approach.fact')
      .select(['element', 'source', 'state', 'as_of', 'evidence_title'])
      .where('tenant_id', '=', actor.organisationId)
      .orderBy('reported_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst();

  it('are listed without the act that the labour inspectorate enforces, and one at a time recorded', async () => {
    await arrive();
    const list = await visitor.page(PATH);
    expect(list.querySelectorAll('tbody tr')).toHaveLength(7);
    expect(list.querySelector('table')?.textContent).not.toContain('Wtta');
    expect((await keep()).headers.location).toBe(`${CLOSURE}?opgeslagen`);
    expect((await visitor.get(PATH)).body).toContain('Gemeentewet &lt;i>174a');
    expect(await lastFact()).toMatchObject({
      element: 'K6.1',
      source: 'instruments',
      state: 'present',
      evidence_title: expect.stringContaining('174a'),
    });
  });

  it('ask for the rule they rest on', async () => {
    await arrive();
    const answer = await keep({ beschikbaar: 'ja' });
    expect(answer.statusCode).toBe(409);
    expect(error(answer, 'grondslag')).toContain('welke regel');
    expect((await keep({ beschikbaar: 'nee' })).statusCode).toBe(303);
    expect(await lastFact()).toMatchObject({ state: 'started' });
  });

  it('keep a log of their use, and a closure asks first whether somebody looked for a victim', async () => {
    await arrive();
    expect(error(await log(), 'waarvoor')).toContain('Leg eerst vast');
    await keep();
    const unanswered = await log({ ...use, slachtoffercheck: '' });
    expect(unanswered.statusCode).toBe(409);
    expect(error(unanswered, 'slachtoffercheck')).toContain('slachtoffer');
    expect(error(await log({ ...use, datum: '1-1-2099' }), 'datum')).toContain('toekomst');
    expect((await log()).statusCode).toBe(303);
    expect((await visitor.page(CLOSURE)).querySelector('.ib-timeline')?.textContent).toContain(
      'Sluiting van een lokaal',
    );
    expect(await lastFact()).toMatchObject({ state: 'working', as_of: '2026-11-01' });
  });

  it('counts use for a year only', async () => {
    await arrive();
    await keep();
    await log({ ...use, datum: '1-11-2024' });
    expect(await lastFact()).toMatchObject({ state: 'present' });
  });

  it('show a stale tab who was first, and log a use once when it is sent twice', async () => {
    await arrive();
    const stale = await visitor.form(CLOSURE, CLOSURE);
    await keep();
    const answer = await visitor.send({ ...stale, fields: { ...stale.fields, ...there, beslisser: 'het college' } });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).querySelector('main')?.textContent).toContain('in een ander venster gewijzigd');
    expect(documentOf(answer).querySelector('[name=beslisser]')?.getAttribute('value')).toBe('het college');
    const form = await visitor.form(CLOSURE, `${CLOSURE}/gebruik`);
    const filled = { ...form, fields: { ...form.fields, ...use } };
    await Promise.all([visitor.send(filled), visitor.send(filled)]);
    expect((await visitor.page(CLOSURE)).querySelectorAll('.ib-timeline__item')).toHaveLength(1);
  });

  it('are read by an administrator, who changes nothing', async () => {
    await arrive('bestuurder');
    expect((await visitor.page(CLOSURE)).querySelector('main form')).toBeNull();
  });
});
