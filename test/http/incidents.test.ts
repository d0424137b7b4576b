import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PAGE = '/privacyloket/datalekken';
const REPORT = {
  oefening: 'nee',
  soort: 'sent-wrong',
  wat: 'Een lijst ging naar een verkeerd adres.',
  'ontdekt-dag': '1',
  'ontdekt-maand': '1',
  'ontdekt-jaar': '2026',
  ontdekt: '01-01-2026',
  tijd: '14:30',
  gegevens: 'contact',
  mensen: 'few',
  gevaar: 'unknown',
  verwerker: 'nee',
  groot: 'no',
  gedaan: 'De ontvanger is gevraagd de lijst weg te gooien.',
};

describe('the breach desk', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let fg: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  afterAll(async () => app?.server.close());
  beforeEach(async () => {
    here = await anOrganisation(database);
    fg = await app.visitor(await anActor(database, 'fg', here));
  });

  async function report(change: Record<string, string> = {}) {
    const form = await fg.form(`${PAGE}/nieuw`, PAGE);
    return fg.send({ ...form, fields: { ...form.fields, ...REPORT, ...change } });
  }
  const reported = async (change: Record<string, string> = {}) => {
    const answer = await report(change);
    expect(answer.statusCode).toBe(303);
    return answer.headers.location as string;
  };
  async function send(at: string, action: string, fields: Record<string, string>) {
    const form = await fg.form(at, `${at}/${action}`);
    return fg.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const step = (at: string, stap: string) => send(at, 'stap', { stap, toelichting: 'Gedaan.' });

  it('asks everything in one form, and keeps what was filled in when something is missing', async () => {
    const answer = await report({ wat: '', tijd: '25:00' });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(400);
    expect(page.getElementById('veld-wat-fout')?.textContent).toContain('paar zinnen');
    expect(page.getElementById('veld-tijd-fout')?.textContent).toContain('14:30');
    expect(page.getElementById('veld-gedaan')?.textContent).toContain('weg te gooien');
  });

  it('refuses a number of a person, and a discovery that still has to come, with 409 beside the field', async () => {
    const number = await report({ wat: 'De lijst stond op naam van 06-12345678.' });
    expect([number.statusCode, documentOf(number).getElementById('veld-wat-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('telefoonnummer weg'),
    ]);
    const future = await report({ ontdekt: '01-01-2090' });
    expect([future.statusCode, documentOf(future).getElementById('veld-ontdekt-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('komt nog'),
    ]);
  });

  it('shows the clocks from the discovery, and says which ran out', async () => {
    const page = await fg.page(await reported({ groot: 'unknown' }));
    const clocks = page.querySelector('table')!;
    expect([...clocks.querySelectorAll('time')].map((time) => time.getAttribute('datetime'))).toEqual([
      '2026-01-02T13:30:00.000Z',
      '2026-01-04T13:30:00.000Z',
      '2026-01-04T13:30:00.000Z',
      '2026-02-04T13:30:00.000Z',
    ]);
    expect(clocks.textContent).toContain('Te laat');
  });

  it('lets nobody be told before the safety check, and is closed when all is done', async () => {
    const at = await reported();
    const refused = await step(at, 'tell-persons');
    expect([refused.statusCode, documentOf(refused).getElementById('veld-stap-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('eerst na of een bericht veilig is'),
    ]);
    expect((await send(at, 'veiligheid', { uitkomst: 'not-safe', hoe: 'De dader leest mee.' })).statusCode).toBe(303);
    expect((await step(at, 'tell-persons')).statusCode).toBe(409);
    await send(at, 'veiligheid', { uitkomst: 'through-trusted', hoe: 'Via de zorgcoördinator, zonder papier.' });
    expect((await step(at, 'tell-persons')).statusCode).toBe(303);
    expect((await step(at, 'not-authority')).statusCode).toBe(303);
    expect((await send(at, 'afsluiten', {})).statusCode).toBe(303);
    const page = await fg.page(at);
    expect(page.querySelectorAll('main form')).toHaveLength(0);
    expect((await fg.page(PAGE)).querySelector('main')?.textContent).toContain('Afgesloten');
    const kept = await database.admin
      .selectFrom('retention.record')
      .select('rule')
      .where('subject_id', '=', at.split('/').at(-1)!)
      .executeTakeFirstOrThrow();
    expect(kept.rule).toBe('incident');
  });

  it('makes every document from the one form, and marks those of a drill', { timeout: 180_000 }, async () => {
    const at = await reported({ oefening: 'ja', groot: 'yes' });
    const page = await fg.page(at);
    const links = [...page.querySelectorAll('a[href*="/document?"]')].map((link) => link.getAttribute('href')!);
    expect(links).toHaveLength(14);
    for (const link of links.filter((each) => each.endsWith('docx'))) {
      const answer = await fg.get(link);
      expect([link, answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([link, 200, 'PK']);
    }
    expect((await fg.get(`${at}/document?soort=bestaat-niet`)).statusCode).toBe(404);
    expect((await fg.page(PAGE)).querySelector('main')?.textContent).toMatch(/Oefen weer vóór/);
  });

  it('is for who handles incidents here, and nobody elsewhere', async () => {
    const at = await reported();
    const there = await app.visitor(await anActor(database, 'fg', await anOrganisation(database)));
    expect((await there.get(at)).statusCode).toBe(404);
    expect((await (await app.visitor(await anActor(database, 'ciso', here))).get(at)).statusCode).toBe(200);
    expect((await (await app.visitor(await anActor(database, 'beheerder', here))).get(at)).statusCode).toBe(403);
  });
});
