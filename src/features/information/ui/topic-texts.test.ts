import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdition } from '../../../platform/content/copy-editions.ts';
import { LANGUAGES } from '../../../shared-kernel/language.ts';
import { TRAFFICKING_FORMS } from '../use-cases/form-content.ts';
import { TOPIC_TEXTS, WORK_TEXTS } from './topic-texts.ts';

const ROLES = ['BZ', 'KCC', 'WIJK', 'JEUGD', 'WMO', 'LPA', 'JW', 'WENI', 'SCHULD', 'HUIS', 'TH', 'VERG', 'VRD', 'GGD'];
const NAME = 'content/forms/2026-11.json';

describe('the pages about trafficking', () => {
  it('give the same sources, sentence by sentence, in both languages', () => {
    for (const topic of Object.keys(TOPIC_TEXTS.nl) as (keyof typeof TOPIC_TEXTS.nl)[]) {
      const [dutch, english] = LANGUAGES.map((language) =>
        TOPIC_TEXTS[language][topic].sections.map(({ points, intro }) => [
          intro === undefined,
          points.map(({ source }) => source),
        ]),
      );
      expect(english, topic).toEqual(dutch);
    }
  });

  it('name every work of the catalogue of signals, in both languages', () => {
    for (const language of LANGUAGES) expect(WORK_TEXTS[language].map(({ role }) => role)).toEqual(ROLES);
  });
});

describe('the forms as content', () => {
  const edition = () => JSON.parse(readFileSync(NAME, 'utf8'));
  const read = (changed: unknown) => readEdition(NAME, JSON.stringify(changed, null, 2), TRAFFICKING_FORMS);

  it('are more than four, since the law is moving, and say of each law whether anybody checked that it is in force', () => {
    const { forms, law } = edition();
    expect(forms.length).toBeGreaterThan(4);
    expect(law.every((each: object) => 'isInForce' in each)).toBe(true);
    expect(() => read(edition())).not.toThrow();
  });

  it('are refused, with their line, without a translation or with fewer kinds in one language', () => {
    const [missing, fewer] = [edition(), edition()];
    delete missing.forms[1].en.what;
    fewer.forms[1].en.kinds.pop();
    expect(() => read(missing)).toThrow(/2026-11\.json, regel \d+: forms\.1\.en\.what/);
    expect(() => read(fewer)).toThrow(/niet evenveel soorten/);
  });
});
