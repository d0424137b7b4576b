import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { sharedDatabase } from '../support/database.ts';
import { readingFaults, sentencesOf } from './readability.ts';

/** The first column of the table in the writing guide. */
function forbiddenWords(): readonly string[] {
  const guide = readFileSync('docs/schrijfwijzer.md', 'utf8');
  const section = /## Woorden die wij niet gebruiken\n([\s\S]*?)\n## /.exec(guide)?.[1] ?? '';
  return [...section.matchAll(/^\| ([^|]+?) \| /gm)]
    .map(([, word = '']) => word)
    .filter((word) => !/^(-|liever)/.test(word));
}

const DUTCH = [
  '/',
  '/over',
  '/toegankelijkheid',
  '/privacy',
  '/gemeenten',
  '/gemeenten?naam=x%20y',
  '/gemeenten/GM0014',
  '/inloggen',
  '/demo',
  '/bestaat-niet',
];
const ENGLISH = ['/en', '/en/about', '/en/accessibility', '/en/privacy'];

describe('the public pages', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp(await sharedDatabase());
  });
  /** What stands in main to be read: no table, no label. */
  async function textsOf(path: string): Promise<readonly string[]> {
    const page = documentOf(await (await app.visitor()).get(path));
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
