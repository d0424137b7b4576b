import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const LIST = '/ondersteuning/programma';
const DESK = '/ondersteuning/beginnen';

describe('a municipality that begins', () => {
  let database: TestDatabase;
  let app: TestApp;
  let nobody: Visitor;
  let vng: TestOrganisation;
  let comensha: TestOrganisation;
  let adviser: Visitor;
  let here: TestOrganisation;
  let officer: Visitor;

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const forward = (by: string) => nobody.post('/demo/klok', { vooruit: by });
  const standingOf = (organisation: TestOrganisation) =>
    database.admin
      .selectFrom('support.onboarding')
      .select(['step', 'stuck_since', 'finished_on'])
      .where('tenant_id', '=', organisation.id)
      .executeTakeFirst();
  const heard = async (organisation: Pick<TestOrganisation, 'id'>) =>
    (
      await database.admin
        .selectFrom('deadlines.notification')
        .select('kind')
        .where('tenant_id', '=', organisation.id)
        .execute()
    ).map(({ kind }) => kind);
  const stuckRows = async (visitor = adviser) => {
    const tables = [...(await visitor.page(LIST)).querySelectorAll('table')];
    const table = tables.find((each) => each.querySelector('caption')?.textContent === 'Loopt vast bij het beginnen');
    return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent!);
  };
  const municipality = (code: string) =>
    database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    nobody = await app.visitor();
    vng = await anOrganisation(database, 'vng');
    comensha = await anOrganisation(database, 'comensha');
    adviser = await visitorAs('vng-adviseur', vng);
    await visitorAs('comensha-adviseur', comensha);
    here = await municipality('GM0109');
    officer = await visitorAs('beleidsmedewerker', here);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('sees its steps, done by what is there, with a next step for each that is not', async () => {
    const rows = [...(await officer.page('/beginnen')).querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual([
      'Nu',
      'Straks',
      'Straks',
      'Straks',
      'Straks',
    ]);
    for (const row of rows) expect(row.lastElementChild?.textContent?.length).toBeGreaterThan(20);
    expect(rows[2]?.querySelector('a')?.getAttribute('href')).toBe('/beginnen/beleid');
    await anActor(database, 'beheerder', here);
    const now = [...(await officer.page('/beginnen')).querySelectorAll('tbody tr')];
    expect(now.map((row) => row.querySelector('td')?.textContent).slice(0, 2)).toEqual(['Gedaan', 'Nu']);
    expect((await adviser.get('/beginnen')).statusCode).toBe(403);
  });

  it('begins once, also when two colleagues do at the same moment', async () => {
    const colleague = await visitorAs('beleidsmedewerker', here);
    const forms = await Promise.all([officer, colleague].map((each) => each.form('/beginnen', '/beginnen')));
    const answers = [await Promise.all([officer.send(forms[0]!), colleague.send(forms[1]!)])].flat();
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(await standingOf(here)).toEqual({ step: 'people', stuck_since: null, finished_on: null });
    expect((await adviser.page(DESK)).body.textContent).toContain(here.name);
    expect(await stuckRows()).toEqual([]);
  });

  it('is on the call list of the desk from the day a step takes too long, with the step and since when', async () => {
    await forward('P3D');
    expect(await stuckRows()).toEqual([]);
    await forward('P9D');
    const [row, ...others] = await stuckRows();
    expect(others).toEqual([]);
    expect(row).toMatch(new RegExp(`${here.name}.*De mensen die de aanpak dragen.*2026`));
    expect((await standingOf(here))?.stuck_since).not.toBeNull();
    // both halves hear it once, however long it lasts
    await forward('P3D');
    for (const half of [vng, comensha])
      expect((await heard(half)).filter((kind) => kind === 'support.stuck')).toHaveLength(1);
    expect((await officer.page('/beginnen')).body.textContent).toContain('staat u op hun bellijst');
    const elsewhere = await visitorAs('comensha-adviseur', await anOrganisation(database, 'comensha'));
    expect(await stuckRows(elsewhere)).toEqual([]);
  });

  it('leaves it once the step is done: by itself the next day, or at once when somebody says so', async () => {
    await anActor(database, 'aandachtsfunctionaris', here);
    await forward('P1D');
    expect(await stuckRows()).toEqual([]);
    expect(await standingOf(here)).toMatchObject({ step: 'policy', stuck_since: null });
    await forward('P20D');
    expect(await stuckRows()).toHaveLength(1);
  });

  it('brings its policy in by link and number, which is a fact of its approach and ends that step', async () => {
    const policy = {
      titel: 'Beleidskader aanpak mensenhandel',
      cvdr: 'cvdr744504/1',
      link: '',
      orgaan: 'b-en-w',
      datum: '1-2-2025',
      geldigTot: '1-2-2028',
    };
    const bring = (fields: Readonly<Record<string, string>>) =>
      post(officer, '/beginnen/beleid', '/beginnen/beleid', { ...policy, ...fields });
    const errorOf = async (fields: Readonly<Record<string, string>>, field: string) => {
      const answer = await bring(fields);
      return [answer.statusCode, documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent];
    };
    expect(await errorOf({ cvdr: '' }, 'cvdr')).toEqual([400, expect.stringContaining('CVDR-nummer of een adres')]);
    expect(await errorOf({ cvdr: 'abc' }, 'cvdr')).toEqual([400, expect.stringContaining('geen CVDR-nummer')]);
    expect(await errorOf({ link: 'javascript:alert(1)' }, 'link')).toEqual([400, expect.stringContaining('https://')]);
    expect(await errorOf({ datum: '1-2-2099' }, 'datum')).toEqual([409, expect.stringContaining('toekomst')]);
    expect((await bring({})).headers.location).toBe('/beginnen?beleid');
    const fact = await database.admin
      .selectFrom('approach.fact')
      .select(['element', 'source', 'evidence_title', 'evidence_link'])
      .where('tenant_id', '=', here.id)
      .where('element', '=', 'K1.1')
      .executeTakeFirstOrThrow();
    expect(fact).toEqual({
      element: 'K1.1',
      source: 'public-source',
      evidence_title: 'Beleidskader aanpak mensenhandel (CVDR744504)',
      evidence_link: 'https://lokaleregelgeving.overheid.nl/CVDR744504',
    });
    expect(await stuckRows()).toEqual([]);
    expect((await standingOf(here))?.step).toBe('training');
    expect((await officer.page('/aanpak')).body.textContent).toContain('Geldt tot 1 februari 2028');
  });

  it('is finished after its first scan, and off the list of who begins', async () => {
    const admin = database.admin;
    const team = newId();
    const trainee = newId();
    await admin
      .insertInto('learning.team')
      .values({
        tenant_id: here.id,
        id: team,
        name: 'Team',
        work: 'BZ',
        headcount: 10,
        version: 1,
        changed_by_name: 'Test',
      } as never)
      .execute();
    await admin
      .insertInto('learning.trainee')
      .values({ tenant_id: here.id, id: trainee, team_id: team, name: 'T', started_on: day('2026-01-01') } as never)
      .execute();
    await admin
      .insertInto('learning.training')
      .values({
        tenant_id: here.id,
        id: newId(),
        trainee_id: trainee,
        work: 'BZ',
        course: 'Proef',
        provider: 'other',
        followed_on: day('2026-01-01'),
        valid_until: day('2028-01-01'),
        origin: 'imported',
        recorded_by_name: 'Test',
        recorded_on: day('2026-01-01'),
      } as never)
      .execute();
    const said = await post(officer, '/beginnen', '/beginnen/stand');
    expect(said.headers.location).toBe('/beginnen?bijgewerkt');
    expect((await standingOf(here))?.step).toBe('scan');
    await admin
      .insertInto('approach.fact')
      .values({
        tenant_id: here.id,
        id: newId(),
        element: 'K2.2',
        source: 'scan',
        state: 'absent',
        as_of: day('2026-01-01'),
        is_day_given: false,
        is_end_given: false,
        statement: 'Nog niet',
        reported_by: 'Test',
        reported_at: new Date(),
      } as never)
      .execute();
    await post(officer, '/beginnen', '/beginnen/stand');
    expect(await standingOf(here)).toMatchObject({ step: null, finished_on: expect.any(String) });
    expect((await officer.page('/beginnen')).body.textContent).toContain('U deed alle stappen');
    expect((await adviser.page(DESK)).body.textContent).toContain('Er begint nu geen gemeente');
    await forward('P60D');
    expect(await stuckRows()).toEqual([]);
  });

  it('is let begin by the desk, in its own house; who works there hears it, and a second time is refused', async () => {
    const there = await municipality('GM0114');
    const theirs = await visitorAs('aandachtsfunctionaris', there);
    const begun = await post(adviser, DESK, DESK, { gemeente: there.code });
    expect(begun.headers.location).toBe(`${DESK}?begonnen`);
    expect(await heard(there)).toEqual(['support.begin']);
    // the first administrator is not there yet: after two working days the desk knows
    expect((await standingOf(there))?.step).toBe('administrator');
    await forward('P7D');
    expect((await stuckRows())[0]).toMatch(new RegExp(`${there.name}.*Een functioneel beheerder`));
    const again = await post(adviser, DESK, DESK, { gemeente: there.code });
    expect([again.statusCode, documentOf(again).getElementById('veld-gemeente-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('begon al'),
    ]);
    expect((await post(adviser, DESK, DESK, { gemeente: 'GM9999' })).statusCode).toBe(409);
    expect((await post(adviser, DESK, DESK, { gemeente: '' })).statusCode).toBe(400);
    expect((await theirs.page('/beginnen')).body.textContent).toContain('bellijst');
  });

  it('that asks support hears nothing for five working days: then the whole desk does, once', async () => {
    await post(officer, '/ondersteuning/nieuw?onderdeel=K5.1', '/ondersteuning', { wens: 'Help ons.' });
    await post(officer, '/ondersteuning/nieuw?onderdeel=K3.1', '/ondersteuning', { wens: 'Help ons ook.' });
    const taken = await database.admin
      .selectFrom('support.request')
      .select('id')
      .where('element', '=', 'K3.1')
      .executeTakeFirstOrThrow();
    const path = `/ondersteuning/balie/${taken.id}`;
    await post(adviser, path, `${path}/opnemen`);
    const { desk_ids: desk } = await database.admin
      .selectFrom('support.request')
      .select('desk_ids')
      .where('element', '=', 'K5.1')
      .executeTakeFirstOrThrow();
    const late = () =>
      Promise.all(
        desk.map(async (id) => (await heard({ id })).filter((kind) => kind === 'support.norm-passed').length),
      );
    await forward('P4D');
    expect(await late()).toEqual([0, 0]);
    await forward('P6D');
    expect(await late()).toEqual([1, 1]);
    await forward('P30D');
    expect(await late()).toEqual([1, 1]);
  });
});
