import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type FilledForm, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { layRegister } from '../support/register-lists.ts';

const PATH = '/analyse/schatten';
const TABLE = 'A;B;C;aantal\r\n1;0;0;60\r\n0;1;0;49\r\n0;0;1;247\r\n1;1;0;4\r\n1;0;1;112\r\n0;1;1;142\r\n1;1;1;12\r\n';
const LONG = { timeout: 60_000 };

describe('an estimate by an analyst', () => {
  let database: TestDatabase;
  let app: TestApp;
  let home: TestOrganisation;
  let actor: Actor;
  let visitor: Visitor;
  let form: FilledForm;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    home = await anOrganisation(database);
    await newAnalyst();
  });
  afterAll(() => app.server.close());

  async function newAnalyst(organisation = home) {
    actor = await anActor(database, 'analist', organisation);
    visitor = await app.visitor(actor);
    form = await visitor.form(PATH);
  }
  const ask = (fields: Readonly<Record<string, string>>) =>
    visitor.send({ ...form, fields: { ...form.fields, herhalingen: '100', ...fields } });

  /** The page of the run, once it says how it ended. */
  async function ended(path: string): Promise<Document> {
    for (;;) {
      const answer = await visitor.get(path);
      if (!answer.headers.refresh) return documentOf(answer);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const runs = () =>
    database.admin.selectFrom('insight.run').selectAll().where('tenant_id', '=', actor.organisationId).execute();

  async function upload(name: string, bytes: Buffer) {
    const boundary = '----proef';
    const fields = { ...form.fields, herhalingen: '0' };
    const parts = Object.entries(fields).map(
      ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="bestand"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
    return visitor.request({
      method: 'POST',
      url: PATH,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
  }

  it('leads to a page that refreshes itself until the result is there, and is kept to repeat', LONG, async () => {
    await newAnalyst();
    const answer = await ask({ tabel: TABLE, begingetal: '7' });
    expect(answer.statusCode).toBe(303);
    const path = String(answer.headers.location);
    const page = await ended(path);
    expect(page.querySelector('#methoden')?.textContent).toContain('731');
    expect(page.querySelector('main')?.textContent).toContain('Eigen berekening, geen officiële schatting');
    expect(page.querySelector('main')?.textContent).toContain('Nationaal Rapporteur en UNODC');

    const whole = JSON.parse((await visitor.get(`${path}.json`)).body);
    expect(whole).toMatchObject({ stand: 'done', opties: { seed: 7, bootstrap: 100 }, uitkomst: { observed: 626 } });
    expect(whole.tabel).toContain('"A","B","C","count"');

    const again = await visitor.send(await visitor.form(path));
    const repeated = await ended(String(again.headers.location));
    expect(repeated.querySelector('.utrecht-alert--ok')?.textContent).toContain('Alle getallen zijn gelijk');
  });

  it('can be read and repeated by a colleague with the role, and by nobody elsewhere', LONG, async () => {
    await newAnalyst();
    const path = String((await ask({ tabel: TABLE, herhalingen: '0' })).headers.location);
    await ended(path);
    const colleague = await app.visitor(await anActor(database, 'analist', home));
    expect((await colleague.get(path)).statusCode).toBe(200);
    expect((await colleague.send(await colleague.form(path))).statusCode).toBe(303);
    const stranger = await app.visitor(await anActor(database, 'analist', await anOrganisation(database)));
    for (const each of [path, `${path}.json`]) expect((await stranger.get(each)).statusCode).toBe(404);
    const boss = await app.visitor(await anActor(database, 'beleidsmedewerker', home));
    expect((await boss.get(path)).statusCode).toBe(403);
  });

  it('is stopped by who asked for it, and by nobody else', LONG, async () => {
    await newAnalyst(await anOrganisation(database));
    const path = String((await ask({ tabel: TABLE, herhalingen: '5000', latent: 'ja' })).headers.location);
    const colleague = await app.visitor(
      await anActor(database, 'analist', {
        id: actor.organisationId,
        code: actor.organisationCode,
        name: actor.organisationName,
      }),
    );
    expect((await colleague.page(path)).querySelector(`form[action="${path}/stoppen"]`)).toBeNull();
    const form = await visitor.form(path, `${path}/stoppen`);
    const own = await colleague.form(PATH);
    const { _csrf = '', _sleutel = '' } = own.fields;
    expect((await colleague.send({ ...form, fields: { _csrf, _sleutel } })).statusCode).toBe(404);
    expect((await visitor.send(form)).statusCode).toBe(303);
    const page = await ended(path);
    expect(page.querySelector('main')?.textContent).toContain('heeft haar stopgezet');
    expect(await runs()).toMatchObject([{ ending: 'cancelled', study: null }]);
    // and the next one may begin
    expect((await ask({ tabel: TABLE, herhalingen: '0', _sleutel: `${form.fields._sleutel}-2` })).statusCode).toBe(303);
  });

  it('gives a total per group when columns are properties', LONG, async () => {
    await newAnalyst(await anOrganisation(database));
    const rows = ['vrouw', 'man'].flatMap((who, nth) =>
      ['1;0', '0;1', '1;1'].map((on, at) => `${on};${who};${[60, 50, 20][at]! - 10 * nth}`),
    );
    const tabel = ['A;B;geslacht;aantal', ...rows].join('\n');
    expect((await ask({ tabel, herhalingen: '0' })).statusCode).toBe(400);
    const answer = await ask({ tabel, herhalingen: '0', kenmerken: 'geslacht' });
    expect(answer.statusCode).toBe(303);
    const path = String(answer.headers.location);
    const words = (await ended(path)).querySelector('main')?.textContent ?? '';
    expect(words).toMatch(/Per groep.*geslacht: man.*geslacht: vrouw/s);
    const whole = JSON.parse((await visitor.get(`${path}.json`)).body);
    expect(whole.narekenen).toContain('--covariates geslacht');
    expect(whole.uitkomst.groups.groups).toHaveLength(2);
    const again = await visitor.send(await visitor.form(path, `${path}/herhalen`));
    const repeated = await ended(String(again.headers.location));
    expect(repeated.querySelector('.utrecht-alert--ok')?.textContent).toContain('Alle getallen zijn gelijk');
  });

  it('offers the published Dutch table to reckon with', async () => {
    const page = await visitor.page(`${PATH}?tabel=nederland`);
    expect(page.querySelector('textarea')?.textContent).toContain('4466');
    expect((await visitor.page(PATH)).querySelector('textarea')?.textContent).toBe('');
  });

  it('takes a file as Dutch Excel saves it, with its byte order mark or in the older alphabet', LONG, async () => {
    for (const bytes of [Buffer.from(`\uFEFF${TABLE}`), Buffer.from(TABLE.replace('A;B', 'Coördinator;B'), 'latin1')]) {
      await newAnalyst(await anOrganisation(database));
      const answer = await upload('lijsten.csv', bytes);
      expect(answer.statusCode).toBe(303);
      await ended(String(answer.headers.location));
      expect(await runs()).toMatchObject([{ observed: 626, ending: 'done' }]);
    }
    expect((await runs())[0]?.capture_table).toContain('"Coördinator"');
  });

  it.each([
    [{ tabel: '' }, 'tabel', /Kies een bestand, of plak/],
    [{ tabel: 'A;B;aantal\n1;0;3\n1;2;4\n' }, 'tabel', /Regel 3, kolom 2: zet hier 0 of 1/],
    [{ tabel: 'A;B;aantal\n1;0;-3\n' }, 'tabel', /Regel 2: een aantal kan niet onder nul/],
    [{ tabel: 'A;B;aantal\n1;0;2,5\n' }, 'tabel', /Regel 2: een aantal is een heel getal/],
    [{ tabel: 'A;B\n1;0\n' }, 'tabel', /noem de laatste kolom/],
    [{ tabel: TABLE, herhalingen: 'veel' }, 'herhalingen', /Vul 0 in/],
    [{ tabel: TABLE, drempel: '2' }, 'drempel', /van 0 tot en met 1/],
    [{ tabel: TABLE, begingetal: '1,5' }, 'begingetal', /heel getal/],
  ])('says beside the field what is wrong and where: %j', async (fields, field, words) => {
    await newAnalyst(await anOrganisation(database));
    const answer = await ask(fields);
    expect(answer.statusCode).toBe(400);
    const page = documentOf(answer);
    expect(page.getElementById(`veld-${field}-fout`)?.textContent).toMatch(words);
    expect(page.querySelector('textarea')?.textContent).toBe(fields.tabel.replaceAll('\r\n', '\n'));
    expect(await runs()).toHaveLength(0);
  });

  it('shows what is wrong with a file beside the file', async () => {
    const answer = await upload('lijsten.csv', Buffer.from('A;B;aantal\n1;x;3\n'));
    expect(answer.statusCode).toBe(400);
    expect(documentOf(answer).getElementById('veld-bestand-fout')?.textContent).toContain('Regel 2, kolom 2');
  });

  it('refuses a number where the lists overlap too little', LONG, async () => {
    await newAnalyst();
    const page = await ended(String((await ask({ tabel: 'A,B,count\n1,0,30\n0,1,40\n1,1,3\n' })).headers.location));
    expect(page.querySelector('main')?.textContent).toContain('Wij geven geen getal');
    expect(page.querySelector('#methoden')).toBeNull();
  });

  it('is one at a time for a person, also when both are asked at the same moment', LONG, async () => {
    await newAnalyst(await anOrganisation(database));
    const other = await visitor.form(PATH);
    const fields = { tabel: TABLE, herhalingen: '5000' };
    const answers = await Promise.all([
      ask(fields),
      visitor.send({ ...other, fields: { ...other.fields, ...fields } }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const refused = answers.find(({ statusCode }) => statusCode === 409)!;
    expect(documentOf(refused).getElementById('veld-tabel-fout')?.textContent).toContain('Er loopt nog een berekening');
    expect(await runs()).toHaveLength(1);
    await ended(String(answers.find(({ statusCode }) => statusCode === 303)!.headers.location));
  });

  it('that was lost with its server says so, and makes place', LONG, async () => {
    await newAnalyst(await anOrganisation(database));
    const path = String((await ask({ tabel: TABLE, herhalingen: '0' })).headers.location);
    await ended(path);
    await database.admin
      .updateTable('insight.run')
      .set({ ending: null, ended_at: null, study: null, requested_at: new Date('2020-01-01') })
      .where('tenant_id', '=', actor.organisationId)
      .execute();
    expect((await ended(path)).querySelector('main')?.textContent).toContain('De server is gestopt');
    expect((await visitor.send(await visitor.form(path))).statusCode).toBe(303);
    const states = (await runs()).map(({ ending }) => ending);
    expect(states).toContain('lost');
  });

  it('that is stopped on the way becomes a state, not a crash', LONG, async () => {
    const own = await testApp(database);
    const who = await anActor(database, 'analist', await anOrganisation(database));
    const guest = await own.visitor(who);
    const asked = await guest.form(PATH);
    await guest.send({ ...asked, fields: { ...asked.fields, tabel: TABLE, herhalingen: '5000' } });
    await own.server.close();
    const rows = await database.admin
      .selectFrom('insight.run')
      .selectAll()
      .where('tenant_id', '=', who.organisationId)
      .execute();
    expect(rows).toMatchObject([{ ending: 'died', study: null }]);
  });

  it('goes on when the page is closed while it computes, and is there for who comes back', LONG, async () => {
    await newAnalyst(await anOrganisation(database));
    const path = String((await ask({ tabel: TABLE, herhalingen: '2000' })).headers.location);
    // the page is looked at once and closed; nobody asks again until it is done
    await visitor.get(path);
    for (;;) {
      if ((await runs())[0]!.ending !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const [run, ...more] = await runs();
    expect([run!.ending, run!.study !== null, more]).toEqual(['done', true, []]);
    // the same colleague in another browser: the result is there, and a next run is taken
    const later = await app.visitor(actor);
    expect(documentOf(await later.get(path)).querySelector('#methoden')?.textContent).toContain('731');
    const next = await later.form(PATH);
    const asked = await later.send({ ...next, fields: { ...next.fields, tabel: TABLE, herhalingen: '0' } });
    expect(asked.statusCode).toBe(303);
  });

  it('takes the lists of a year of its own register, and says how many nobody named', async () => {
    const register = await anOrganisation(database, 'comensha');
    await newAnalyst(register);
    await layRegister(database, actor, [
      { on: ['POL'], persons: 40, received: '2025-03-01' },
      { on: ['GEM'], persons: 30, received: '2025-04-01', isNameless: true },
      { on: ['POL', 'GEM'], persons: 12, received: '2025-05-01' },
      { on: ['POL'], persons: 20, received: '2024-05-01' },
      { on: ['GEM', 'POL'], persons: 3, received: '2024-06-01' },
    ]);
    const page = await visitor.page(PATH);
    const rows = [
      ...page.querySelectorAll('#eigen-lijsten ~ * tbody tr, section[aria-labelledby=eigen-lijsten] tbody tr'),
    ];
    expect(rows.map((row) => [...row.querySelectorAll('td, th')].slice(0, 4).map((cell) => cell.textContent))).toEqual([
      ['Neem 2025', '82', '12', '30'],
      ['2024', '23', '3', '0'],
    ]);
    expect(rows[1]!.textContent).toContain('Kan niet.');
    const taken = await visitor.page(`${PATH}?lijsten=2025`);
    const text = taken.querySelector('textarea[name=tabel]')!.textContent!;
    expect(text.split('\n')[0]).toContain('Politie');
    expect(taken.querySelector('main')?.textContent).toContain('van 30 geen naam bekend');
    // what stands in the field computes; a browser reads the quotes in it, this parser does not
    const answer = await ask({ tabel: text.replaceAll('&quot;', '"') });
    expect(answer.statusCode).toBe(303);
    expect((await ended(String(answer.headers.location))).querySelector('main')?.textContent).toContain('82');
  });

  it('refuses a year that is too thin, a year that is not there, and the lists of another organisation', async () => {
    const register = await anOrganisation(database, 'comensha');
    await newAnalyst(register);
    await layRegister(database, actor, [
      { on: ['POL'], persons: 20, received: '2024-05-01' },
      { on: ['GEM', 'POL'], persons: 3, received: '2024-06-01' },
    ]);
    for (const year of ['2024', '1999', 'x']) {
      const page = await visitor.page(`${PATH}?lijsten=${year}`);
      expect([year, page.querySelector('textarea[name=tabel]')!.textContent]).toEqual([year, '']);
      expect(page.querySelector('main')!.textContent!.includes('zijn te dun')).toBe(year === '2024');
    }
    await newAnalyst(await anOrganisation(database, 'vng'));
    const elsewhere = await visitor.page(`${PATH}?lijsten=2024`);
    expect(elsewhere.querySelector('#eigen-lijsten')).toBeNull();
    expect(elsewhere.querySelector('main')?.textContent).toContain('kan alleen overnemen wie werkt bij de organisatie');
  });
});
