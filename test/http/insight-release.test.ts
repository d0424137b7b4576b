import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/analyse/uitgaven';
const PUBLIC = '/cijfers/geregistreerd';
const LONG = { timeout: 60_000 };
const FORMS = ['seksueel', 'arbeid', 'crimineel'] as const;
const AGES = ['onder-18', '18-22', 'vanaf-23'] as const;

/** A table with one small count, spread over three contributors: 3 of criminal exploitation under 18, unless told otherwise. */
function table(year: number, change: Readonly<Record<string, number>> = {}): string {
  const counts: Record<string, number> = {};
  for (const [f, form] of FORMS.entries())
    for (const [a, age] of AGES.entries()) counts[`${form} ${age}`] = 24 + 9 * f + 6 * a;
  Object.assign(counts, { 'crimineel onder-18': 3 }, change);
  const lines = Object.entries(counts).flatMap(([key, count]) =>
    [0, 1, 2].map((nth) => `${year};${key.replace(' ', ';')};organisatie ${nth};${Math.floor((count + nth) / 3)}`),
  );
  return ['jaar;vorm;leeftijd;bijdrager;aantal', ...lines].join('\r\n');
}

describe('figures that are released', () => {
  let database: TestDatabase;
  let app: TestApp;
  let register: TestOrganisation;
  let office: TestOrganisation;
  let analyst: Visitor;
  let second: Visitor;
  let secondActor: Actor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    register = await anOrganisation(database, 'comensha');
    office = await anOrganisation(database, 'rapporteur');
    analyst = await app.visitor(await anActor(database, 'analist', register));
    secondActor = await anActor(database, 'analist', office);
    second = await app.visitor(secondActor);
  });
  afterAll(async () => {
    await app.server.close();
    await database.close();
  });

  async function send(fields: Readonly<Record<string, string>>, by = analyst) {
    const form = await by.form(PATH, PATH);
    return by.send({
      ...form,
      fields: { ...form.fields, titel: 'Registraties naar vorm en leeftijd', elders: 'ja', ...fields },
    });
  }
  /** The page of a proposal once its check ended. */
  async function checked(path: string): Promise<Document> {
    for (;;) {
      const answer = await analyst.get(path);
      if (!answer.headers.refresh) return documentOf(answer);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  async function proposed(tabel: string, titel = 'Registraties naar vorm en leeftijd'): Promise<string> {
    const answer = await send({ tabel, titel });
    expect([
      answer.statusCode,
      answer.statusCode === 303 ? '' : documentOf(answer).querySelector('main')?.textContent,
    ]).toEqual([303, '']);
    const path = String(answer.headers.location);
    await checked(path);
    return path;
  }
  async function asked(path: string): Promise<string> {
    const form = await analyst.form(path, `${path}/vragen`);
    const answer = await analyst.send({
      ...form,
      fields: { ...form.fields, bureau: office.id, reden: 'Voor het jaarbeeld van oktober.' },
    });
    expect(answer.statusCode).toBe(303);
    const { id } = await database.admin
      .selectFrom('approvals.request')
      .select('id')
      .where('subject_id', '=', path.split('/').at(-1)!)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    return `/goedkeuringen/${id}`;
  }
  const agree = async (approval: string, by = second) => {
    const form = await by.form(approval, `${approval}/besluit`);
    return by.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren' } });
  };
  const released = async (tabel: string, titel?: string) => {
    const path = await proposed(tabel, titel);
    expect((await agree(await asked(path))).statusCode).toBe(303);
    return path;
  };
  const editions = () => database.admin.selectFrom('insight.edition').selectAll().orderBy('released_at').execute();

  it(
    'come out after the attacker failed and a second organisation agreed, and stand in a log that everybody reads',
    LONG,
    async () => {
      const nobody = await app.visitor();
      expect((await nobody.page(PUBLIC)).querySelector('main')?.textContent).toContain('Er is nog geen uitgave');
      const path = await proposed(table(2024));
      const page = await analyst.page(path);
      const words = page.querySelector('main')?.textContent ?? '';
      expect(words).toMatch(/De aanvaller vond niets/);
      expect(words).toMatch(/Minder dan tien mensen, ook nul1/);
      expect(words).toMatch(/Gevonden0 van de/);
      expect(words).toMatch(/[1-9]\d* gevonden: de aanval is echt/);
      expect(await editions()).toEqual([]);

      const approval = await asked(path);
      const seen = await second.page(approval);
      expect(seen.querySelector('main')?.textContent).toMatch(/De aanvaller vindt 0 verborgen getallen/);
      const preview = await second.page(path);
      expect(preview.querySelector('main')?.textContent).toContain('U wordt gevraagd om in te stemmen');
      expect(preview.querySelector('table#tabel-2024-vorm-leeftijd')).not.toBeNull();
      expect(await editions()).toEqual([]);

      expect((await agree(approval)).statusCode).toBe(303);
      const [edition] = await editions();
      expect(edition).toMatchObject({ asked_by: register.name, released_by: office.name, years: ['2024'] });
      const open = await nobody.page(PUBLIC);
      expect(open.querySelector('#logboek')).not.toBeNull();
      expect(open.querySelector('main')?.textContent).toContain(edition!.reference);
      expect((await analyst.page(path)).querySelector('.utrecht-alert--ok')?.textContent).toContain(edition!.reference);
      const { uitgaven } = JSON.parse((await nobody.get('/open-data/uitgaven.json')).body);
      expect(uitgaven).toMatchObject([
        { uitgave: edition!.reference, gevraagdDoor: register.name, aanval: { gevonden: 0 } },
      ]);
      const log = await database.admin
        .selectFrom('audit.event')
        .select(['action', 'tenant_id'])
        .where('action', 'in', ['insight.propose-release', 'insight.ask-release', 'approvals.decide'])
        .execute();
      expect(new Set(log.map(({ action }) => action)).size).toBe(3);
    },
  );

  it('never change: not by the application, not by the owner of the tables', LONG, async () => {
    const [edition] = await editions();
    const where = { reference: edition!.reference };
    await expect(
      database.admin
        .updateTable('insight.edition')
        .set({ title: 'x' })
        .where('reference', '=', where.reference)
        .execute(),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      database.admin.deleteFrom('insight.edition').where('reference', '=', where.reference).execute(),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it(
    'are proposed by the register alone, and read before release by nobody but the two organisations',
    LONG,
    async () => {
      const path = await proposed(table(2011));
      const vng = await app.visitor(await anActor(database, 'analist', await anOrganisation(database, 'vng')));
      expect((await vng.page(PATH)).querySelector(`form[action="${PATH}"]`)).toBeNull();
      const form = await analyst.form(PATH, PATH);
      const own = await vng.form(PATH.replace('uitgaven', 'schatten'));
      const { _csrf = '', _sleutel = '' } = own.fields;
      const answer = await vng.send({
        ...form,
        fields: { ...form.fields, _csrf, _sleutel, titel: 'Van een ander', elders: 'ja', tabel: table(2012) },
      });
      expect(answer.statusCode).toBe(409);
      for (const by of [vng, second])
        for (const each of [path, `${path}.json`]) expect((await by.get(each)).statusCode).toBe(404);
      await asked(path);
      expect((await second.get(path)).statusCode).toBe(200);
      const other = await app.visitor(await anActor(database, 'analist', await anOrganisation(database, 'rapporteur')));
      for (const by of [vng, other]) expect((await by.get(path)).statusCode).toBe(404);
    },
  );

  it('show the second organisation what would come out, never what it was made from', LONG, async () => {
    const path = await proposed(table(2010));
    await asked(path);
    const body = (await second.get(path)).body + (await second.get(`${path}.json`)).body;
    expect(body).toContain('tabel-2010');
    expect(body).not.toContain('organisatie 1');
    const { cijfers } = JSON.parse((await second.get(`${path}.json`)).body);
    const small = cijfers.cells.filter(
      ({ people }: { people: number | null }) => people !== null && (people < 10 || people % 5 !== 0),
    );
    expect(small).toEqual([]);
  });

  it('come out once when two are agreed with at the same moment: the other check is stale', LONG, async () => {
    const paths = [
      await proposed(table(2015), 'De ene uitgave'),
      await proposed(table(2015, { 'arbeid 18-22': 60 }), 'De andere uitgave'),
    ];
    const approvals = [await asked(paths[0]!), await asked(paths[1]!)];
    const third = await app.visitor(await anActor(database, 'analist', office));
    const before = (await editions()).length;
    const answers = await Promise.all([agree(approvals[0]!), agree(approvals[1]!, third)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect((await editions()).length).toBe(before + 1);
    const loser = answers[0]!.statusCode === 409 ? paths[0]! : paths[1]!;
    expect((await analyst.page(loser)).querySelector('main')?.textContent).toContain('Laat opnieuw controleren');
  });

  it('are not agreed with twice, and not by who asked', LONG, async () => {
    const path = await proposed(table(2016));
    const approval = await asked(path);
    const third = await app.visitor(await anActor(database, 'analist', office));
    const forms = await Promise.all([second, third].map((by) => by.form(approval, `${approval}/besluit`)));
    const answers = await Promise.all(
      [second, third].map((by, nth) =>
        by.send({ ...forms[nth]!, fields: { ...forms[nth]!.fields, besluit: 'goedkeuren' } }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const asker = await analyst.page(approval);
    expect(asker.querySelector(`form[action="${approval}/besluit"]`)).toBeNull();
  });

  it('about a year that was revised are attacked together with the edition before', LONG, async () => {
    await released(table(2017), 'Het eerste cijfer');
    const path = await proposed(table(2017, { 'seksueel vanaf-23': 42 }), 'Drie mensen later');
    const words = (await analyst.page(path)).querySelector('main')?.textContent ?? '';
    expect(words).toMatch(/Samen bekeken met1 eerdere uitgaven/);
    const { cijfers } = JSON.parse((await analyst.get(`${path}.json`)).body);
    const cellAt = (...at: (string | null)[]) =>
      cijfers.cells.find((cell: { at: unknown }) => JSON.stringify(cell.at) === JSON.stringify(at))?.people;
    // six people more would be told by the total, by the row and by the column; what did not change may stay
    expect([cellAt(null, null), cellAt('seksueel', 'vanaf-23')]).toEqual([null, null]);
  });

  describe('and a cell that is hidden', () => {
    const HIDDEN = { vorm: 'crimineel', leeftijd: 'onder-18' };
    let reference: string;
    beforeAll(async () => {
      await released(table(2020), 'Met een verborgen getal');
      reference = (await editions()).at(-1)!.reference;
    });
    const read = async (path: string) => (await (await app.visitor()).get(path)).body;

    it('is hidden in the page, the file, the cube and the API, whatever is asked', LONG, async () => {
      const page = documentOf(await (await app.visitor()).get(`${PUBLIC}?uitgave=${reference}&jaar=2020`));
      const row = [...page.querySelectorAll('#tabel-2020-vorm-leeftijd tbody tr')].find((each) =>
        each.textContent?.startsWith('Criminele'),
      );
      expect(row?.querySelectorAll('td')[0]?.textContent).toBe('verborgen');
      const csv = (await read(`/open-data/geregistreerd.csv?uitgave=${reference}`)).split('\r\n');
      expect(csv.filter((line) => line.startsWith('2020,crimineel,onder-18,'))).toEqual([
        '2020,crimineel,onder-18,,true,"Voorbeeldgegevens, niet echt"',
      ]);
      const api = `/api/v1/cijfers/geregistreerd?uitgave=${reference}`;
      for (const filter of [
        '',
        '&vorm=crimineel',
        '&leeftijd=onder-18',
        '&jaar=2020&vorm=crimineel&leeftijd=onder-18',
      ]) {
        const { cellen } = JSON.parse(await read(`${api}${filter}`)) as {
          cellen: { eigenschappen: Record<string, string>; mensen: number | null }[];
        };
        const found = cellen.filter(({ eigenschappen }) => JSON.stringify(eigenschappen) === JSON.stringify(HIDDEN));
        expect(found.map(({ mensen }) => mensen)).toEqual([null]);
      }
      expect(JSON.parse(await read(`${api}&bijdrager=organisatie`)).cellen.length).toBeGreaterThan(0);
      const cube = JSON.parse(await read(`/open-data/geregistreerd.jsonstat.json?uitgave=${reference}`)).link.item[0];
      const at =
        cube.dimension.vorm.category.index.indexOf('crimineel') * cube.size[2] +
        cube.dimension.leeftijd.category.index.indexOf('onder-18');
      expect(cube.value[at]).toBeNull();
      expect(cube.value).toHaveLength(cube.size.reduce((product: number, size: number) => product * size, 1));
    });

    it('does not follow from any total by subtraction, in any format', LONG, async () => {
      const { cellen } = JSON.parse(await read(`/api/v1/cijfers/geregistreerd?uitgave=${reference}`)) as {
        cellen: { eigenschappen: Record<string, string>; mensen: number | null }[];
      };
      const at = (vorm: string, leeftijd: string) =>
        cellen.find(({ eigenschappen }) => eigenschappen.vorm === vorm && eigenschappen.leeftijd === leeftijd)?.mensen;
      const others = (values: readonly string[], of: (value: string) => number | null | undefined) => values.map(of);
      expect(others(['18-22', 'vanaf-23', 'onbekend', 'totaal'], (age) => at('crimineel', age))).toContain(null);
      expect(others(['seksueel', 'arbeid', 'anders', 'onbekend', 'totaal'], (form) => at(form, 'onder-18'))).toContain(
        null,
      );
    });

    it(
      'leaves no trace of its number: what comes out is made of shown figures alone, in every format (SDC-07)',
      LONG,
      async () => {
        const edition = (await editions()).find((each) => each.reference === reference)!;
        const { cells } = edition.body as unknown as { cells: { people: number | null }[] };
        const shown = new Set(cells.flatMap(({ people }) => (people === null ? [] : [people])));
        for (const people of shown) expect([people >= 10, people % 5]).toEqual([true, 0]);
        const isShown = (text: string) => text === '' || text === 'null' || shown.has(Number(text));
        const csv = (await read(`/open-data/geregistreerd.csv?uitgave=${reference}`)).trim().split('\r\n').slice(1);
        expect(csv.map((line) => line.split(',')[3]!).filter((text) => !isShown(text))).toEqual([]);
        const cube = JSON.parse(await read(`/open-data/geregistreerd.jsonstat.json?uitgave=${reference}`)).link.item[0];
        expect(cube.value.map(String).filter((text: string) => !isShown(text))).toEqual([]);
        const page = documentOf(await (await app.visitor()).get(`${PUBLIC}?uitgave=${reference}`));
        const inTables = [...page.querySelectorAll('table[id^="tabel-"] data')].map(
          (each) => each.getAttribute('value')!,
        );
        expect(inTables.length).toBeGreaterThan(5);
        expect(inTables.filter((text) => !isShown(text))).toEqual([]);
        // one placeholder for every hidden cell, in the page too: no tooltip, no other class, no empty cell
        const hidden = [...page.querySelectorAll('table[id^="tabel-"] td')].filter(
          (each) => !each.querySelector('data'),
        );
        expect(new Set(hidden.map((each) => each.innerHTML)).size).toBe(1);
        // and no count stands anywhere in what is kept for the public
        expect(JSON.stringify(edition.body)).not.toMatch(/bijdrager|organisatie|count|largest/);
      },
    );
  });

  it('are proposed and read before release by the role alone', LONG, async () => {
    const path = await proposed(table(2008));
    const municipality = await anOrganisation(database);
    for (const role of ['beleidsmedewerker', 'bestuurder', 'beheerder'] as const) {
      const visitor = await app.visitor(await anActor(database, role, municipality));
      for (const each of [PATH, path, `${path}.json`, `${PATH}/voorbeeld.csv`])
        expect([each, (await visitor.get(each)).statusCode]).toEqual([each, 403]);
    }
    const nobody = await app.visitor();
    for (const each of [PATH, path]) expect((await nobody.get(each)).statusCode).toBe(303);
  });

  it.each([
    [{ tabel: '' }, 'tabel', /Kies een bestand, of plak/],
    [
      { tabel: 'jaar;gemeente;bijdrager;aantal\n2020;Utrecht;a;3' },
      'tabel',
      /Regel 1, kolom 2: hier staat een gemeente/,
    ],
    [{ tabel: 'jaar;gebied;bijdrager;aantal\n2020;GM0344;a;3' }, 'tabel', /Regel 2, kolom 2: hier staat een gemeente/],
    [
      { tabel: 'jaar;vorm;bijdrager;aantal\n2020;zomaar;a;3' },
      'tabel',
      /Regel 2, kolom 2: deze waarde kennen wij niet/,
    ],
    [{ tabel: 'jaar;vorm;bijdrager;aantal\n2020;arbeid;a;-3' }, 'tabel', /Regel 2, kolom 4: zet hier een heel getal/],
    [{ tabel: 'jaar;vorm;bijdrager;aantal\n2020;arbeid;a;2,5' }, 'tabel', /Regel 2, kolom 4: zet hier een heel getal/],
    [{ tabel: 'jaar;vorm;bijdrager;aantal\n2999;arbeid;a;3' }, 'tabel', /dit jaar is nog niet voorbij/],
    [{ tabel: 'jaar;vorm;aantal\n2020;arbeid;3' }, 'tabel', /geen kolom “bijdrager”/],
    [
      { tabel: 'jaar;vorm;leeftijd;geslacht;melder;bijdrager;aantal\n2020;arbeid;18-22;man;politie;a;3' },
      'tabel',
      /hoogstens drie/,
    ],
    [{ tabel: 'jaar;naam;bijdrager;aantal\n2020;Fatima;a;3' }, 'tabel', /Regel 1, kolom 2: deze kolom kennen wij niet/],
    [{ tabel: table(2020), titel: 'x' }, 'titel', /ten minste vijf/],
    [{ tabel: table(2020), elders: '' }, 'elders', /Bevestig/],
  ])('say beside the field what is wrong with a proposal and where: %j', LONG, async (fields, field, words) => {
    const answer = await send(fields as Readonly<Record<string, string>>);
    expect(answer.statusCode).toBe(400);
    const page = documentOf(answer);
    expect(page.getElementById(`veld-${field}-fout`)?.textContent).toMatch(words);
    expect(page.querySelector('textarea')?.textContent).toBe(
      (fields as { tabel: string }).tabel.replaceAll('\r\n', '\n'),
    );
  });

  it('are not asked for without a safe check, nor after another edition came out', LONG, async () => {
    const path = await proposed(table(2013));
    const form = await analyst.form(path, `${path}/vragen`);
    await released(table(2014), 'Kwam ertussen');
    const answer = await analyst.send({
      ...form,
      fields: { ...form.fields, bureau: office.id, reden: 'Voor het jaarbeeld.' },
    });
    expect(answer.statusCode).toBe(409);
    const again = await analyst.form(path, `${path}/controleren`);
    expect((await analyst.send(again)).statusCode).toBe(303);
    await checked(path);
    await asked(path);
  });
});
