import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const OFFERED = '/ondersteuning/balie/aanbod';

describe('what the desk gives on a day', () => {
  let database: TestDatabase;
  let app: TestApp;
  let vng: TestOrganisation;
  let adviser: Visitor;
  let nurse: Visitor;

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const announce = (fields: Readonly<Record<string, string>> = {}, who = adviser) =>
    post(who, OFFERED, OFFERED, {
      aanbod: 'training',
      titel: 'Basistraining',
      datum: '1-6-2099',
      plekken: '1',
      ...fields,
    });
  const sessionOn = (title: string) =>
    database.admin
      .selectFrom('support.session')
      .select(['id', 'taken'])
      .where('title', '=', title)
      .executeTakeFirstOrThrow();
  /** A request of a municipality that this desk has taken: where it stands there. */
  async function taken(organisation: TestOrganisation): Promise<string> {
    const officer = await visitorAs('beleidsmedewerker', organisation);
    await post(officer, '/ondersteuning/nieuw?onderdeel=K5.1', '/ondersteuning', { wens: 'Help ons.' });
    const { id } = await database.admin
      .selectFrom('support.request')
      .select('id')
      .where('tenant_id', '=', organisation.id)
      .executeTakeFirstOrThrow();
    const path = `/ondersteuning/balie/${id}`;
    expect((await post(adviser, path, `${path}/opnemen`)).statusCode).toBe(303);
    return path;
  }
  const municipality = (code: string) =>
    database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    vng = await anOrganisation(database, 'vng');
    const comensha = await anOrganisation(database, 'comensha');
    adviser = await visitorAs('vng-adviseur', vng);
    nurse = await visitorAs('comensha-adviseur', comensha);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('has a day to come and a number of places, and is read by municipalities', async () => {
    for (const [fields, field] of [
      [{ plekken: '0' }, 'plekken'],
      [{ plekken: 'veel' }, 'plekken'],
      [{ titel: '' }, 'titel'],
      [{ datum: '1-1-2020' }, 'datum'],
    ] as const) {
      const refused = await announce(fields);
      expect([400, 409]).toContain(refused.statusCode);
      expect(documentOf(refused).getElementById(`veld-${field}-fout`)).not.toBeNull();
    }
    expect((await announce()).headers.location).toBe(`${OFFERED}?gepland`);
    expect((await announce({ titel: 'Vervolgtraining', datum: '1-9-2099', plekken: '10' })).statusCode).toBe(303);
    const officer = await visitorAs('beleidsmedewerker', await anOrganisation(database));
    expect((await officer.page('/ondersteuning')).body.textContent).toContain('Training: Basistraining');
    expect((await officer.get(OFFERED)).statusCode).toBe(403);
  });

  it('gives a place once: of two who want the last, one hears when the next is', async () => {
    const paths = [await taken(await anOrganisation(database)), await taken(await anOrganisation(database))];
    const { id } = await sessionOn('Basistraining');
    const forms = await Promise.all(paths.map((path) => adviser.form(path, `${path}/plek`)));
    const answers = await Promise.all(
      forms.map((form) => adviser.send({ ...form, fields: { ...form.fields, sessie: id } })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const full = documentOf(answers.find(({ statusCode }) => statusCode === 409)!);
    expect(full.getElementById('veld-sessie-fout')?.textContent).toContain(
      'De volgende datum is 1 september 2099: Vervolgtraining',
    );
    expect((await sessionOn('Basistraining')).taken).toBe(1);
    const winner = paths[answers.findIndex(({ statusCode }) => statusCode === 303)]!;
    expect((await adviser.page(winner)).body.textContent).toContain('Plek gegeven: Basistraining op 1 juni 2099');
    // sent twice it is one place; planned otherwise the place is free again
    await post(adviser, winner, `${winner}/plek`, { sessie: (await sessionOn('Vervolgtraining')).id });
    expect([(await sessionOn('Basistraining')).taken, (await sessionOn('Vervolgtraining')).taken]).toEqual([0, 1]);
    await post(adviser, winner, `${winner}/plannen`, { aanbod: 'visit', datum: '31-12-2099' });
    expect((await sessionOn('Vervolgtraining')).taken).toBe(0);
  });

  it('is of one half of the desk: the other gives no place in it, and a strange id is refused', async () => {
    const path = await taken(await anOrganisation(database));
    expect((await nurse.page(path)).body.textContent).toContain('U plande zelf nog niets');
    const form = await nurse.form(path, `${path}/plannen`);
    const { versie = '' } = form.fields;
    const fields = { ...form.fields, versie, sessie: (await sessionOn('Vervolgtraining')).id };
    expect((await nurse.send({ ...form, action: `${path}/plek`, fields })).statusCode).toBe(409);
    expect((await post(adviser, path, `${path}/plek`, { sessie: 'x' })).statusCode).toBe(400);
    expect((await sessionOn('Vervolgtraining')).taken).toBe(0);
  });

  it('counts on the national list: what the help did, and in which regions nobody is helped', async () => {
    const real = await municipality('GM0109');
    const tables = async () =>
      [...(await adviser.page('/ondersteuning/programma')).querySelectorAll('table')].map((each) => ({
        caption: each.querySelector('caption')?.textContent ?? '',
        rows: [...each.querySelectorAll('tbody tr')].map((row) => row.textContent!),
      }));
    const regions = async () => (await tables()).find(({ caption }) => caption.startsWith('Politie-eenheden'))!.rows;
    const memberships = await database.admin
      .selectFrom('organisations.region_membership as m')
      .innerJoin('organisations.organisation as o', 'o.id', 'm.region_id')
      .select('o.name')
      .where('m.organisation_id', '=', real.id)
      .where('m.region_kind', '=', 'police-unit')
      .executeTakeFirstOrThrow();
    expect((await regions()).some((row) => row.startsWith(memberships.name))).toBe(true);
    await database.admin
      .insertInto('approach.standing')
      .values({
        tenant_id: real.id,
        element: 'K1.1',
        state: 'present',
        decided_on: day('2024-01-01'),
        evidence_kind: 'besluit',
        lapses_on: day('2026-01-01'),
        published_at: new Date(Date.UTC(2024, 0, 2)),
      })
      .execute();
    // lapsed basis elements first
    expect((await regions())[0]).toMatch(new RegExp(`^${memberships.name}1`));
    const path = await taken(real);
    expect((await regions()).some((row) => row.startsWith(memberships.name))).toBe(false);
    await post(adviser, path, `${path}/plannen`, { aanbod: 'expert', datum: '31-12-2099' });
    await post(adviser, path, `${path}/gegeven`, { wat: 'Een ochtend samen' });
    const practice = `/praktijk/nieuw?verzoek=${path.split('/').at(-1)}`;
    expect((await adviser.page(path)).querySelector(`a[href="${practice}"]`)).not.toBeNull();
    const begun = await adviser.page(practice);
    const value = (name: string) => begun.querySelector(`[name=${name}]`)?.textContent;
    expect(begun.querySelector('[name=onderdeel] option[selected]')?.getAttribute('value')).toBe('K5.1');
    expect(value('probleem')).not.toBe('');
    expect(value('wat')).toMatch(/^Een ochtend samen\s+Bron: een antwoord van de balie van VNG en CoMensha/);
    expect(value('effect')).toContain('deskundige');
    // only who works at that desk; nobody else learns what was asked
    const other = await app.visitor(await anActor(database, 'beleidsmedewerker', await anOrganisation(database)));
    expect((await other.page(practice)).querySelector('[name=wat]')?.textContent).toBe('');
    const did = (await tables()).find(({ caption }) => caption.startsWith('Aanbod en opbrengst'))!.rows;
    expect(did.find((row) => row.startsWith('Deskundige'))).toBe('Deskundige010000');
    const statements = (await adviser.get('/ondersteuning/programma')).headers['server-timing'];
    expect(Number(/db;desc="(\d+)"/.exec(String(statements))![1])).toBeLessThanOrEqual(10);
  });
});
