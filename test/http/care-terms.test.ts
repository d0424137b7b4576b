import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { bearerFor } from '../support/token.ts';

const PATH = '/zorgcoordinatie/termijnen';

describe('the terms of care coordination', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function somebody(role: Role = 'zorgcoordinator') {
    const organisation = await anOrganisation(database, 'zorgorganisatie');
    return app.visitor(await anActor(database, role, organisation));
  }
  async function asked(answers: Readonly<Record<string, string>>) {
    const visitor = await somebody();
    const form = await visitor.form(PATH);
    return visitor.send({ ...form, fields: { ...form.fields, ...answers } });
  }
  const mainOf = (answer: Awaited<ReturnType<typeof asked>>) => documentOf(answer).querySelector('main')!;

  it('stand in a table a lawyer can read, each with an example that was computed', async () => {
    const answer = await (await somebody()).get(PATH);
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(200);
    const headers = [...page.querySelector('table')!.querySelectorAll('thead th')].map((each) => each.textContent);
    expect(headers).toEqual([
      'Klok en begin',
      'Artikel',
      'Termijn',
      'Weekend',
      'Feestdagen',
      'Voorbeeld, uitgerekend',
      'Bron',
    ]);
    const rows = [...page.querySelectorAll('tbody tr')].map((each) => each.textContent ?? '');
    const reflection = rows.find((row) => row.startsWith('Bedenktijd'))!;
    expect(reflection).toContain('28 januari 2027 geeft dinsdag 27 april 2027.');
    expect(reflection).toContain('Herinnering: 25 maart 2027, 13 april 2027, 23 april 2027.');
    expect(reflection).toContain('nog te verifiëren');
    expect(rows.find((row) => row.startsWith('Advocaat vragen'))).toContain('geen termijn, dus geen voorbeeld');
  });

  it('compute a clock, say why and when to be reminded, and keep nothing', async () => {
    const answer = await asked({ klok: 'income-advance', dag: '7-4-2027' });
    expect([answer.statusCode, documentOf(answer).querySelector('h1')?.textContent]).toEqual([
      200,
      'Laatste dag: maandag 10 mei 2027',
    ]);
    const text = mainOf(answer).textContent;
    expect(text).toContain('De termijn zou eindigen op 5 mei 2027.');
    expect(text).toContain('7 mei 2027 (gelijkgestelde dag)');
    expect(text).toContain('Dat een dag met een feestdag is gelijkgesteld, is nog te verifiëren.');
    expect(text).toContain('Wij bewaren dit niet');
  });

  it('doubt the Dublin period since July 2026, and refuse it before it held, keeping what was filled in', async () => {
    const now = mainOf(await asked({ klok: 'reflection-dublin', dag: '1-3-2027' })).textContent;
    expect(now).toContain('Sinds juli 2026 geldt een opvolger van de Dublinverordening.');
    const before = await asked({ klok: 'reflection-dublin', dag: '1-3-2023' });
    expect(before.statusCode).toBe(400);
    expect(mainOf(before).textContent).toContain('Deze regel geldt vanaf 18 mei 2023.');
    expect(documentOf(before).querySelector('select[name="klok"] option[selected]')?.getAttribute('value')).toBe(
      'reflection-dublin',
    );
  });

  it('have the day of an appeal read by a second person: not yet, another day, the same day', async () => {
    const appeal = { klok: 'residence-appeal', dag: '22 februari 2027' };
    expect(mainOf(await asked(appeal)).textContent).toContain('nog niet nagelezen');
    const differs = await asked({ ...appeal, nagelezen: '21-2-2027' });
    expect(differs.statusCode).toBe(400);
    expect(mainOf(differs).textContent).toContain('Uw collega las een andere dag.');
    const same = await asked({ ...appeal, nagelezen: '22-2-2027' });
    expect([same.statusCode, mainOf(same).textContent?.includes('twee mensen lazen dezelfde dag')]).toEqual([
      200,
      true,
    ]);
  });

  it('say beside each field what is missing, and take no day that cannot be', async () => {
    const empty = mainOf(await asked({ klok: '', dag: '' })).textContent;
    expect(empty).toContain('Kies welke klok u wilt berekenen.');
    expect(empty).toContain('Vul de dag in, bijvoorbeeld 12-3-2027.');
    for (const dag of ['31-2-2027', 'morgen'])
      expect(mainOf(await asked({ klok: 'agreed-date', dag })).textContent).toContain('Vul de dag in');
    expect(mainOf(await asked({ klok: 'agreed-date', dag: '1-1-1950' })).textContent).toContain('1973 tot en met 2099');
    for (const klok of ['bestaat-niet', 'legal-aid-request'])
      expect((await asked({ klok, dag: '1-3-2027' })).statusCode).toBe(400);
  });

  it('say that a day is past, and what to do', async () => {
    expect(mainOf(await asked({ klok: 'agreed-date', dag: '1-3-2004' })).textContent).toContain('deze dag is voorbij');
  });

  describe('for other systems', () => {
    const API = '/api/v1/zorgcoordinatie/termijnen';
    async function call(method: 'GET' | 'POST', payload?: object) {
      const organisation = await anOrganisation(database, 'zorgorganisatie');
      const token = await bearerFor(database, await anActor(database, 'zorgcoordinator', organisation));
      const headers = { authorization: `Bearer ${token}`, 'x-forwarded-proto': 'https' };
      const url = method === 'GET' ? API : `${API}/berekening`;
      return app.server.inject({ method, url, headers, ...(payload && { payload }) });
    }

    it('are the same table', async () => {
      const { procedures } = (await call('GET')).json() as {
        procedures: { code: string; klokken: { voorbeeld: unknown; eindigtDoor: string[] }[] }[];
      };
      expect(procedures.map(({ code }) => code)).toEqual([
        'reflection',
        'residence',
        'compensation',
        'legal-aid',
        'complaint',
        'health-insurance',
        'population-register',
        'income',
        'aftercare',
      ]);
      const dublin = procedures[0]!.klokken[1]!;
      expect(dublin.voorbeeld).toMatchObject({ dag: '2027-02-26', laatsteDag: '2027-03-27' });
      expect(dublin.eindigtDoor).toContain('De politie stelt vast: vertrokken met onbekende bestemming');
    });

    it('are computed by the same rules', async () => {
      const answer = await call('POST', { klok: 'income-advance', dag: '2027-04-07' });
      expect([answer.statusCode, answer.json().dagen]).toMatchObject([200, { laatsteDag: '2027-05-10' }]);
      expect((await call('POST', { klok: 'residence-appeal', dag: '2027-02-22' })).json().tweedeLezer).toBe(true);
    });

    it.each([
      [{ klok: 'income-advance', dag: '7-4-2027' }, '/dag'],
      [{ klok: 'bestaat-niet', dag: '2027-04-07' }, '/klok'],
      [{ klok: 'legal-aid-request', dag: '2027-04-07' }, '/klok'],
      [{ klok: 'reflection-dublin', dag: '2023-05-17' }, '/dag'],
      [{ dag: '1972-12-31' }, '/klok'],
    ])('refuse %j and say where', async (payload, pointer) => {
      const answer = await call('POST', payload);
      expect([answer.statusCode, answer.json().errors[0].location.pointer]).toEqual([400, pointer]);
    });
  });

  it('are for who signs in', async () => {
    const answer = await (await app.visitor()).get(PATH);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/inloggen?terug=${encodeURIComponent(PATH)}`]);
  });
});
