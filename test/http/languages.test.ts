import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/shared-kernel/language.ts';
import { addressOf, PUBLIC_PAGES, type PublicPage, translationsOf } from '../../src/ui/public-pages.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase } from '../support/database.ts';

const PAGES = Object.keys(PUBLIC_PAGES) as PublicPage[];
/** What is asked of a page in the tests, so that a switch of language must keep it. */
const QUERY: Partial<Record<PublicPage, string>> = {
  municipalities: '?naam=gron&provincie=PV20',
  whoToCall: '?situatie=minor',
  signIn: '?terug=/aanpak&reden=verlopen',
};
const pathOf = (page: PublicPage, language: Language) => addressOf(page, language, 'GM0014');
const urlOf = (page: PublicPage, language: Language) => `${pathOf(page, language)}${QUERY[page] ?? ''}`;
/** Help for who is in trouble has languages of its own, each at its own address. */
const isHelp = (path: string) => path === '/info' || path.startsWith('/info/');
const isDutch = (url: string) => url !== '/en' && !url.startsWith('/en/') && !isHelp(url);

/** Words that one language has and the other has not, and that are no part of a Dutch name. */
const TELLING: Readonly<Record<Language, RegExp>> = {
  nl: /(?<![\p{L}«“’-])(een|niet|geen|voor|wordt|worden|naar|zijn|deze|tot|bron|onbekend|uw|bekijk|gemeenten|inwoners|nummers|bij)(?![\p{L}-])/iu,
  en: /(?<![\p{L}-])(the|and|with|not|who|your|source|unknown|municipality|inhabitants|numbers|call)(?![\p{L}-])/iu,
};

/** Everything a person reads or hears on a page, except what is marked as being in another language. */
function spokenOn(page: Document, language: Language): readonly string[] {
  const other = language === 'nl' ? 'en' : 'nl';
  const texts: string[] = [];
  const walk = (node: Element) => {
    if (node.getAttribute('lang') === other || ['CODE', 'SCRIPT', 'STYLE'].includes(node.nodeName.toUpperCase()))
      return;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label']) {
      const value = node.getAttribute(name);
      if (value) texts.push(value);
    }
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && child.textContent?.trim()) texts.push(child.textContent.trim());
      if (child.nodeType === 1) walk(child as Element);
    }
  };
  walk(page.documentElement);
  return texts;
}

/** Between the page where one signs in and that of the identity provider. */
const SIGNING_IN = new Set(['/inloggen/bij', '/inloggen/terug']);

describe('the pages for everybody', () => {
  let app: TestApp;
  let visitor: Visitor;

  beforeAll(async () => {
    app = await testApp(await sharedDatabase());
    visitor = await app.visitor();
    // the lesson in estimating computes once; the pages are compared with its numbers in them
    while ((await visitor.get(PUBLIC_PAGES.estimating.nl)).headers.refresh);
  }, 90_000);

  it('all have a twin: whatever route gives a page to everybody stands in the list, in both languages', async () => {
    const listed = new Set<string>(Object.values(PUBLIC_PAGES).flatMap((pair) => Object.values(pair)));
    const missing: string[] = [];
    let pages = 0;
    for (const { method, path, config } of app.routes) {
      if (method !== 'GET' || config.access !== 'public' || config.api || config.demoOnly) continue;
      if (isHelp(path)) continue;
      if (SIGNING_IN.has(path)) continue; // a step into what is Dutch, for who chose to go there
      if (/\.[a-z-]+$/.test(path)) continue; // a file, which answers with a page only when it is not there
      const answer = await visitor.get(path.replace(':code', 'GM0014'));
      if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
      pages += 1;
      if (!listed.has(path)) missing.push(path);
    }
    expect(missing, 'give these an address in both languages, in src/ui/public-pages.ts').toEqual([]);
    expect(pages).toBeGreaterThan(20);
    for (const pair of Object.values(PUBLIC_PAGES)) {
      const [one, two] = LANGUAGES.map((language) => {
        const { access, purpose, data, sample } = app.routes.find(
          ({ method, path }) => method === 'GET' && path === pair[language],
        )!.config;
        return { access, purpose, data, sample };
      });
      expect(two, pair.en).toEqual(one);
    }
  });

  it.for(PAGES)('%s says its language, names both addresses, and switches on the same page', async (name) => {
    for (const language of LANGUAGES) {
      const other = language === 'nl' ? 'en' : 'nl';
      const page = await visitor.page(urlOf(name, language));
      expect(page.documentElement.getAttribute('lang')).toBe(language);
      for (const each of LANGUAGES)
        expect(page.querySelector(`link[rel=alternate][hreflang=${each}]`)?.getAttribute('href')).toBe(
          urlOf(name, each),
        );
      const away = page.querySelector(`footer a[hreflang=${other}]`);
      expect([away?.getAttribute('href'), away?.getAttribute('lang')]).toEqual([urlOf(name, other), other]);
    }
  });

  it.for(PAGES)('%s speaks one language, and marks what is in another', async (name) => {
    for (const language of LANGUAGES) {
      const other = language === 'nl' ? 'en' : 'nl';
      const texts = spokenOn(await visitor.page(urlOf(name, language)), language);
      expect(texts.length).toBeGreaterThan(20);
      expect(texts.filter((text) => TELLING[other].test(text))).toEqual([]);
    }
  });

  it.for(PAGES)('%s gives the same numbers, days and telephone numbers in both', async (name) => {
    const facts = async (language: Language) => {
      const page = await visitor.page(urlOf(name, language));
      const all = (selector: string, attribute: string) =>
        [...page.querySelectorAll(selector)].map((each) => each.getAttribute(attribute)).sort();
      return {
        numbers: all('main data', 'value'),
        days: all('main time', 'datetime'),
        calls: all('a[href^="tel:"]', 'href'),
        marks: page.querySelectorAll('main .utrecht-status-badge').length,
        rows: page.querySelectorAll('main tbody tr').length,
        headings: page.querySelectorAll('main :is(h1, h2, h3)').length,
      };
    };
    expect(await facts('en')).toEqual(await facts('nl'));
  });

  it.for(PAGES)('%s writes numbers and days as its readers do', async (name) => {
    for (const language of LANGUAGES) {
      const page = await visitor.page(urlOf(name, language));
      const numbers = [...page.querySelectorAll('main data')].filter(
        (each) => Number(each.getAttribute('value')) > 999,
      );
      for (const number of numbers)
        expect(number.textContent).toMatch(language === 'nl' ? /^\d{1,3}(\.\d{3})+/ : /^\d{1,3}(,\d{3})+/);
      for (const time of page.querySelectorAll('main time'))
        expect(time.textContent).toMatch(language === 'nl' ? /^\d{1,2} [a-z]+ \d{4}/ : /^\d{1,2} [A-Z][a-z]+ \d{4}/);
    }
  });

  it.for(PAGES)('%s keeps to its language in its links', async (name) => {
    const page = await visitor.page(urlOf(name, 'en'));
    const dutchPages = new Set(PAGES.map((each) => pathOf(each, 'nl')));
    const strays = [...page.querySelectorAll('a[href^="/"], form[method=get]')].filter((element) => {
      const address = (element.getAttribute('href') ?? element.getAttribute('action') ?? '').split(/[?#]/)[0]!;
      return dutchPages.has(address) && element.getAttribute('hreflang') !== 'nl';
    });
    expect(strays.map((each) => each.outerHTML)).toEqual([]);
    // what is only there in Dutch, says so
    for (const link of page.querySelectorAll('main a[href^="/"]')) {
      const address = link.getAttribute('href')!.split(/[?#]/)[0]!;
      if (isDutch(address) && !/\.\w+$/.test(address) && !address.startsWith('/api/'))
        expect(link.textContent).toMatch(/in Dutch/);
    }
  });

  it('offer who is signed in a way back to her work', async () => {
    const database = await sharedDatabase();
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    const page = await (await app.visitor(actor)).page('/en/municipalities/GM0193');
    expect(page.querySelector('nav a[href="/overzicht"]')?.textContent).toBe('Your work (in Dutch)');
    const similar = [...page.querySelectorAll('[aria-labelledby="lijkt-op"] li')].map((each) => each.textContent);
    expect(similar).toHaveLength(5);
    for (const line of similar) expect(line).not.toMatch(TELLING.nl);
    expect((await (await app.visitor(actor)).page('/en/sign-in')).querySelector('h1')?.textContent).toBe('Your roles');
  });

  it('name a municipality that is no more in both languages', async () => {
    const answer = await visitor.get('/en/municipalities/GM0501');
    expect(answer.statusCode).toBe(404);
    expect(documentOf(answer).querySelector('main')?.textContent).toMatch(
      /Since 1 January 2023, Brielle is part of:.*Voorne aan Zee/s,
    );
  });

  it('canaries: a stray Dutch word, a page without a twin and a wrong switch are seen', async () => {
    const page = await visitor.page('/en/about');
    page.querySelector('main')!.append('Dit is niet vertaald.');
    expect(spokenOn(page, 'en').filter((text) => TELLING.nl.test(text))).toHaveLength(1);
    expect(translationsOf('/aanpak', '/aanpak')).toBeUndefined();
    expect(translationsOf('/gemeenten/:code', '/gemeenten/GM0014?a=1?b')).toEqual({
      nl: '/gemeenten/GM0014?a=1?b',
      en: '/en/municipalities/GM0014?a=1?b',
    });
  });
});

describe('what goes wrong', () => {
  const open = { access: 'public', purpose: 'geen', data: ['D0'] } as const;

  async function answers(path: string) {
    const database = await sharedDatabase();
    const app = await testApp(database, 'demo', {
      extend: (server) => {
        for (const prefix of ['/en', '']) {
          server.get(`${prefix}/proef/kapot`, { config: open }, async () => {
            throw new Error('broken');
          });
          server.get(`${prefix}/proef/dicht`, { config: { ...open, access: ['fg'] } }, async () => '');
        }
      },
    });
    const actor = await anActor(database, 'medewerker', await anOrganisation(database));
    const answer = await (await app.visitor(actor)).get(path);
    const page = documentOf(answer);
    return { status: answer.statusCode, page, title: page.querySelector('h1')?.textContent };
  }

  it.for([
    ['/en/nothing-here', 404, 'This page is not here'],
    ['/en/municipalities/GM9999', 404, 'This page is not here'],
    ['/en/figures?uitgave=x', 404, 'This page is not here'],
    ['/en/proef/dicht', 403, 'You may not see this page'],
    ['/en/proef/kapot', 500, 'Something went wrong on our side'],
  ] as const)('%s says so in English, with %i', async ([path, status, title]) => {
    const found = await answers(path);
    expect([found.status, found.title, found.page.documentElement.getAttribute('lang')]).toEqual([status, title, 'en']);
    expect(spokenOn(found.page, 'en').filter((text) => TELLING.nl.test(text))).toEqual([]);
  });

  it.for([
    ['/niets-hier', 404, 'Deze pagina is er niet'],
    ['/gemeenten/GM9999', 404, 'Deze pagina is er niet'],
    ['/proef/dicht', 403, 'U mag deze pagina niet zien'],
    ['/proef/kapot', 500, 'Er ging bij ons iets mis'],
  ] as const)('%s says so in Dutch, with %i', async ([path, status, title]) => {
    const found = await answers(path);
    expect([found.status, found.title, found.page.documentElement.getAttribute('lang')]).toEqual([status, title, 'nl']);
  });
});
