import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/shared-kernel/language.ts';
import { addressOf, PUBLIC_PAGES, type PublicPage } from '../../src/ui/public-pages.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { sharedDatabase } from '../support/database.ts';
import { forbiddenWords, readingFaults, sentencesOf } from './readability.ts';

/** States of the pages for everybody that say something else than the page itself. */
const STATES = (language: Language) => [
  `${addressOf('municipalities', language)}?naam=x%20y`,
  `${addressOf('municipalities', language)}?naam=brielle`,
  addressOf('municipality', language, 'GM0501'),
  `${addressOf('whoToCall', language)}?situatie=possible-victim`,
  `${addressOf('signIn', language)}?reden=verlopen`,
];
const everyPage = (language: Language) => [
  ...(Object.keys(PUBLIC_PAGES) as PublicPage[]).map((page) => addressOf(page, language, 'GM0014')),
  ...STATES(language),
];
const DUTCH = [...everyPage('nl'), '/demo', '/demo/post', '/bestaat-niet'];
const ENGLISH = [...everyPage('en'), '/en/nothing-here'];

describe('the public pages', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp(await sharedDatabase());
    // the lesson in estimating has more to say once it was computed
    const visitor = await app.visitor();
    while ((await visitor.get(PUBLIC_PAGES.estimating.nl)).headers.refresh);
  }, 90_000);
  /** What stands in main to be read: no table, no label, no name of a source. */
  async function textsOf(path: string): Promise<readonly string[]> {
    const page = documentOf(await (await app.visitor()).get(path));
    for (const cited of page.querySelectorAll('main cite')) cited.remove();
    return [...page.querySelectorAll('main :is(h1, h2, h3, p, li, dd, blockquote, figcaption)')]
      .filter((element) => !element.closest('table, svg') && !element.querySelector('p, li, button'))
      .map((element) => element.textContent ?? '');
  }

  it('are what is read: a page gives its sentences', async () => {
    expect(sentencesOf(await textsOf('/over')).length).toBeGreaterThan(8);
    expect(forbiddenWords().length).toBeGreaterThan(15);
    expect(forbiddenWords()).toContain('dashboard');
  });

  it.for(DUTCH)('speak plain Dutch on %s', async (path) => {
    expect(readingFaults(await textsOf(path), forbiddenWords())).toEqual([]);
  });

  it.for(ENGLISH)('speak plain English on %s', async (path) => {
    expect(readingFaults(await textsOf(path), [])).toEqual([]);
  });
});

describe('the measure of reading', () => {
  it('sees a long sentence, long sentences all over, and a word we do not use', () => {
    const long = `${'woord '.repeat(31)}einde.`;
    expect(readingFaults([long], [])).toEqual([
      'sentences have 32.0 words on average',
      expect.stringMatching(/^32 words: woord/),
    ]);
    expect(readingFaults(['Indien u twijfelt, bel.'], ['indien'])).toEqual(['“indien”: Indien u twijfelt, bel.']);
    expect(readingFaults(['Alles wat u kunt doen. Bel dan.', 'Toolbox'], ['tool'])).toEqual([]);
  });

  it('counts sentences as people do', () => {
    expect(sentencesOf(['Is iemand in gevaar? Bel 112.', 'Punt 5.11 blijft heel.'])).toEqual([
      'Is iemand in gevaar?',
      'Bel 112.',
      'Punt 5.11 blijft heel.',
    ]);
  });
});
