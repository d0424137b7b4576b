import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { focalPointFields } from '../support/focal-point-fields.ts';

const [ZWOLLE, ASSEN, EMMEN, VLIELAND] = ['GM0193', 'GM0106', 'GM0114', 'GM0096'];

interface MonitorJson {
  readonly versie: string;
  readonly gemeenten: readonly { gemeentecode: string; stand: string; vervaldatum: string | null }[];
}

describe('the monitor', () => {
  let database: TestDatabase;
  let app: TestApp;
  let adviser: Visitor;
  let today: PlainDate;

  const idOf = async (code: string) =>
    (
      await database.admin
        .selectFrom('organisations.organisation')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id;

  async function publish(code: string, element: string, from: number, until: number, state = 'present') {
    await database.admin
      .insertInto('approach.standing')
      .values({
        tenant_id: await idOf(code),
        element,
        state,
        decided_on: addDays(today, from),
        lapses_on: addDays(today, until),
        evidence_kind: 'opgave',
        published_at: new Date(),
      })
      .execute();
  }

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    adviser = await app.visitor(await anActor(database, 'vng-adviseur', await anOrganisation(database, 'vng')));
    today = dutchDay(await readClock(database.kysely));
    await publish(ZWOLLE!, 'K7.1', -10, 120);
    await publish(ASSEN!, 'K2.1', -400, 300);
    await publish(EMMEN!, 'K2.1', -800, -70);
    await publish(VLIELAND!, 'K2.1', -30, 300, 'regional');
  });
  afterAll(() => database.close());

  const main = async (path: string) => (await adviser.page(path)).querySelector('main')!;
  const title = async (path: string) => (await main(path)).querySelector('figure h2')?.textContent;
  const names = async (path: string) =>
    [...(await main(path)).querySelectorAll('#tabel tbody th a')].map((link) => link.textContent);
  const option = async (path: string, field: string, value: string) =>
    (await main(path)).querySelector(`select[name=${field}] option[value="${value}"]`)?.textContent;
  const stateOf = async () => {
    const answer = await adviser.get('/monitor.json?onderdeel=K7.1');
    return answer.json<MonitorJson>().gemeenten.find(({ gemeentecode }) => gemeentecode === ZWOLLE);
  };

  describe('elements', () => {
    it('shows the element in its address, with how old it is, and keeps it in the figures', async () => {
      expect(await title('/monitor')).toContain('een aandachtsfunctionaris met vervanger');
      expect(await title('/monitor?onderdeel=K1.1')).toContain('vastgesteld beleid');
      expect(await title('/monitor?onderdeel=K7.1')).toMatch(/^Bij 1 van de \d+ gemeenten is de aanpak geborgd/);
      const page = await main('/monitor?onderdeel=K7.1&stand=geregeld');
      const table = page.querySelector('#tabel')!.textContent;
      expect(table).toContain('Zwolle');
      expect(table).toContain(`${writeDutchDate(addDays(today, -10))} (minder dan een maand)`);
      expect(page.querySelector('select[name=onderdeel] option[selected]')?.getAttribute('value')).toBe('K7.1');
      expect((await adviser.get('/monitor.json?onderdeel=K7.1')).json()).toMatchObject({ id: 'monitor-K7.1' });
    });

    it('says how many have each element, and leads to its map', async () => {
      const rows = [...(await main('/monitor')).querySelectorAll('.ib-bars tbody tr')];
      expect(rows).toHaveLength(7);
      expect(rows[0]!.textContent).toBe('Aandachtsfunctionaris en vervanger2 geregeld, 1 vervallen');
      expect(rows.map((row) => row.querySelector('a')?.getAttribute('href'))).toContain('/monitor?onderdeel=K7.1');
      expect(rows[0]!.querySelector('a')?.getAttribute('aria-current')).toBe('true');
    });

    it('stands side by side for who asks', async () => {
      const table = (await main('/monitor?tabel=alle&naam=zwolle')).querySelector('#tabel')!;
      expect([...table.querySelectorAll('thead th')]).toHaveLength(8);
      expect(table.querySelector('tbody tr')?.textContent).toMatch(/^Zwolle.*Geborgd$/);
    });
  });

  describe('filters', () => {
    it('show only what is asked, on map and table, and say so', async () => {
      const page = await main('/monitor?provincie=PV22&stand=geregeld');
      expect(await names('/monitor?provincie=PV22&stand=geregeld')).toEqual(['Assen']);
      expect([...page.querySelectorAll('svg[data-hex-map] a title')].map((each) => each.textContent)).toEqual([
        `Assen: geregeld tot ${writeDutchDate(addDays(today, 300))}`,
      ]);
      expect(page.textContent).toContain('U ziet 1 van de 342 gemeenten: provincie Drenthe, stand «Geregeld».');
      expect(page.querySelector('figure h2')?.textContent).toMatch(/^1 van de 12 gemeenten in provincie Drenthe gaven/);
    });

    it('know police units and safety regions', async () => {
      const drenthe = await names('/monitor?veiligheidsregio=VR03');
      expect(drenthe).toHaveLength(12);
      expect(drenthe).toContain('Assen');
      expect(await option('/monitor', 'politieEenheid', 'PE01')).toMatch(/^Noord-Nederland \(\d+\)$/);
      expect((await names('/monitor?politieEenheid=PE01&naam=ass')).sort()).toEqual(['Assen']);
    });

    it('say with every choice how many it would show', async () => {
      expect(await option('/monitor?provincie=PV22', 'stand', 'geregeld')).toBe('Geregeld (1)');
      expect(await option('/monitor?provincie=PV22', 'stand', 'vervallen')).toBe('Vervallen (1)');
      expect(await option('/monitor?stand=regionaal', 'provincie', 'PV21')).toBe('Fryslân (1)');
      expect(await option('/monitor?stand=regionaal', 'provincie', 'PV22')).toBe('Drenthe (0)');
      expect(await option('/monitor', 'borging', 'geborgd')).toBe('Geborgd (1)');
      expect(await names('/monitor?borging=geborgd')).toEqual(['Zwolle']);
    });

    it('leave out a region that no source knows, and say why', async () => {
      const drop = database.admin
        .updateTable('organisations.region_membership')
        .set({ region_id: null })
        .where('region_kind', '=', 'police-unit');
      const kept = await database.admin
        .selectFrom('organisations.region_membership')
        .selectAll()
        .where('region_kind', '=', 'police-unit')
        .execute();
      await drop.where('organisation_id', '=', await idOf(ASSEN!)).execute();
      expect(await option('/monitor', 'politieEenheid', 'onbekend')).toBe('Onbekend (1)');
      expect(await names('/monitor?politieEenheid=onbekend')).toEqual(['Assen']);
      await drop.execute();
      const page = await main('/monitor');
      expect(page.querySelector('[name=politieEenheid]')).toBeNull();
      expect(page.textContent).toContain('Bij welke politie-eenheid een gemeente hoort, is onbekend');
      for (const { organisation_id, region_id } of kept)
        await database.admin
          .updateTable('organisations.region_membership')
          .set({ region_id })
          .where('organisation_id', '=', organisation_id)
          .where('region_kind', '=', 'police-unit')
          .execute();
    });

    it('follow a region that changes on its day', async () => {
      const membership = (from: PlainDate, until: PlainDate | null, region: string) => ({
        region_kind: 'safety-region',
        region_id: region,
        valid_from: from,
        valid_until: until,
        source: 'test',
      });
      const [emmen, north, drenthe] = [await idOf(EMMEN!), await idOf('VR01'), await idOf('VR03')];
      const next = await idOf('VR02');
      const change = database.admin.transaction();
      await change.execute(async (tx) => {
        const of = tx.deleteFrom('organisations.region_membership').where('organisation_id', '=', emmen);
        await of.where('region_kind', '=', 'safety-region').execute();
        await tx
          .insertInto('organisations.region_membership')
          .values([
            { organisation_id: emmen, ...membership('1900-01-01' as PlainDate, today, drenthe) },
            { organisation_id: emmen, ...membership(today, addDays(today, 1), north) },
            { organisation_id: emmen, ...membership(addDays(today, 1), null, next) },
          ])
          .execute();
      });
      expect(await names('/monitor?veiligheidsregio=VR03&naam=emmen')).toEqual([]);
      expect(await names('/monitor?veiligheidsregio=VR01&naam=emmen')).toEqual(['Emmen']);
    });

    it('teach what to do when nothing is found', async () => {
      const page = await main('/monitor?naam=nergenshuizen');
      expect(page.querySelector('#tabel')).toBeNull();
      expect(page.querySelector('.ib-empty')?.textContent).toContain('Geen gemeente gevonden');
      expect(page.querySelector('.ib-empty a')?.getAttribute('href')).toBe('/monitor');
      expect(page.querySelectorAll('figure')).toHaveLength(0);
      const noState = await main('/monitor?provincie=PV24&stand=openbare-bron');
      expect(noState.querySelector('figure h2')?.textContent).toMatch(/^0 van de 6 gemeenten in provincie Flevoland/);
      expect(noState.querySelector('.ib-empty a')?.getAttribute('href')).toBe('/monitor?provincie=PV24');
    });
  });

  describe('pages of the table', () => {
    const pageOf = async (path: string) => ({
      names: await names(path),
      caption: (await main(path)).querySelector('#tabel caption')?.textContent,
    });

    it('hold 25 municipalities each, and all of them together', async () => {
      const all: (string | null)[] = [];
      for (let page = 1; page <= 14; page++) all.push(...(await names(`/monitor?pagina=${page}`)));
      expect([all.length, new Set(all).size]).toEqual([342, 342]);
    });

    it('keep the filter and lead to the table', async () => {
      const page = await main('/monitor?onderdeel=K1.1&stand=niet-bekend&pagina=2');
      const links = [...page.querySelectorAll('nav.ib-pagination a')].map((link) => link.getAttribute('href'));
      expect(links).toContain('/monitor?onderdeel=K1.1&stand=niet-bekend&pagina=3#gemeenten');
      expect(links[0]).toBe('/monitor?onderdeel=K1.1&stand=niet-bekend#gemeenten');
    });

    it.each([
      ['0', 'pagina 1 van 14'],
      ['-3', 'pagina 1 van 14'],
      ['abc', 'pagina 1 van 14'],
      ['2.5', 'pagina 1 van 14'],
      ['14', 'pagina 14 van 14'],
      ['15', 'pagina 14 van 14'],
      ['99999999999', 'pagina 1 van 14'],
    ])('stay within what there is: %s', async (asked, expected) => {
      const { names, caption } = await pageOf(`/monitor?pagina=${asked}`);
      expect(caption).toContain(expected);
      expect(names.length).toBeGreaterThan(0);
    });

    it('order by what ends first, and by the oldest decision', async () => {
      expect((await names('/monitor?volgorde=einddatum')).slice(0, 3)).toEqual(['Emmen', 'Assen', 'Vlieland']);
      expect((await names('/monitor?volgorde=oudste')).slice(0, 3)).toEqual(['Emmen', 'Assen', 'Vlieland']);
      expect((await names('/monitor?volgorde=einddatum&pagina=2')).length).toBe(25);
    });
  });

  describe('an address that cannot be understood', () => {
    it.each([
      ['onderdeel=K3.4', 'onderdeel', 'niet op de monitor'],
      ['provincie=PV99', 'provincie', 'Kies er een uit de lijst'],
      ['politieEenheid=PE%00', 'politieEenheid', 'Kies er een uit de lijst'],
      ['veiligheidsregio=VR03%27--', 'veiligheidsregio', 'Kies er een uit de lijst'],
      ['stand=lapsed', 'stand', 'Kies er een uit de lijst'],
      ['borging=toString', 'borging', 'Kies bij borging er een'],
      [`naam=${'a'.repeat(101)}`, 'naam', 'hoogstens 100 tekens'],
      ['volgorde=__proto__', 'volgorde', 'Kies een volgorde'],
    ])('%s: says what to do beside the field, and shows the country', async (query, field, text) => {
      const answer = await adviser.get(`/monitor?${query}`);
      const page = documentOf(answer);
      expect([answer.statusCode, page.title]).toEqual([400, '(1 invoerfout) Monitor – In Beeld']);
      expect(page.getElementById(`veld-${field}-fout`)?.textContent).toContain(text);
      expect(page.querySelectorAll('svg[data-hex-map] a').length).toBe(342);
      for (const path of ['/monitor.json', '/monitor/data.json', '/monitor/data.csv', '/monitor/verloop.json']) {
        const data = await adviser.get(`${path}?${query}`);
        expect([data.statusCode, data.headers['content-type']]).toEqual([
          400,
          'application/problem+json; charset=utf-8',
        ]);
        expect(data.json<{ errors: unknown }>().errors).toMatchObject([{ location: { name: field } }]);
      }
    });

    it('takes the first of a name that is there twice, and forgets what it does not know', async () => {
      expect(await names('/monitor?naam=zwolle&naam=emmen&iets=anders')).toEqual(['Zwolle']);
      expect((await adviser.get('/monitor?provincie[]=PV22')).statusCode).toBe(200);
    });
  });

  describe('the trend', () => {
    const trend = async (query = '') =>
      (await adviser.get(`/monitor/verloop.json?onderdeel=K5.5${query}`)).json<{
        verloop: { dag: string; geregeld: number; vervallen: number; gemeenten: number; gebied: string }[];
      }>().verloop;

    beforeAll(async () => {
      const change = async (code: string, from: number, until: number | undefined, at: number) => ({
        tenant_id: await idOf(code),
        id: newId(),
        element: 'K5.5',
        state: until === undefined ? 'withdrawn' : 'present',
        begins_on: addDays(today, from),
        lapses_on: until === undefined ? null : addDays(today, until),
        changed_at: new Date(Date.parse(today) + at * 86_400_000),
      });
      await database.admin
        .insertInto('approach.standing_change')
        .values([
          await change(ASSEN!, -700, -400, -700),
          await change(ASSEN!, -200, 400, -200),
          await change(EMMEN!, -600, 100, -600),
          await change(EMMEN!, -100, undefined, -100),
          await change(ZWOLLE!, -500, 500, -500),
        ])
        .execute();
    });

    it('counts what was published for each day, quarter by quarter up to today', async () => {
      const points = await trend();
      expect(points.at(-1)).toMatchObject({
        dag: today,
        geregeld: 2,
        vervallen: 0,
        gemeenten: 342,
        gebied: 'Nederland',
      });
      const on = (days: number) => points.findLast(({ dag }) => dag <= addDays(today, days))!;
      expect(on(-300)).toMatchObject({ geregeld: 2, vervallen: 1 });
      expect(points.filter(({ geregeld }) => geregeld > 3)).toEqual([]);
      expect(points.every(({ dag }) => /-(03-31|06-30|09-30|12-31)$/.test(dag) || dag === today)).toBe(true);
    });

    it('counts the chosen region, as it was on each day', async () => {
      // Emmen was in this region until today
      const points = await trend('&veiligheidsregio=VR03');
      expect(points.at(-1)).toMatchObject({ geregeld: 1, gemeenten: 11, gebied: 'veiligheidsregio Drenthe' });
      expect(points.at(-2)).toMatchObject({ gemeenten: 12 });
    });

    it('stands on the page as a line with its table, per quarter or per year', async () => {
      const page = await main('/monitor?onderdeel=K5.5&trend=jaar');
      const figure = page.querySelector('#monitor-verloop-K5\\.5')!;
      expect(figure.querySelector('h3')?.textContent).toMatch(/^Nu is dit geregeld bij 2 van de 342 gemeenten; op /);
      expect(figure.querySelectorAll('.ib-line--0 circle').length).toBeGreaterThan(1);
      const days = [...figure.querySelectorAll('details tbody time')].map((day) => day.getAttribute('datetime')!);
      expect(days.slice(0, -1).every((day) => day.endsWith('-12-31'))).toBe(true);
      expect(days.at(-1)).toBe(today);
      expect((await main('/monitor?onderdeel=K2.2')).textContent).toContain('Er is nog geen verloop');
    });

    it('keeps what was recorded as a change, and what says the same only once', async () => {
      const organisation = await anOrganisation(database);
      const officer = await app.visitor(await anActor(database, 'beleidsmedewerker', organisation));
      const record = async (until: string) => {
        const form = await officer.form('/aanpak/K2.1');
        const answer = await officer.send({
          ...form,
          fields: { ...form.fields, ...focalPointFields('Noor Fictief'), geldigTot: until },
        });
        expect(answer.statusCode).toBe(303);
      };
      const changes = () =>
        database.admin
          .selectFrom('approach.standing_change')
          .select(['element', 'state', 'lapses_on'])
          .where('tenant_id', '=', organisation.id)
          .orderBy('changed_at')
          .execute();
      const [first, second] = [addDays(today, 300), addDays(today, 500)];
      await record(writeDutchDate(first));
      await record(writeDutchDate(first));
      await record(writeDutchDate(second));
      expect(await changes()).toEqual([
        { element: 'K2.1', state: 'present', lapses_on: first },
        { element: 'K2.1', state: 'present', lapses_on: second },
      ]);
    });
  });

  it('costs at most ten statements, whatever is asked', async () => {
    for (const path of [
      '/monitor',
      '/monitor?provincie=PV22&trend=jaar',
      '/monitor/verloop.csv',
      '/monitor/data.csv',
    ]) {
      const answer = await adviser.get(path);
      const statements = Number(/desc="(\d+)"/.exec(String(answer.headers['server-timing']))?.[1]);
      expect([path, statements <= 10]).toEqual([path, true]);
    }
  });

  // the last: the clock goes one way
  it('shows a lapse the moment its day begins', async () => {
    expect(await stateOf()).toMatchObject({ stand: 'geregeld', vervaldatum: addDays(today, 120) });
    await (await app.visitor()).post('/demo/klok', { vooruit: 'P120D' });
    expect(await stateOf()).toMatchObject({ stand: 'vervallen' });
    expect(await names('/monitor?onderdeel=K7.1&stand=vervallen')).toEqual(['Zwolle']);
  });
});
