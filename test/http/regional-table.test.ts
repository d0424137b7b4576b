import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { JOINT_REMARK } from '../../src/features/regional/index.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { agreeToConsult } from '../support/a-consultation.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const TABLE = '/regio/tafel';
const TOGETHER = '/aanpak/samen-in-de-regio';

describe('the table of a region', () => {
  let database: TestDatabase;
  let app: TestApp;
  let region: TestOrganisation;
  let director: Visitor;
  let here: TestOrganisation;
  let there: TestOrganisation;
  let officer: Visitor;

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const municipality = (code: string) =>
    database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
  const tableOf = async (visitor: Visitor, caption: string) =>
    [...(await visitor.page(TABLE)).querySelectorAll('table')]
      .filter((each) => each.querySelector('caption')?.textContent?.startsWith(caption))
      .flatMap((each) => [...each.querySelectorAll('tbody tr')].map((row) => row.textContent!));
  const agree = (fields: Readonly<Record<string, string>> = {}) =>
    post(director, TABLE, TABLE, {
      titel: 'Samen de meldroute oefenen',
      onderdeel: 'K2.2',
      spoor: 'signaleren',
      klaarOp: '1-6-2099',
      ...fields,
    });
  const actionOf = (title: string) =>
    database.admin
      .selectFrom('regional.joint_action')
      .select('id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow();
  const plannedIn = ({ id }: TestOrganisation) =>
    database.admin
      .selectFrom('approach.plan_action')
      .select(['title', 'source_kind', 'source_id', 'source_title'])
      .where('tenant_id', '=', id)
      .execute();
  const aPlan = ({ id }: TestOrganisation) =>
    database.admin
      .insertInto('approach.plan')
      .values({
        tenant_id: id,
        id: newId(),
        title: 'Voorbeeldplan',
        starts_on: day('2026-01-01'),
        ends_on: day('2099-01-01'),
        edition: 1,
        version: 1,
        changed_by: 'Test',
        changed_at: new Date(0),
      })
      .execute();

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    region = await anOrganisation(database, 'veiligheidsregio');
    director = await visitorAs('ketenregisseur', region);
    here = await municipality('GM0109');
    there = await municipality('GM0114');
    for (const member of [here, there])
      await database.admin
        .insertInto('organisations.region_membership')
        .values({
          organisation_id: member.id,
          region_kind: 'zorgcoordinatieregio',
          region_id: region.id,
          valid_from: day('2020-01-01'),
          source: 'proef',
        } as never)
        .execute();
    officer = await visitorAs('beleidsmedewerker', here);
    await visitorAs('aandachtsfunctionaris', there);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('shows the gaps of its own municipalities by what they published, and of no other', async () => {
    const standing = { state: 'present', decided_on: day('2024-01-01'), evidence_kind: 'besluit' };
    const publish = (tenant_id: string, element: string, lapses: string) =>
      database.admin
        .insertInto('approach.standing')
        .values({
          ...standing,
          tenant_id,
          element,
          lapses_on: day(lapses),
          published_at: new Date(Date.UTC(2024, 0, 2)),
        })
        .execute();
    await publish(here.id, 'K2.1', '2099-01-01');
    await publish(there.id, 'K2.1', '2025-01-01');
    const stranger = await municipality('GM0118');
    const gaps = await tableOf(director, 'Onderdelen die niet overal');
    expect(gaps[0]).toMatch(new RegExp(`^K2\\.1.*1.*${there.name}.*geen`));
    expect(gaps.join()).not.toContain(stranger.name);
    await database.admin
      .updateTable('approach.standing')
      .set({ lapses_on: day('2099-01-01') })
      .where('tenant_id', '=', there.id)
      .execute();
    expect((await tableOf(director, 'Onderdelen die niet overal')).join()).not.toContain('K2.1');
    const elsewhere = await visitorAs('ketenregisseur', await anOrganisation(database, 'veiligheidsregio'));
    expect((await elsewhere.page(TABLE)).body.textContent).toContain('Wij kennen geen gemeenten in uw regio');
    expect((await officer.get(TABLE)).statusCode).toBe(403);
  });

  it('agrees an action about the approach, that its municipalities hear of', async () => {
    for (const [fields, field, says] of [
      [{ titel: '' }, 'titel', 'Schrijf op'],
      [{ klaarOp: '1-1-2020' }, 'klaarOp', 'al voorbij'],
      [{ titel: 'Bel haar op 06-12345678' }, 'titel', 'Haal het weg'],
    ] as const) {
      const refused = await agree(fields);
      expect([400, 409]).toContain(refused.statusCode);
      expect(documentOf(refused).getElementById(`veld-${field}-fout`)?.textContent).toContain(says);
    }
    expect((await agree()).headers.location).toBe(`${TABLE}?afgesproken`);
    const heard = await database.admin
      .selectFrom('deadlines.notification')
      .select('tenant_id')
      .where('kind', '=', 'regional.agreed')
      .execute();
    expect(new Set(heard.map(({ tenant_id }) => tenant_id))).toEqual(new Set([here.id, there.id]));
    expect((await tableOf(director, 'Acties van de regio'))[0]).toMatch(/Samen de meldroute oefenen \(K2\.2\).*0/);
  });

  it('lands as an action with its source in a plan: once, not without a plan, and never in that of another region', async () => {
    const { id } = await actionOf('Samen de meldroute oefenen');
    const path = `${TOGETHER}/${id}`;
    const without = await post(officer, TOGETHER, path);
    expect([without.statusCode, documentOf(without).body.textContent]).toEqual([
      409,
      expect.stringContaining('u hebt nog geen plan'),
    ]);
    await aPlan(here);
    const colleague = await visitorAs('beleidsmedewerker', here);
    const forms = await Promise.all([officer, colleague].map((each) => each.form(TOGETHER, path)));
    const answers = await Promise.all([officer.send(forms[0]!), colleague.send(forms[1]!)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(await plannedIn(here)).toEqual([
      {
        title: 'Samen de meldroute oefenen',
        source_kind: 'region',
        source_id: id,
        source_title: `Regionale tafel ${region.name}`,
      },
    ]);
    const fact = await database.admin
      .selectFrom('approach.fact')
      .select(['element', 'state', 'source'])
      .where('tenant_id', '=', here.id)
      .where('element', '=', 'K4.4')
      .execute();
    expect(fact).toEqual([{ element: 'K4.4', state: 'working', source: 'collaboration' }]);
    expect((await officer.page('/aanpak/plan')).body.textContent).toContain('Samen de meldroute oefenen');
    expect((await tableOf(director, 'Acties van de regio'))[0]).toMatch(new RegExp(`2099.*1.*${there.name}`));
    const stranger = await visitorAs('beleidsmedewerker', await anOrganisation(database));
    expect((await stranger.page(TOGETHER)).body.textContent).toContain('Uw regio sprak nog niets af');
    const form = await stranger.form('/beginnen', '/beginnen');
    expect((await stranger.send({ ...form, action: path })).statusCode).toBe(404);
  });

  it('is a plan of the year in Word, with what is missing and what is done together', async () => {
    const answer = await director.get(`${TABLE}/jaarplan`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('wordprocessingml');
    expect(answer.headers['content-disposition']).toContain('jaarplan-regionale-tafel');
    expect(answer.rawPayload.length).toBeGreaterThan(2000);
  });

  it('takes remarks between a municipality and its region, once they agreed to, and no person among them', async () => {
    const { id } = await actionOf('Samen de meldroute oefenen');
    const [own, theirs] = [`${TOGETHER}/${id}/opmerking`, `${TABLE}/${id}/opmerking`];
    expect((await officer.page(own)).body.textContent).toContain(
      'er is nog geen afspraak om opmerkingen uit te wisselen',
    );
    await agreeToConsult(database, region.id, here.id, [JOINT_REMARK.kind]);
    const named = await post(officer, own, own, { opmerking: 'Bel haar op 06 12345678' });
    expect([named.statusCode, documentOf(named).getElementById('veld-opmerking-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('nummer of adres van een persoon'),
    ]);
    expect((await post(officer, own, own, { opmerking: 'Wij kunnen pas in maart' })).statusCode).toBe(303);
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect((await director.page(theirs)).body.textContent).toContain('Wij kunnen pas in maart');
    expect((await director.page('/overzicht')).body.textContent).toContain(
      'Er staat een opmerking bij een actie van de regio',
    );
    expect((await post(director, theirs, theirs, { opmerking: 'Maart is goed' })).statusCode).toBe(303);
    const kept = await database.admin
      .selectFrom('retention.record as r')
      .innerJoin('exchange.message as m', (join) =>
        join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.id', '=', 'r.subject_id'),
      )
      .select('r.rule')
      .where('m.about_id', '=', id)
      .execute();
    expect(new Set(kept.map(({ rule }) => rule))).toEqual(new Set(['joint-action-remark']));
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect((await officer.page(TOGETHER)).body.textContent).toContain('Maart is goed');
    const neighbour = await visitorAs('beleidsmedewerker', there);
    for (const page of [TOGETHER, own]) expect((await neighbour.page(page)).body.textContent).not.toContain('maart');
    const stranger = await visitorAs('beleidsmedewerker', await anOrganisation(database));
    expect((await stranger.get(own)).statusCode).toBe(404);
  });

  it('takes an action back: it is gone from the table and stays in the plan; a second time is 409 or 404', async () => {
    const { id } = await actionOf('Samen de meldroute oefenen');
    const path = `${TABLE}/${id}/intrekken`;
    const form = await director.form(TABLE, path);
    expect((await director.send(form)).headers.location).toBe(`${TABLE}?ingetrokken`);
    expect(await tableOf(director, 'Acties van de regio')).toEqual([]);
    expect((await officer.page(TOGETHER)).body.textContent).toContain('Uw regio sprak nog niets af');
    expect(await plannedIn(here)).toHaveLength(1);
    // the same form twice is one deed
    expect((await director.send(form)).statusCode).toBe(303);
  });
});
