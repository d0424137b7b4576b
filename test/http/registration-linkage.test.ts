import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { recordEraser } from '../../src/features/registration/index.ts';
import { enter, look } from '../../src/platform/db/transact.ts';
import { KeysUnavailable } from '../../src/platform/vault/key-source.ts';
import { createVault, type Vault } from '../../src/platform/vault/vault.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const OWN = '/registraties';
const LIST = '/registraties/werkvoorraad';
const CONSENT = { gegevenDoor: 'person', hoe: 'written', gegevenOp: '1-11-2026', taal: 'nl' };
const STORY = { timeout: 60_000 };

describe('who may be the same person', () => {
  let database: TestDatabase;
  let app: TestApp;
  let vault: Vault;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    vault = createVault(database.kysely, TEST_KEYS);
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function fill(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>, action?: string) {
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }

  /** A register with a registrar, and a way to report to it. */
  async function aWorld() {
    const register = await aRegister(database);
    const registrar = await visitorAs('comensha-registratie', register);
    const police = await visitorAs('aanmelder', await aReporter(database, register));
    const takeIn = async () => {
      expect((await fill(registrar, LIST, {}, `${LIST}/ontvangen`)).statusCode).toBe(303);
    };
    /** Reports by duty or without a name, and takes it in. @returns the code at the register */
    async function report(route: 'must' | 'nameless', fields: Readonly<Record<string, string>>): Promise<string> {
      const drafted = await fill(police, `${OWN}/nieuw/${route}`, {
        ...(route === 'must' ? { aanmelder: 'POL' } : { aanmelder: 'JEUGD' }),
        ...fields,
      });
      expect(drafted.statusCode).toBe(303);
      const path = String(drafted.headers.location);
      expect((await fill(police, path, {}, `${path}/versturen`)).statusCode).toBe(303);
      const before = await codes();
      await takeIn();
      return (await codes()).find((code) => !before.includes(code))!;
    }
    const codes = async () =>
      (
        await database.admin
          .selectFrom('registration.record')
          .select('code')
          .where('tenant_id', '=', register.id)
          .execute()
      ).map(({ code }) => code);
    const page = (code: string) => `${OWN}/register/${code}`;
    const textOf = async (code: string) =>
      (await registrar.page(page(code))).querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';
    const candidates = () =>
      database.admin
        .selectFrom('registration.candidate')
        .select(['kind', 'points', 'reasons', 'decided_because'])
        .where('tenant_id', '=', register.id)
        .execute();
    return { register, registrar, police, report, takeIn, page, textOf, candidates };
  }
  const link = (by: Vault = vault) =>
    runEverythingDue(database.kysely, 'demo', { wait: true, vault: by, onError: () => {} });
  const counted = async (registrar: Visitor) =>
    Number((await registrar.page(`${LIST}/lijsten`)).querySelector('dd, .ib-key-figure__value')?.textContent);

  it(
    'offers another spelling with day and month swapped, with reasons in words and without the name',
    STORY,
    async () => {
      const { register, report, textOf, candidates, registrar } = await aWorld();
      const one = await report('must', {
        naam: 'Youssef El Fictief',
        geboortedatum: '4-9-1996',
        geslacht: 'man',
        nationaliteit: 'MA',
        regio: 'amsterdam',
      });
      const other = await report('must', {
        naam: 'Fictief Joessoef',
        geboortedatum: '9-4-1996',
        geslacht: 'man',
        nationaliteit: 'MA',
        regio: 'amsterdam',
      });
      expect(await candidates()).toEqual([]);
      await link();
      const seen = await textOf(one);
      expect(seen).toContain(other);
      expect(seen).toContain('waarschijnlijk dezelfde');
      expect(seen).toContain('de naam klinkt gelijk, maar is anders geschreven');
      expect(seen).toContain('de namen staan in een andere volgorde');
      expect(seen).toContain('dag en maand van de geboortedatum zijn verwisseld');
      expect(seen).not.toMatch(/Youssef|Joessoef/);
      expect((await registrar.page(`${LIST}?toon=maybe-same`)).querySelectorAll('tbody tr')).toHaveLength(2);

      // asked again it gives the same, once
      const found = await candidates();
      expect(found).toHaveLength(1);
      await askAgain(register);
      await link();
      expect(await candidates()).toEqual(found);
    },
  );

  it(
    'lays five marks for everybody, the same for what is alike and under a key that no other register has',
    STORY,
    async () => {
      const marks = async (register: TestOrganisation) =>
        (
          await database.admin
            .selectFrom('registration.linkage_token')
            .select(['token', 'linkage_id'])
            .where('tenant_id', '=', register.id)
            .execute()
        ).map(({ token, linkage_id }) => ({ token: Buffer.from(token).toString('hex'), of: linkage_id }));
      const [here, there] = [await aWorld(), await aWorld()];
      await here.report('must', { naam: 'Lan Fictief', geboortedatum: '4-9-1996' });
      await here.report('must', { naam: 'Lan Fictief', geboortedatum: '' });
      await there.report('must', { naam: 'Lan Fictief', geboortedatum: '4-9-1996' });
      await link();
      const [own, foreign] = [await marks(here.register), await marks(there.register)];
      expect([own.length, foreign.length]).toEqual([10, 5]);
      // with the day there are four, without it only the two names together: the rest is chance
      const counts = Map.groupBy(own, ({ token }) => token);
      expect([...counts.values()].filter((same) => same.length === 2)).toHaveLength(1);
      expect(own.filter(({ token }) => foreign.some((each) => each.token === token))).toEqual([]);
    },
  );

  it('merges nobody by itself: the same name and 1 January is offered, and counts as two', STORY, async () => {
    const { register, report, textOf, candidates, registrar, page } = await aWorld();
    const fields = { naam: 'Mohammed Fictief', geboortedatum: '1-1-1990', geslacht: 'man', nationaliteit: 'SY' };
    const one = await report('must', fields);
    const other = await report('must', { ...fields, naam: 'Mohamed Fictief' });
    await link();
    expect((await candidates()).map(({ kind }) => kind)).toEqual(['possible']);
    expect(await textOf(one)).toContain('mogelijk dezelfde');
    expect(await textOf(one)).toContain('1 januari als dag');
    const merged = database.admin.selectFrom('registration.record').select('code').where('merged_into', 'is not', null);
    expect(await merged.where('code', 'in', [one, other]).execute()).toEqual([]);

    // a registrar says that they are two: asked why, and remembered, also when they are compared again
    const apart = (fields: Readonly<Record<string, string>>) =>
      fill(registrar, page(one), fields, `${page(one)}/niet-dezelfde`);
    const refused = await apart({ anders: other, waarom: 'nee' });
    expect([refused.statusCode, documentOf(refused).getElementById('veld-waarom-fout')?.textContent]).toEqual([
      400,
      expect.stringContaining('minstens tien tekens'),
    ]);
    expect((await apart({ anders: other, waarom: 'Er zijn twee verschillende pasfoto’s' })).statusCode).toBe(303);
    await askAgain(register);
    await link();
    expect(await textOf(one)).not.toContain('Misschien dezelfde persoon');
    expect(await textOf(other)).toContain('Er zijn twee verschillende pasfoto’s');
    expect((await registrar.page(`${LIST}?toon=maybe-same`)).querySelectorAll('tbody tr')).toHaveLength(0);
    expect((await candidates()).map((each) => each.decided_because)).toEqual(['Er zijn twee verschillende pasfoto’s']);
  });

  it(
    'remembers a taking apart: the two are not offered again, and a third who is one of them is not either',
    STORY,
    async () => {
      const { report, textOf, registrar, page } = await aWorld();
      const fields = { geboortedatum: '4-9-1996', geslacht: 'woman', nationaliteit: 'RO' };
      const one = await report('must', { ...fields, naam: 'Ștefania Fictief' });
      const other = await report('must', { ...fields, naam: 'Stefania Fictief' });
      const third = await report('must', { ...fields, naam: 'Shtefania Fictief' });
      await link();
      const merge = (at: string, met: string) =>
        fill(registrar, page(at), { met, reden: 'Zelfde naam en dag' }, `${page(at)}/samenvoegen`);
      expect((await merge(one, other)).statusCode).toBe(303);
      const split = await fill(
        registrar,
        page(other),
        { reden: 'Blijkt haar nicht te zijn' },
        `${page(other)}/splitsen`,
      );
      expect(split.statusCode).toBe(303);
      expect((await merge(other, third)).statusCode).toBe(303);
      // the one and the other were said to be two: so is whoever is the other
      expect(await textOf(one)).not.toContain('Misschien dezelfde persoon');
      expect(await textOf(one)).toContain('Blijkt haar nicht te zijn');
    },
  );

  it('offers a registration without a name as possible at most', STORY, async () => {
    const { report, textOf, candidates } = await aWorld();
    const fields = {
      geslacht: 'woman',
      nationaliteit: 'NG',
      leeftijd: '18-22',
      regio: 'den-haag',
      vormen: 'sexual-exploitation',
      herkend: '3-2026',
    };
    const nameless = await report('nameless', fields);
    await report('must', { ...fields, naam: 'Blessing Fictief', geboortedatum: '4-9-2005' });
    await report('nameless', { ...fields, nationaliteit: 'RO' });
    await link();
    expect((await candidates()).map(({ kind }) => kind)).toEqual(['nameless']);
    expect(await textOf(nameless)).toContain('mogelijk dezelfde, zonder naam vergeleken');
  });

  it(
    'uses nothing of a name from the moment consent is withdrawn, and erases marks and candidates with it',
    STORY,
    async () => {
      const { register, report, takeIn, textOf } = await aWorld();
      const youth = await visitorAs('aanmelder', await aReporter(database, register));
      const other = await report('must', { naam: 'Ngozi Fictief', geboortedatum: '4-9-1996', nationaliteit: 'NG' });
      const drafted = await fill(youth, `${OWN}/nieuw/by-name`, {
        aanmelder: 'JEUGD',
        naam: 'Ngozie Fictief',
        geboortedatum: '4-9-1996',
        nationaliteit: 'NG',
        leeftijd: '23-30',
      });
      const path = String(drafted.headers.location);
      await fill(youth, `${path}/toestemming`, CONSENT);
      expect((await fill(youth, path, {}, `${path}/versturen`)).statusCode).toBe(303);
      await takeIn();
      await link();
      expect(await textOf(other)).toContain('Misschien dezelfde persoon');
      expect((await fill(youth, path, {}, `${path}/intrekken`)).statusCode).toBe(303);
      expect(await textOf(other)).not.toContain('Misschien dezelfde persoon');
      const { now } = await look(database.kysely, { door: 'published' }, async (_tx, time) => time);
      await database.admin
        .updateTable('registration.delivery')
        .set({ look_at: now })
        .where('tenant_id', '=', register.id)
        .where('look_at', 'is not', null)
        .execute();
      await link();
      expect(await rowsOf(register)).toEqual({ records: 1, tokens: 5, candidates: 0 });
    },
  );

  it('erases marks, candidates and decisions with the person', STORY, async () => {
    const { register, report } = await aWorld();
    const fields = { geboortedatum: '4-9-1996', nationaliteit: 'VN' };
    const one = await report('must', { ...fields, naam: 'Phương Fictief' });
    await report('must', { ...fields, naam: 'Fuong Fictief' });
    await link();
    expect(await rowsOf(register)).toEqual({ records: 2, tokens: 10, candidates: 1 });
    const { id } = await database.admin
      .selectFrom('registration.record')
      .select('id')
      .where('code', '=', one)
      .executeTakeFirstOrThrow();
    const erased = await enter(database.kysely, { door: 'own', tenantId: register.id }, (tx, time) =>
      recordEraser.erase(tx, { tenantId: register.id, id } as Parameters<typeof recordEraser.erase>[1], time),
    );
    expect(erased).toMatchObject({ 'registration.candidate': 1, 'registration.linkage_record': 1 });
    expect(await rowsOf(register)).toEqual({ records: 1, tokens: 5, candidates: 0 });
  });

  it('goes on where it was when the keys were gone for a while', STORY, async () => {
    const { report, candidates } = await aWorld();
    await report('must', { naam: 'Khadija Fictief', geboortedatum: '4-9-1996', nationaliteit: 'MA' });
    await report('must', { naam: 'Chadija Fictief', geboortedatum: '4-9-1996', nationaliteit: 'MA' });
    const gone = () => Promise.reject(new KeysUnavailable('weg'));
    expect((await link({ keysFor: gone, linkageKeyFor: gone, close: () => {} })).failed).toBeGreaterThanOrEqual(2);
    expect(await candidates()).toEqual([]);
    await link();
    expect(await candidates()).toHaveLength(1);
  });

  it('shows no register what another has', STORY, async () => {
    const [here, there] = [await aWorld(), await aWorld()];
    const fields = { naam: 'Andreea Fictief', geboortedatum: '4-9-1996', nationaliteit: 'RO' };
    const one = await here.report('must', fields);
    await there.report('must', fields);
    await link();
    expect(await here.candidates()).toEqual([]);
    expect((await there.registrar.get(here.page(one))).statusCode).toBe(404);
    expect(await counted(here.registrar)).toBe(1);
  });

  it('turns the pages of who may be the same, and says where it stopped counting', STORY, async () => {
    const { register, registrar } = await aWorld();
    const shown = async (query: string) => {
      const page = await registrar.page(`${LIST}?toon=maybe-same${query}`);
      return {
        codes: [...page.querySelectorAll('tbody tr')].map((row) => row.querySelector('a')?.getAttribute('href')),
        text: page.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '',
      };
    };
    await layPairs(register, 30);
    const [first, second] = [await shown(''), await shown('&pagina=2')];
    expect([first.codes.length, second.codes.length]).toEqual([50, 10]);
    expect(new Set([...first.codes, ...second.codes]).size).toBe(60);
    expect(first.text).toContain('Wis filters60 aanmeldingen');

    await layPairs(register, 30);
    const pages = [await shown(''), await shown('&pagina=2'), await shown('&pagina=3')];
    expect(pages.map(({ codes }) => codes.length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flatMap(({ codes }) => codes)).size).toBe(120);
    for (const { text } of pages) expect(text).toContain('Meer dan 100 aanmeldingen');
  });

  /** So many pairs of two records that may be one person. */
  async function layPairs({ id }: TestOrganisation, pairs: number) {
    await sql`
      with each as materialized (
        select gen_random_uuid() as one, gen_random_uuid() as other, gen_random_uuid() as dossier from generate_series(1, ${pairs})),
      records as (select one as id, dossier from each union all select other, dossier from each),
      dossiers as (insert into privacy.dossier (tenant_id, id, kind, activity, path, opened_at)
        select ${id}, dossier, 'registration', 'registration', '/registraties', now() from each),
      laid as (
        insert into registration.record (tenant_id, id, dossier_id, code, dossier_type, received_on, root_id)
        select ${id}, id, dossier, translate(upper(substr(md5(id::text), 1, 4) || '-' || substr(md5(id::text), 5, 4)), '01', 'GH'),
          'registration', date '2026-11-01', id from records),
      delivered as (
        insert into registration.delivery (tenant_id, id, record_id, dossier_id, reporter_organisation_id, reporter_code, reporter_type,
          route, region, received_on, is_minor, forms, is_abroad, is_kmar_sub3, unknown_parts)
        select ${id}, gen_random_uuid(), id, dossier, ${id}, id::text, 'JEUGD', 'nameless', 'amsterdam', date '2026-11-01', 'unknown', '{}',
          false, false, '{}' from records)
      insert into registration.candidate (tenant_id, id, one_id, other_id, dossier_id, kind, points, reasons, found_at)
      select ${id}, gen_random_uuid(), least(one, other), greatest(one, other), dossier, 'nameless', 1, '{}', now() from each
    `.execute(database.admin);
  }

  async function askAgain({ id }: TestOrganisation) {
    const { now } = await look(database.kysely, { door: 'published' }, async (_tx, time) => time);
    await database.admin
      .updateTable('registration.linkage_record')
      .set({ link_at: now })
      .where('tenant_id', '=', id)
      .execute();
  }

  async function rowsOf({ id }: TestOrganisation) {
    const count = async (
      table: 'registration.linkage_record' | 'registration.linkage_token' | 'registration.candidate',
    ) => (await database.admin.selectFrom(table).select('tenant_id').where('tenant_id', '=', id).execute()).length;
    return {
      records: await count('registration.linkage_record'),
      tokens: await count('registration.linkage_token'),
      candidates: await count('registration.candidate'),
    };
  }
});
