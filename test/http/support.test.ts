import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('support of a municipality', () => {
  let database: TestDatabase;
  let app: TestApp;
  let vng: TestOrganisation;
  let comensha: TestOrganisation;
  let here: TestOrganisation;
  let officerActor: Actor;
  let officer: Visitor;
  let adviser: Visitor;
  let nurse: Visitor;

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const ask = (element: string, wish = 'Wie kan ons op weg helpen?') =>
    post(officer, `/ondersteuning/nieuw?onderdeel=${element}`, '/ondersteuning', { wens: wish });
  const requestOf = (element: string) =>
    database.admin
      .selectFrom('support.request')
      .selectAll()
      .where('tenant_id', '=', here.id)
      .where('element', '=', element)
      .executeTakeFirstOrThrow();
  const noticesOf = async (role: Role, organisation: TestOrganisation) => {
    const rows = await database.admin
      .selectFrom('deadlines.notification as n')
      .innerJoin('accounts.membership as m', 'm.id', 'n.membership_id')
      .select('n.kind')
      .where('m.role', '=', role)
      .where('n.tenant_id', '=', organisation.id)
      .execute();
    return rows.map(({ kind }) => kind);
  };

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    vng = await anOrganisation(database, 'vng');
    comensha = await anOrganisation(database, 'comensha');
    here = await anOrganisation(database);
    officerActor = await anActor(database, 'beleidsmedewerker', here);
    officer = await app.visitor(officerActor);
    adviser = await visitorAs('vng-adviseur', vng);
    nurse = await visitorAs('comensha-adviseur', comensha);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('follows from its own approach, in the three kinds; what lapsed says so', async () => {
    await database.admin
      .insertInto('approach.fact')
      .values({
        tenant_id: here.id,
        id: '01900000-0000-7000-8000-000000000001',
        element: 'K1.1',
        source: 'statement',
        state: 'present',
        as_of: day('2024-01-01'),
        is_day_given: true,
        lapses_on: day('2026-01-01'),
        is_end_given: true,
        statement: 'Beleid',
        reported_by: 'Test',
        reported_at: new Date(Date.UTC(2024, 0, 1)),
      })
      .execute();
    const page = await officer.page('/ondersteuning');
    expect([...page.querySelectorAll('caption')].map((each) => each.textContent)).toEqual([
      'Kennis over mensenhandel',
      'Zorgcoördinatie inrichten',
      'Aansluiten op wat er al is',
    ]);
    expect(page.querySelector('tbody tr')?.textContent).toContain('K1.1');
    expect(page.querySelector('tbody tr')?.textContent).toContain('verlopen');
  });

  it('is asked once, reaches both halves of one desk, and is taken by one of them', async () => {
    expect((await ask('K5.1')).headers.location).toBe('/ondersteuning?gevraagd');
    const { id } = await requestOf('K5.1');
    expect([await noticesOf('vng-adviseur', vng), await noticesOf('comensha-adviseur', comensha)]).toEqual([
      ['support.asked'],
      ['support.asked'],
    ]);
    expect((await officer.get('/ondersteuning/nieuw?onderdeel=K5.1')).statusCode).toBe(303);
    const path = `/ondersteuning/balie/${id}`;
    const forms = await Promise.all([adviser, nurse].map((each) => each.form(path, `${path}/opnemen`)));
    const answers = await Promise.all([adviser.send(forms[0]!), nurse.send(forms[1]!)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(await noticesOf('beleidsmedewerker', here)).toEqual(['support.moved']);
    expect((await officer.page(`/ondersteuning/verzoeken/${id}`)).body.textContent).toMatch(/Wie helpt\s*Test Fictief/);
  });

  it('comes on a planned day, is given, and three months later the municipality says what it changed', async () => {
    await ask('K2.2');
    const { id } = await requestOf('K2.2');
    const path = `/ondersteuning/balie/${id}`;
    await post(adviser, path, `${path}/opnemen`);
    const past = await post(adviser, path, `${path}/plannen`, { aanbod: 'visit', datum: '1-1-2020' });
    expect([past.statusCode, documentOf(past).getElementById('veld-datum-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('al voorbij'),
    ]);
    await post(adviser, path, `${path}/plannen`, { aanbod: 'visit', datum: '31-12-2099' });
    expect((await post(adviser, path, `${path}/gegeven`, { wat: '' })).statusCode).toBe(400);
    await post(adviser, path, `${path}/gegeven`, { wat: 'Een ochtend samen de meldroute gemaakt' });
    const own = `/ondersteuning/verzoeken/${id}`;
    expect((await officer.page(own)).body.textContent).toContain('Een ochtend samen de meldroute gemaakt');
    const deadline = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'state', 'assignee_id', 'due_on'])
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    const { follow_up_on } = await requestOf('K2.2');
    expect(deadline).toEqual({
      kind: 'support.follow-up',
      state: 'open',
      assignee_id: officerActor.membershipId,
      due_on: follow_up_on,
    });
    await post(officer, own, own, { opbrengst: 'arranged' });
    expect(await requestOf('K2.2')).toMatchObject({ state: 'closed', effect: 'arranged', level_before: 0 });
    expect((await adviser.page(path)).body.textContent).toContain('van niveau 0 naar niveau');
    expect(await noticesOf('comensha-adviseur', comensha)).toContain('support.closed');
  });

  it('is about the approach: a number of a person is refused', async () => {
    const refused = await ask('K4.1', 'Bel haar op 06-12345678');
    expect([refused.statusCode, documentOf(refused).getElementById('veld-wens-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Haal het weg'),
    ]);
  });

  it('is seen by nobody else: not by another municipality, nor by an adviser elsewhere', async () => {
    await ask('K3.1');
    const { id } = await requestOf('K3.1');
    const stranger = await visitorAs('beleidsmedewerker', await anOrganisation(database));
    expect((await stranger.get(`/ondersteuning/verzoeken/${id}`)).statusCode).toBe(404);
    const elsewhere = await visitorAs('comensha-adviseur', await anOrganisation(database, 'comensha'));
    expect((await elsewhere.get(`/ondersteuning/balie/${id}`)).statusCode).toBe(404);
    expect((await elsewhere.page('/ondersteuning/balie')).querySelectorAll('tbody tr')).toHaveLength(0);
  });

  it('leaves the list of the desk with a municipality that is no more', async () => {
    const gone = await anOrganisation(database);
    const asker = await visitorAs('beleidsmedewerker', gone);
    const asked = await post(asker, '/ondersteuning/nieuw?onderdeel=K3.1', '/ondersteuning', {
      wens: 'Wie helpt ons?',
    });
    expect(asked.statusCode).toBe(303);
    const atDesk = async () => (await adviser.page('/ondersteuning/balie')).body.textContent;
    expect(await atDesk()).toContain(gone.name);
    await database.admin
      .updateTable('organisations.organisation')
      .set({ valid_until: day('2026-01-01') })
      .where('id', '=', gone.id)
      .execute();
    expect(await atDesk()).not.toContain(gone.name);
    expect(await atDesk()).not.toContain('Onbekende gemeente');
  });

  it('orders who is called first by what lapsed, and shows a municipality its own line and why', async () => {
    const real = await database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', 'GM0109')
      .executeTakeFirstOrThrow();
    const firstOf = async () => (await adviser.page('/ondersteuning/programma')).querySelector('tbody tr')?.textContent;
    expect(await firstOf()).not.toContain(real.name);
    const standing = {
      tenant_id: real.id,
      state: 'present',
      decided_on: day('2024-01-01'),
      evidence_kind: 'besluit',
      published_at: new Date(Date.UTC(2024, 0, 2)),
    };
    await database.admin
      .insertInto('approach.standing')
      .values({ ...standing, element: 'K1.1', lapses_on: day('2026-01-01') })
      .execute();
    expect(await firstOf()).toMatch(new RegExp(`${real.name}.*Verlopen: K1.1`));
    const own = await visitorAs('beleidsmedewerker', real);
    const page = await own.page('/ondersteuning');
    expect(page.body.textContent).toMatch(/U staat op plek 1 van \d+\.\s+Verlopen: K1.1/);
    // arranged again: off the top, since its route is missing all the same
    await database.admin
      .updateTable('approach.standing')
      .set({ lapses_on: day('2099-01-01') })
      .where('tenant_id', '=', real.id)
      .execute();
    expect(await firstOf()).not.toContain('Verlopen');
    await database.admin
      .insertInto('approach.standing')
      .values({ ...standing, element: 'K2.2', lapses_on: day('2099-01-01') })
      .execute();
    expect((await own.page('/ondersteuning')).body.textContent).toContain('U staat niet op de lijst');
  });
});
