import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { bearerFor } from '../support/token.ts';

interface Data {
  readonly merk?: string;
  readonly versie: string;
  readonly standen: readonly Readonly<Record<string, string | null>>[];
}

describe('the open data of the monitor', () => {
  let database: TestDatabase;
  let app: TestApp;
  let adviser: Visitor;
  let anybody: Visitor;
  let today: PlainDate;

  const idOf = async (code: string) =>
    (
      await database.admin
        .selectFrom('organisations.organisation')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    const vng = await anOrganisation(database, 'vng');
    adviser = await app.visitor(await anActor(database, 'vng-adviseur', vng));
    anybody = await app.visitor();
    today = dutchDay(await readClock(database.kysely));
    const standing = async (code: string, element: string) => ({
      tenant_id: await idOf(code),
      element,
      state: 'present',
      decided_on: addDays(today, -100),
      lapses_on: addDays(today, 400),
      evidence_kind: 'besluit-met-vindplaats',
      adopting_body: element === 'K1.1' ? 'raad' : null,
      publication_link: element === 'K1.1' ? 'https://voorbeeld.invalid/besluit' : null,
      published_at: new Date(),
    });
    await database.admin
      .insertInto('approach.standing')
      .values([
        await standing('GM0106', 'K1.1'),
        await standing('GM0106', 'K2.1'),
        await standing('GM0114', 'K1.1'),
        await standing('GM0114', 'K7.1'),
      ])
      .execute();
    // Assen lets everybody see it; Emmen does not
    await database.admin
      .insertInto('approach.publication')
      .values([
        { tenant_id: await idOf('GM0106'), is_public: true, version: 1, changed_at: new Date() },
        { tenant_id: await idOf('GM0114'), is_public: false, version: 2, changed_at: new Date() },
      ])
      .execute();
    await database.admin
      .insertInto('approach.public_fact')
      .values({
        tenant_id: vng.id,
        id: newId(),
        municipality_id: await idOf('GM0193'),
        element: 'K1.1',
        source: 'anders',
        title: 'Beleid',
        link: 'https://voorbeeld.invalid/zwolle',
        decided_on: addDays(today, -50),
        read_on: today,
        version: 1,
        entered_at: new Date(),
        changed_at: new Date(),
      })
      .execute();
    for (const [code, days] of [
      ['GM0106', -100],
      ['GM0114', -100],
    ] as const)
      await database.admin
        .insertInto('approach.standing_change')
        .values({
          tenant_id: await idOf(code),
          id: newId(),
          element: 'K1.1',
          state: 'present',
          begins_on: addDays(today, days),
          lapses_on: addDays(today, 400),
          changed_at: new Date(),
        })
        .execute();
  });
  afterAll(() => database.close());

  const json = async (visitor: Visitor, query = '') => (await visitor.get(`/monitor/data.json${query}`)).json<Data>();
  const of = ({ standen }: Data, code: string, element: string) =>
    standen.find((row) => row.gemeentecode === code && row.onderdeel === element);
  const lines = async (visitor: Visitor, path: string) => (await visitor.get(path)).body.trimEnd().split('\r\n');

  it('hold every element of every municipality for who may see the monitor', async () => {
    const data = await json(adviser);
    expect([data.versie, data.standen.length]).toEqual(['volledig', 342 * 7]);
    expect(of(data, 'GM0106', 'K1.1')).toMatchObject({
      gemeente: 'Assen',
      provincie: 'Drenthe',
      politieEenheid: 'Noord-Nederland',
      veiligheidsregio: 'Drenthe',
      stand: 'geregeld',
      besluitdatum: addDays(today, -100),
      vervaldatum: addDays(today, 400),
      bewijs: 'besluit-met-vindplaats',
      vastgesteldDoor: 'raad',
      vindplaats: 'https://voorbeeld.invalid/besluit',
      bron: 'gemeente',
      borging: 'niet-geborgd',
      peildatum: today,
    });
    expect(of(data, 'GM0193', 'K1.1')).toMatchObject({
      stand: 'openbare-bron',
      bron: 'openbare-bron',
      vindplaats: 'https://voorbeeld.invalid/zwolle',
    });
    expect(of(data, 'GM0114', 'K1.1')).toMatchObject({ stand: 'geregeld', borging: 'geborgd' });
  });

  it('tell everybody adoption and anchoring of who publishes, and of others that they do not publish', async () => {
    const data = await json(anybody);
    expect([data.versie, data.standen.length]).toEqual(['openbaar', 342 * 2]);
    expect(of(data, 'GM0106', 'K1.1')).toMatchObject({ stand: 'geregeld', vastgesteldDoor: 'raad' });
    expect(of(data, 'GM0106', 'K2.1')).toBeUndefined();
    const hidden = { stand: 'niet-gepubliceerd', besluitdatum: null, vervaldatum: null, bron: null, borging: null };
    expect(of(data, 'GM0114', 'K1.1')).toMatchObject(hidden);
    expect(of(data, 'GM0114', 'K7.1')).toMatchObject(hidden);
    // what VNG found is not for the municipality to have published
    expect(of(data, 'GM0193', 'K1.1')).toMatchObject({ ...hidden, vindplaats: null });
    const csv = (await anybody.get('/monitor/data.csv')).body;
    expect(csv).not.toContain('voorbeeld.invalid/zwolle');
    expect(await json(adviser, '?versie=openbaar')).toEqual(data);
  });

  it('show a public source to nobody outside, also when the municipality publishes', async () => {
    const zwolle = await idOf('GM0193');
    await database.admin
      .insertInto('approach.publication')
      .values({ tenant_id: zwolle, is_public: true, version: 1, changed_at: new Date() })
      .execute();
    expect(of(await json(anybody), 'GM0193', 'K1.1')).toMatchObject({
      stand: 'niet-bekend',
      bron: null,
      vindplaats: null,
    });
    expect((await json(anybody, '?stand=openbare-bron')).standen).toEqual([]);
    await database.admin.deleteFrom('approach.publication').where('tenant_id', '=', zwolle).execute();
  });

  it('do not let a filter tell what is not published', async () => {
    expect((await json(anybody, '?stand=geregeld')).standen.map(({ gemeentecode }) => gemeentecode)).toEqual([
      'GM0106',
    ]);
    expect((await json(anybody, '?borging=geborgd')).standen).toEqual([]);
    expect((await json(anybody, '?stand=niet-bekend')).standen.map((row) => row.gemeente)).toEqual(['Assen']);
    const asked = await anybody.get('/monitor/data.json?onderdeel=K2.1');
    expect([asked.statusCode, asked.json()]).toMatchObject([400, { errors: [{ location: { name: 'onderdeel' } }] }]);
  });

  it('follow the filters of the page', async () => {
    const data = await json(adviser, '?onderdeel=K1.1&veiligheidsregio=VR03&stand=geregeld');
    expect(data.standen.map((row) => row.gemeente)).toEqual(['Assen', 'Emmen']);
    expect(await lines(adviser, '/monitor/data.csv?onderdeel=K1.1&naam=zwolle')).toHaveLength(2);
    const page = await adviser.page('/monitor?onderdeel=K1.1&provincie=PV22&pagina=2');
    const links = [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/monitor/data.csv?onderdeel=K1.1&provincie=PV22');
    expect(links).toContain('/monitor/data.json?onderdeel=K1.1&provincie=PV22');
  });

  it('answer a system with the same filters, and say which it does not know', async () => {
    const token = await bearerFor(
      database,
      await anActor(database, 'vng-adviseur', await anOrganisation(database, 'vng')),
    );
    const ask = (query: string) =>
      app.server.inject({
        url: `/api/v1/aanpakstanden?${query}`,
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-proto': 'https' },
      });
    const found = (await ask('onderdeel=K1.1&veiligheidsregio=VR03&stand=geregeld&borging=geborgd')).json();
    expect(found.standen).toEqual([
      {
        gemeente: { code: 'GM0114', naam: 'Emmen' },
        provincie: { code: 'PV22', naam: 'Drenthe' },
        politieEenheid: { code: 'PE01', naam: 'Noord-Nederland' },
        veiligheidsregio: { code: 'VR03', naam: 'Drenthe' },
        stand: 'geregeld',
        borging: 'geborgd',
        bron: 'gemeente',
        besluitdatum: addDays(today, -100),
        vervaldatum: addDays(today, 400),
      },
    ]);
    for (const [query, name] of [
      ['provincie=PV99', 'provincie'],
      ['stand=lapsed', 'stand'],
      ['onbekendeParameter=1', 'onbekendeParameter'],
    ] as const) {
      const answer = await ask(query);
      expect([answer.statusCode, answer.json()]).toMatchObject([
        400,
        { errors: [{ in: 'query', location: { name } }] },
      ]);
    }
  });

  it.each(['data', 'verloop'])('%s: the same columns in CSV, JSON, their description and on the page', async (name) => {
    const answer = await anybody.get(`/monitor/${name}.csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.link).toBe(`<${name}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`);
    const [header, ...rows] = answer.body.trimEnd().split('\r\n');
    const names = header!.split(',');
    const metadata = (await anybody.get(`/monitor/${name}.csv-metadata.json`)).json<{
      url: string;
      dialect: { delimiter: string; encoding: string };
      tableSchema: { columns: { name: string; 'dc:description': { '@value': string }[]; required: boolean }[] };
    }>();
    expect([metadata.url, metadata.dialect.delimiter, metadata.dialect.encoding]).toEqual([
      `${name}.csv`,
      ',',
      'utf-8',
    ]);
    expect(metadata.tableSchema.columns.map((column) => column.name)).toEqual(names);
    for (const column of metadata.tableSchema.columns)
      expect(column['dc:description'].map((each) => each['@value'].length > 10)).toEqual([true, true]);
    const body = (await anybody.get(`/monitor/${name}.json`)).json<Record<string, object[]>>();
    const list = body[name === 'data' ? 'standen' : 'verloop']!;
    expect(list.length).toBe(rows.length);
    expect([...Object.keys(list[0]!), 'merk']).toEqual(names);
    const page = await anybody.page('/monitor/kolommen');
    const explained = [...page.querySelectorAll('tbody th code')].map((code) => code.textContent);
    expect(explained).toEqual(expect.arrayContaining(names.filter((each) => each !== 'merk')));
    const required = metadata.tableSchema.columns.filter((column) => column.required).map((column) => column.name);
    for (const row of list as Record<string, unknown>[])
      expect(required.filter((each) => each !== 'merk' && (row[each] ?? '') === '')).toEqual([]);
  });

  it('count for everybody only who publishes, through time', async () => {
    const counts = async (visitor: Visitor) =>
      (await visitor.get('/monitor/verloop.json?onderdeel=K1.1'))
        .json<{ verloop: { geregeld: number; gemeenten: number }[] }>()
        .verloop.at(-1);
    expect(await counts(adviser)).toMatchObject({ geregeld: 2, gemeenten: 342 });
    expect(await counts(anybody)).toMatchObject({ geregeld: 1, gemeenten: 1 });
  });

  it('carry in every format that nothing of a demo is real, and nothing of it where data are real', async () => {
    const mark = 'Voorbeeldgegevens, niet echt';
    const paths = ['data', 'verloop'].flatMap((name) =>
      ['csv', 'json', 'csv-metadata.json'].map((ext) => `/monitor/${name}.${ext}`),
    );
    for (const path of [...paths, '/monitor/kolommen']) expect((await anybody.get(path)).body, path).toContain(mark);
    const [, ...rows] = await lines(anybody, '/monitor/data.csv');
    expect(rows.every((row) => row.endsWith(`"${mark}"`))).toBe(true);
    const real = await (await testApp(database, 'real')).visitor();
    for (const path of paths) expect((await real.get(path)).body, path).not.toContain(mark);
  });

  it('may be read by every website as everybody sees them, and are kept by no cache between readers', async () => {
    const { headers } = await anybody.get('/monitor/data.json');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect((await adviser.get('/monitor/data.json')).headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['cache-control']).toMatch(/no-store|private/);
    expect(String(headers.vary).toLowerCase()).toContain('cookie');
  });
});
