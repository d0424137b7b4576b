import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELP_LANGUAGES, helpListOf, helpStartOf } from '../../src/features/information/domain/help.ts';
import { moveClock } from '../../src/platform/clock/domain-clock.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, sharedDatabase, type TestDatabase } from '../support/database.ts';

/** A Saturday at 23:00 on the Dutch clock. */
const SATURDAY_NIGHT = '2026-12-05T23:00';

describe('help now', () => {
  let database: TestDatabase;
  let app: TestApp;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    visitor = await app.visitor();
    await moveClock(database.kysely, { to: SATURDAY_NIGHT, forward: '' }, async () => {});
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  const everyPage = ['/info', ...HELP_LANGUAGES.flatMap((language) => [helpStartOf(language), helpListOf(language)])];

  it('is within two taps in Romanian: who is open, the cost, whether the police are told, and that calls stay', async () => {
    const start = await visitor.page('/info');
    const romanian = [...start.querySelectorAll('main a')].find(({ textContent }) => textContent === 'Română');
    const before = await visitor.page(romanian!.getAttribute('href')!);
    expect(before.querySelector('main')?.textContent).toMatch(/Nu șterge istoricul.*Fiecare apel rămâne/s);
    const next = [...before.querySelectorAll('main a')].find(({ textContent }) => textContent === 'Continuare');
    const page = await visitor.page(next!.getAttribute('href')!);
    expect(page.documentElement.getAttribute('lang')).toBe('ro');
    const lines = [...page.querySelectorAll('.ib-help-line')].map(({ textContent }) => textContent!);
    expect(lines[0]).toMatch(/112.*Deschis acum.*Cost: gratuit.*Chat: nu se știe.*Poliția află: nu se știe/s);
    expect(lines[1]).toMatch(/Politie.*Deschis acum.*Cost: cu plată \(2 cent per minuut.*Poliția află: da/s);
    expect(page.querySelector('main')?.textContent).toContain('Fiecare apel rămâne în acest telefon.');
    expect(page.querySelector('main')?.textContent).toContain('Fără acte? Cereți întâi un sfat.');
  });

  it('never puts a closed line first, and says when it opens', async () => {
    const lines = [...(await visitor.page(helpListOf('en'))).querySelectorAll('.ib-help-line')].map(
      ({ textContent }) => textContent!,
    );
    const states = lines.map((line) => /Open now|Hours not known|Closed/.exec(line)![0]);
    expect([...new Set(states)]).toEqual(['Open now', 'Hours not known', 'Closed']);
    expect(states).toEqual([...states].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(lines.find((line) => line.includes('CoMensha'))).toContain('Closed. Open from 07-12-2026 09:00');
  });

  it('says of each line whether one can write instead of speak, where and when, and that it is not known', async () => {
    const chats = async (language: 'nl' | 'en' | 'uk') =>
      [...(await visitor.page(helpListOf(language))).querySelectorAll('.ib-help-line li')]
        .map(({ textContent }) => /^(?:Chat|Чат): (.*)/.exec(textContent!)?.[1])
        .filter((said) => said !== undefined);
    const dutch = await chats('nl');
    expect(dutch.filter((said) => said === 'onbekend').length).toBeGreaterThan(1);
    expect(dutch).toContain('ja, veiligthuis.nl (meestal op werkdagen van 9.00 tot 17.00 uur)');
    expect(dutch).toContain('ja, kindertelefoon.nl');
    expect(await chats('en')).toContain('yes, veiligthuis.nl (usually on working days from 9:00 to 17:00)');
    expect(await chats('uk')).toHaveLength(dutch.length);
    expect(dutch).toHaveLength(10);
  });

  it('says a price in English to who reads English, and in Dutch, marked as Dutch, to others', async () => {
    expect((await visitor.page(helpListOf('en'))).querySelector('main')?.textContent).toContain(
      'Cost: not free (2 cents a minute',
    );
    const marked = (await visitor.page(helpListOf('ar'))).querySelectorAll('.ib-help-line span[lang=nl]');
    expect([...marked].map(({ textContent }) => textContent)).toContain(
      '2 cent per minuut en uw gewone belkosten, januari 2023',
    );
  });

  it('dials a number that was checked, and only names one that was not', async () => {
    const page = await visitor.page(helpListOf('nl'));
    for (const line of page.querySelectorAll('.ib-help-line')) {
      const isLink = line.querySelector('a[href^="tel:"]') !== null;
      expect([isLink, line.textContent?.includes('Nummer niet nagekeken')]).toEqual([isLink, !isLink]);
    }
    expect(page.querySelectorAll('.ib-help-line a[href^="tel:"]').length).toBeGreaterThan(1);
  });

  it.for(
    everyPage,
  )('%s says nothing of whose it is, in title, icon or text, and leaves nothing behind', async (path) => {
    const answer = await visitor.get(path);
    const page = documentOf(answer);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(page.documentElement.outerHTML.replaceAll(/in-beeld-theme|Slachtofferhulp/g, '')).not.toMatch(
      /in.?beeld|mensenhandel|slachtoffer|trafficking|victim/i,
    );
    expect(page.title.split(' ')).toHaveLength(1);
    const [skip, first] = page.querySelectorAll('a[href]');
    expect([skip?.getAttribute('href'), first?.getAttribute('href'), first?.getAttribute('rel')]).toEqual([
      '#inhoud',
      '/weg',
      'nofollow noreferrer',
    ]);
    expect(page.querySelectorAll('a[href="/weg"]')).toHaveLength(2);
    // a screen reader goes from landmark to landmark: nothing stands outside one but the skip link
    expect([...page.body.children].map(({ tagName }) => tagName.toUpperCase())).toEqual([
      'A',
      'SECTION',
      'MAIN',
      'SVG',
    ]);
    expect(page.querySelector('body > section')?.getAttribute('aria-label')).toBeTruthy();
    expect(page.querySelector('form, input')).toBeNull();
  });

  it('reads from right to left in Arabic, with numbers kept whole', async () => {
    const page = await visitor.page(helpListOf('ar'));
    expect([page.documentElement.getAttribute('dir'), page.documentElement.getAttribute('lang')]).toEqual([
      'rtl',
      'ar',
    ]);
    for (const number of page.querySelectorAll('.ib-help-line__number bdi'))
      expect(number.getAttribute('dir')).toBe('ltr');
  });

  it('tells staff, in Dutch and English, that nobody checked a translation', async () => {
    expect((await visitor.page(helpListOf('uk'))).querySelector('main')?.textContent).toMatch(
      /Voor medewerkers:.*nog niet nagekeken.*For staff: no native speaker/s,
    );
  });

  it('is reached from the front door, in every language', async () => {
    for (const front of ['/', '/en']) {
      const links = [...(await visitor.page(front)).querySelectorAll('main a[href^="/info/"]')];
      expect(links.map((link) => link.getAttribute('lang'))).toEqual([...HELP_LANGUAGES]);
    }
  });

  it('says what holds at this minute, also when the page was shown before', async () => {
    const comensha = async () =>
      [...(await visitor.page(helpListOf('hu'))).querySelectorAll('.ib-help-line')].find(({ textContent }) =>
        textContent?.includes('CoMensha'),
      )?.textContent;
    expect(await comensha()).toContain('Zárva');
    await moveClock(database.kysely, { to: '2026-12-07T09:00', forward: '' }, async () => {});
    expect(await comensha()).toContain('Most nyitva');
  });

  describe('the way out', () => {
    it('leads to a page with nothing personal, keeps nothing and names nobody as where it came from', async () => {
      const { statusCode, headers } = await visitor.get('/weg');
      expect([statusCode, headers.location, headers['cache-control'], headers['referrer-policy']]).toEqual([
        303,
        'https://www.knmi.nl/',
        'no-store',
        'no-referrer',
      ]);
      expect(headers['clear-site-data']).toBe('"cache", "storage"');
    });

    it('ends the session of who asks, and no other session', async () => {
      const organisation = await anOrganisation(database);
      const actor = await anActor(database, 'medewerker', organisation);
      const [leaving, staying] = [await app.visitor(actor), await app.visitor(actor)];
      expect((await leaving.get('/overzicht')).statusCode).toBe(200);
      const answer = await leaving.get('/weg');
      expect(String(answer.headers['set-cookie'])).toMatch(/^inbeeld=;/);
      expect((await leaving.get('/overzicht')).statusCode).toBe(303);
      const api = await leaving.request({ method: 'POST', url: '/uitloggen' });
      expect(api.headers.location ?? '').toMatch(/^\/inloggen/);
      expect((await staying.get('/overzicht')).statusCode).toBe(200);
    });
  });
});

const ORDER = ['Open now', 'Hours not known', 'Closed'];

describe('what everybody may read about trafficking', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await (await testApp(await sharedDatabase())).visitor();
  });

  it('names the source of every sentence, and says of general knowledge that it is still to be verified', async () => {
    for (const path of ['/mensenhandel', '/mensenhandel/wat-het-niet-is', '/mensenhandel/wat-de-gemeente-doet']) {
      const points = [...(await visitor.page(path)).querySelectorAll('main .utrecht-unordered-list__item')];
      expect(points.length).toBeGreaterThan(5);
      for (const point of points) {
        const source = point.querySelector('cite')?.textContent ?? '';
        expect(source).not.toBe('');
        expect(point.textContent?.includes('Nog te verifiëren')).toBe(source === '(Algemene kennis)');
      }
    }
  });

  it('says of a law that nobody checked that it may not be in force yet', async () => {
    const page = await visitor.page('/mensenhandel/vormen');
    const laws = [...page.querySelectorAll('main section')].filter((each) => each.querySelector('h3'));
    expect(laws).toHaveLength(2);
    for (const law of laws) expect(law.textContent).toContain('Nog te verifiëren');
  });

  it('leads from each work to its signals, and those are there', async () => {
    const links = [...(await visitor.page('/en/trafficking/who-meets-it')).querySelectorAll('main .ib-task a')];
    expect(links).toHaveLength(14);
    for (const link of links)
      expect((await visitor.page(link.getAttribute('href')!)).querySelectorAll('.ib-task').length).toBeGreaterThan(4);
  });

  it('is kept for who comes next, and never holds anything of who asked before', async () => {
    const database = await sharedDatabase();
    const app = await testApp(database);
    const actor = await anActor(database, 'medewerker', await anOrganisation(database));
    const [employee, nobody] = [await app.visitor(actor), await app.visitor()];
    for (const path of ['/mensenhandel', '/mensenhandel/vormen', '/signalen?q=paspoort']) {
      const first = (await nobody.get(path)).body;
      expect((await employee.get(path)).body).toContain(actor.personName);
      expect((await nobody.get(path)).body).toBe(first);
      expect(first).not.toContain(actor.personName);
      const zipped = await nobody.request({ method: 'GET', url: path, headers: { 'accept-encoding': 'gzip' } });
      expect([zipped.headers['content-encoding'], zipped.headers['cache-control']]).toEqual(['gzip', 'no-store']);
      expect(gunzipSync(zipped.rawPayload).toString()).toBe(first);
    }
    expect((await nobody.get('/signalen?q=schuld')).body).not.toBe((await nobody.get('/signalen?q=paspoort')).body);
  });
});
