import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids/uuid.ts';
import { ROLES } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('the door of the demo', () => {
  let app: TestApp;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });

  async function choose(fields: Readonly<Record<string, string>>, accept: string) {
    const visitor = await app.visitor();
    return visitor.request({
      method: 'POST',
      url: '/demo/aanmelden',
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  }
  const wrong = { rol: 'vng-adviseur', organisatie: 'GM0014', terug: '/monitor' };
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it('answers a combination that does not exist with a page that says why, lists what does, and lets one choose again', async () => {
    const answer = await choose(wrong, browser);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    const page = documentOf(answer);
    expect(page.title).toBe('(1 invoerfout) Kies een rol – In Beeld');
    expect(page.querySelector('[data-error-summary] li')?.textContent).toMatch(
      /^De rol vng-adviseur bestaat niet bij Groningen\. Deze rol bestaat bij: vng\.$/,
    );
    const rows = [...page.querySelectorAll('main tbody tr')].map((row) => row.querySelector('code')?.textContent);
    expect(new Set(rows)).toEqual(new Set(ROLES));
    const back = page.querySelector('form[action="/demo/aanmelden"] [name=terug]')?.getAttribute('value');
    expect(back).toBe('/monitor');
  });

  it('tells the same to who reads no pages: as JSON, or as plain text', async () => {
    const json = await choose(wrong, 'application/json');
    expect([json.statusCode, json.json().rollen.length]).toEqual([400, ROLES.length]);
    expect(json.json().fout).toContain('bestaat niet bij Groningen');
    for (const accept of ['*/*', '']) {
      const text = await choose(wrong, accept);
      expect([text.statusCode, text.headers['content-type']]).toEqual([400, 'text/plain; charset=utf-8']);
      expect(text.body).toContain('- vng-adviseur: vng');
    }
  });

  it('shows no errors to who has not chosen yet', async () => {
    const page = await (await app.visitor()).page('/demo');
    expect(page.querySelector('[data-error-summary], main table')).toBeNull();
    const labels = [...page.querySelectorAll('main button')].map((button) => button.textContent);
    expect(labels).toEqual(expect.arrayContaining(['VNG-adviseur', 'CoMensha-adviseur']));
  });

  it('asks where one works when the place is empty, and never fills one in', async () => {
    const empty = { rol: 'beleidsmedewerker', organisatie: '', nummer: '1' };
    const answer = await choose(empty, browser);
    expect(answer.statusCode).toBe(400);
    expect(documentOf(answer).querySelector('[data-error-summary] li')?.textContent).toContain(
      'U koos nog geen plaats',
    );
    expect((await choose({ rol: 'beleidsmedewerker' }, browser)).statusCode).toBe(303);
  });

  it('lets a second person in, at a municipality and at a region that one chooses', async () => {
    expect((await choose({ rol: 'ketenregisseur', organisatie: 'VR20' }, browser)).statusCode).toBe(303);
    const page = await (await app.visitor()).page('/demo');
    const at = (name: string) =>
      [...page.querySelectorAll<HTMLOptionElement>(`select[name=${name}] option`)].map(({ value }) => value);
    expect(at('nummer')).toEqual(expect.arrayContaining(['1', '2']));
    expect(at('plek')).toEqual(expect.arrayContaining(['VR20', 'VR20/2']));
    const entered = async (fields: Readonly<Record<string, string>>) => {
      const answer = await choose(fields, browser);
      const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
      const home = await (await app.visitor()).request({ method: 'GET', url: '/overzicht', headers: { cookie } });
      return documentOf(home).querySelector('header')?.textContent;
    };
    expect(await entered({ rol: 'ketenregisseur', plek: 'VR20/2' })).toMatch(/Midden- en West-Brabant.*Fictief-2/s);
    expect(await entered({ rol: 'beleidsmedewerker', organisatie: 'GM0034', nummer: '2' })).toContain('Fictief-2');
  });

  it('tells whoever comes to the map signed out what she may see without signing in', async () => {
    const visitor = await app.visitor();
    const sent = await visitor.get('/monitor');
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/inloggen?terug=%2Fmonitor']);
    const links = (page: Document) =>
      [...page.querySelectorAll('main section a')].map((link) => link.getAttribute('href'));
    expect(links(await visitor.page('/inloggen?terug=%2Fmonitor'))).toEqual([
      '/gemeenten',
      '/monitor/kolommen',
      '/cijfers',
      '/netwerk/wie-belt-u',
    ]);
    expect(links(await visitor.page('/en/sign-in'))).toContain('/en/municipalities');
  });

  it('leads back from a mailbox that is still empty', async () => {
    const page = await (await app.visitor()).page('/demo/post');
    expect(page.querySelector('main')?.textContent).toContain('Er is nog geen post');
    expect(page.querySelector('main .ib-empty a')?.getAttribute('href')).toBe('/demo');
  });

  it('opens a letter as whoever it is for, also when somebody else is signed in', async () => {
    const letter = (to_address: string) => ({ id: newId(), to_address, path: '/voorkeuren', sent_at: new Date() });
    await database.admin
      .insertInto('mail.demo_letter')
      .values([letter('bestuurder.2.gm0088@fictief.invalid'), letter('zelf.gekozen@gemeente.example')])
      .execute();
    const visitor = await app.visitor(await anActor(database, 'teamleider', await anOrganisation(database)));
    const page = await visitor.page('/demo/post');
    const cells = [...page.querySelectorAll('main tbody tr')].map((row) => row.lastElementChild!.textContent!.trim());
    expect(cells.sort()).toEqual(['Open als de ontvanger', 'Open na inloggen']);
    const { fields } = await visitor.form('/demo/post', '/demo/aanmelden');
    expect(fields).toMatchObject({ rol: 'bestuurder', organisatie: 'GM0088', nummer: '2', terug: '/voorkeuren' });
    const entered = await visitor.post('/demo/aanmelden', fields);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/voorkeuren']);
    expect(String(entered.headers['set-cookie'])).toContain('=');
  });
});
