import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdition } from '../../../platform/content/copy-editions.ts';
import type { Language } from '../../../shared-kernel/language.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import { searchSignals } from '../domain/catalogue-search.ts';
import { SIGNAL_CATEGORY_NAMES, SIGNAL_FORM_NAMES } from '../ui/catalogue-texts.ts';
import { catalogueToday } from './catalogue-content.ts';
import { SEARCH_WORDS, searchWordsToday } from './search-words.ts';

const TODAY = day('2026-11-30');
const { signals } = catalogueToday(TODAY);
const words = searchWordsToday(TODAY);

function found(typed: string, language: Language = 'nl') {
  const { found: all, ...rest } = searchSignals(signals, typed, language, {
    words,
    namesOf: ({ form, category }) =>
      `${SIGNAL_FORM_NAMES[language][form]} ${SIGNAL_CATEGORY_NAMES[language][category]}`,
  });
  return { ids: all.map(({ id }) => id), ...rest };
}

/** What people say at a counter, in a street or on the telephone, and a signal that they must see then. */
const SAID: readonly (readonly [string, string])[] = [
  ['papieren', 'ALG-02'],
  ['paspoort', 'ALG-02'],
  ['id', 'ALG-02'],
  ['rijbewijs', 'ALG-03'],
  ['verblijfsvergunning', 'ARB-01'],
  ['drugs', 'CRIM-09'],
  ['wietplantage', 'CRIM-09'],
  ['schulden', 'ALG-10'],
  ['deurwaarder', 'ALG-10'],
  ['telefoon', 'ALG-12'],
  ['appen', 'ALG-12'],
  ['salaris', 'ARB-06'],
  ['zwart betaald', 'ARB-06'],
  ['overuren', 'ARB-08'],
  ['bankpas', 'ALG-09'],
  ['bankrekening', 'CRIM-02'],
  ['slaapplek', 'ARB-02'],
  ['huurbaas', 'DIENST-11'],
  ['verhuizen', 'ALG-18'],
  ['puber', 'SEX-11'],
  ['meisje', 'SEX-11'],
  ['spijbelen', 'CRIM-01'],
  ['vriendje', 'SEX-12'],
  ['weggelopen', 'SEX-13'],
  ['winkeldiefstal', 'CRIM-07'],
  ['snapchat', 'CRIM-12'],
  ['naaktfoto', 'SEX-14'],
  ['chantage', 'SEX-14'],
  ['prostitutie', 'SEX-03'],
  ['massagesalon', 'SEX-19'],
  ['vakantiepark', 'SEX-17'],
  ['restaurant', 'ARB-15'],
  ['kassen', 'ARB-05'],
  ['slachterij', 'ARB-09'],
  ['baas', 'ARB-01'],
  ['asielzoeker', 'ALG-22'],
  ['oppas', 'DIENST-01'],
  ['dakloze', 'CRIM-11'],
  ['nier', 'ORG-01'],
  ['blauwe plekken', 'ALG-07'],
  ['mishandeling', 'ALG-07'],
  ['moe', 'CRIM-01'],
  ['huisarts', 'ARB-20'],
  ['abortus', 'SEX-10'],
  ['tolk', 'ALG-01'],
  ['angst', 'ALG-06'],
  ['opgesloten', 'ALG-13'],
  ['camera', 'ARB-17'],
  ['bedreiging', 'ALG-16'],
  ['dwang', 'ALG-15'],
  ['vervalst', 'ALG-03'],
  ['chauffeur', 'ARB-21'],
  ['sieraden', 'SEX-11'],
  ['uithuwelijken', 'DIENST-07'],
  ['verslaafd', 'ALG-28'],
  ['autisme', 'CRIM-13'],
  ['mantelzorg', 'DIENST-09'],
  ['bijstand', 'ARB-14'],
  ['wachtwoord', 'ALG-09'],
  ['katvanger', 'CRIM-10'],
  ['overlast', 'ALG-23'],
  ['lawaai buren', 'ALG-23'],
  ['vloek', 'SEX-18'],
  ['pleegkind', 'DIENST-04'],
  ['handtekening', 'ARB-18'],
  ['opgelicht', 'ARB-13'],
  ['verkracht', 'SEX-10'],
];

describe('searching the catalogue with everyday words', () => {
  it.for(SAID)('finds for «%s» among others %s, without a guess', ([typed, id]) => {
    const { ids, isGuess } = found(typed);
    expect([ids.includes(id), isGuess]).toEqual([true, false]);
    // an answer that holds half of the catalogue is none
    expect(ids.length).toBeLessThan(signals.length / 3);
  });

  it.for([
    ['papiren', 'ALG-02'],
    ['pasport', 'ALG-02'],
    ['telefon', 'ALG-12'],
    ['schulde', 'ALG-10'],
    ['salarus', 'ARB-06'],
    ['prostitusie', 'SEX-03'],
    ['mishandelng', 'ALG-07'],
    ['geslage', 'ALG-07'],
    ['bijstant', 'ARB-14'],
  ] as const)('forgives how «%s» is written', ([typed, id]) => {
    expect(found(typed).ids).toContain(id);
  });

  it.for([
    ['papers', 'ALG-02'],
    ['weed', 'CRIM-09'],
    ['salary', 'ARB-06'],
    ['bruises', 'ALG-07'],
    ['brothel', 'SEX-03'],
    ['greenhouse', 'ARB-05'],
    ['boss', 'ARB-01'],
    ['interpreter', 'ALG-01'],
  ] as const)('finds for «%s» in English among others %s', ([typed, id]) => {
    expect(found(typed, 'en').ids).toContain(id);
  });

  it('finds nothing for what no signal is about', () => {
    for (const typed of ['zwembad', 'fietspomp', 'kerstboom', 'vuilnis'])
      expect([typed, found(typed).ids]).toEqual([typed, []]);
  });

  it('shows what has the very word first, and says when there is more than that', () => {
    expect(found('bedden')).toMatchObject({ isWider: true });
    expect(found('bedden').ids[0]).toBe('ARB-03');
    expect(found('anoniem')).toMatchObject({ ids: ['ALG-26'], isWider: false });
  });
});

describe('the everyday words as content', () => {
  const NAME = 'content/search-words/2026-11.json';
  const edition = () => JSON.parse(readFileSync(NAME, 'utf8')) as { groups: { say: string[]; means: string[] }[] };
  const read = (changed: unknown) => () => readEdition(NAME, JSON.stringify(changed, null, 2), SEARCH_WORDS);

  it('lead to signals that are there, each of them', () => {
    for (const { language, means } of words)
      for (const begin of means) {
        const { found: all } = searchSignals(signals, 'x', language, {
          words: [{ language, say: ['x'], means: [begin] }],
          namesOf: ({ form, category }) =>
            `${SIGNAL_FORM_NAMES[language][form]} ${SIGNAL_CATEGORY_NAMES[language][category]}`,
        });
        expect([language, begin, all.length > 0]).toEqual([language, begin, true]);
      }
  });

  it('are refused when they name what is never a signal, or are no single word', () => {
    const changed = edition();
    changed.groups[0]!.say.push('nationaliteit');
    expect(read(changed)).toThrow(/regel \d+: groups\.0\.say\.\d+: «nationaliteit» is nooit een signaal/);
    const spaced = edition();
    spaced.groups[0]!.means.push('twee woorden');
    expect(read(spaced)).toThrow(/één woord/);
    expect(read(edition())).not.toThrow();
  });
});
