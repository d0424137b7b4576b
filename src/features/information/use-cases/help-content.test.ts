import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdition } from '../../../platform/content/copy-editions.ts';
import { HELP_LANGUAGES, type HelpText, helpWordCount, MOST_HELP_WORDS } from '../domain/help.ts';
import { HELP_TEXTS } from './help-content.ts';

const NAME = 'content/help/2026-11.json';
const text = readFileSync(NAME, 'utf8');
const edition = () => JSON.parse(text) as { languages: HelpText[] };
const read = (changed: unknown) => readEdition(NAME, JSON.stringify(changed, null, 2), HELP_TEXTS);
const refused = (change: (languages: ReturnType<typeof edition>['languages']) => void) => {
  const changed = edition();
  change(changed.languages);
  return () => read(changed);
};

describe('the help pages as content', () => {
  it('has nine languages of at most 120 words, and says of each whether anybody checked it', () => {
    const { languages } = edition();
    expect(languages.map(({ code }) => code)).toEqual([...HELP_LANGUAGES]);
    for (const each of languages) {
      expect(helpWordCount(each), each.code).toBeLessThanOrEqual(MOST_HELP_WORDS);
      expect(helpWordCount(each), each.code).toBeGreaterThan(80);
      expect(each).toHaveProperty('reviewedBy');
    }
    expect(languages.filter(({ direction }) => direction === 'rtl').map(({ code }) => code)).toEqual(['ar']);
    expect(() => read(edition())).not.toThrow();
  });

  it('is refused, with its line, when a translation is missing', () => {
    expect(
      refused(([, english]) => {
        delete (english!.words as Partial<Record<string, string>>).danger;
      }),
    ).toThrow(/2026-11\.json, regel \d+: languages\.1\.words\.danger/);
    expect(refused((languages) => void languages.pop())).toThrow(/elke taal staat er één keer/);
    expect(
      refused(([, english]) => {
        delete (english!.situations as Record<string, string>).minor;
      }),
    ).toThrow(/niet elke taal noemt dezelfde situaties/);
  });

  it('is refused with more than 120 words', () => {
    expect(
      refused(([dutch]) => {
        Object.assign(dutch!.words, { advice: 'woord '.repeat(30) });
      }),
    ).toThrow(/hoogstens 120 woorden/);
  });

  it('says nothing about the law in a language that nobody checked', () => {
    const law = { text: 'A sentence about the law.', mark: 'own', source: 'x' } as const;
    expect(refused(([, english]) => void Object.assign(english!, { legal: law }))).toThrow(/zin over het recht/);
    expect(
      refused(([, english]) =>
        Object.assign(english!, { legal: law, reviewedBy: 'beëdigd vertaler', reviewedOn: '2026-11-29' }),
      ),
    ).not.toThrow();
    expect(refused(([, english]) => void Object.assign(english!, { reviewedBy: 'iemand' }))).toThrow(/én wanneer/);
  });
});
