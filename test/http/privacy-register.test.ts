import { beforeAll, describe, expect, it } from 'vitest';
import { PROCESSING_ACTIVITIES, PROCESSING_REGISTER } from '../../src/app/processing-activities.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('the processing register for everybody', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  const get = async (url: string) => (await app.visitor()).get(url);

  it.each([
    ['/privacy/verwerkingen', 'Wat In Beeld met gegevens doet', 'nog te verifiëren', 'Signaal ontvangen'],
    ['/en/privacy/processing', 'What In Beeld does with data', 'not verified yet', 'Receiving a signal'],
  ])('shows all 21 activities at %s, without signing in', async (path, title, doubt, name) => {
    const answer = await get(path);
    const page = documentOf(answer);
    expect([answer.statusCode, page.querySelector('h1')?.textContent]).toEqual([200, title]);
    const ids = [...page.querySelectorAll('main h2[id]')].map(({ id }) => id.toUpperCase());
    expect(ids).toEqual(PROCESSING_ACTIVITIES.map(({ id }) => id));
    const first = page.getElementById('va-01')!.parentElement!.textContent!;
    expect(first).toContain(name);
    expect(first).toContain(doubt);
  });

  it('tells what no part of the product uses yet, and what is off', async () => {
    const page = documentOf(await get('/privacy/verwerkingen'));
    const { verwerkingen } = JSON.parse((await get('/privacy/verwerkingen.json')).body) as {
      verwerkingen: { id: string; inGebruik: boolean; stand: string }[];
    };
    const badge = (id: string) =>
      page.getElementById(id.toLowerCase())!.parentElement!.querySelector('.utrecht-status-badge')!.textContent;
    for (const { id, inGebruik, stand } of verwerkingen) {
      const said = { uit: 'Staat uit', later: 'Later', aan: inGebruik ? 'In gebruik' : 'Nog niet in gebruik' }[stand];
      expect(badge(id), id).toBe(said);
    }
    expect(verwerkingen.filter(({ inGebruik }) => inGebruik).map(({ id }) => id)).toContain('VA-11');
    expect(verwerkingen.filter(({ inGebruik }) => !inGebruik).map(({ id }) => id)).toContain('VA-21');
    expect(badge('VA-10')).toBe('Staat uit');
  });

  it('gives machines the same, with every field of the register and its versions', async () => {
    const answer = await get('/privacy/verwerkingen.json');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const body = JSON.parse(answer.body) as { verwerkingen: Record<string, unknown>[]; eerdereVersies: unknown[] };
    expect(body.verwerkingen.map(({ id }) => id)).toEqual(PROCESSING_ACTIVITIES.map(({ id }) => id));
    for (const each of body.verwerkingen) {
      for (const field of [
        'versie',
        'geldigVanaf',
        'naam',
        'verantwoordelijke',
        'gezamenlijk',
        'grondslag',
        'betrokkenen',
      ])
        expect(each, String(each.id)).toHaveProperty(field);
      for (const field of [
        'dataklassen',
        'bewaartermijn',
        'vertrouwelijk',
        'ontvangers',
        'doorgifte',
        'maatregelen',
        'dpia',
      ])
        expect(each, String(each.id)).toHaveProperty(field);
    }
    expect(body.verwerkingen[8]).toMatchObject({
      id: 'VA-09',
      inGebruik: true,
      nogTeVerifieren: expect.arrayContaining(['grondslag']),
    });
    const { history } = PROCESSING_REGISTER;
    expect(history.length).toBeGreaterThan(0);
    expect(body.eerdereVersies).toMatchObject(history.map(({ id, version }) => ({ id, versie: version })));
  });

  it('is reached from the privacy page, in both languages', async () => {
    expect((await get('/privacy')).body).toContain('href="/privacy/verwerkingen"');
    expect((await get('/en/privacy')).body).toContain('href="/en/privacy/processing"');
  });
});
