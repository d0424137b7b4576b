import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyAnswer, type GuideAnswers } from '../domain/reporting-guide.ts';
import { guidanceFor, REGISTRATION_RULES } from './registration-rules.ts';

const read = (edition: string) => JSON.parse(readFileSync(`content/registration-rules/${edition}.json`, 'utf8'));
const shipped = read('2026-12');
const RULES = REGISTRATION_RULES.schema.parse(shipped);

describe('an edition', () => {
  it('of before still reads, and the next differs in its readings alone', () => {
    const without = ({
      readings: _readings,
      id: _id,
      validFrom: _from,
      note: _note,
      ...rest
    }: Record<string, unknown>) => rest;
    expect(without(read('2026-12'))).toEqual(without(read('2026-11')));
    expect(REGISTRATION_RULES.schema.safeParse(read('2026-11')).success).toBe(true);
  });

  it('dates a reading by a day, a month, a year or nothing, and by no day that does not exist', () => {
    const dated = (statedOn: string | null) =>
      REGISTRATION_RULES.schema.safeParse({
        ...shipped,
        readings: shipped.readings.map((each: object) => ({ ...each, statedOn })),
      }).success;
    for (const fine of ['2022-10-31', '2022-10', '2022', null]) expect([fine, dated(fine)]).toEqual([fine, true]);
    for (const wrong of ['2022-13', '2022-02-30', 'oktober 2022', ''])
      expect([wrong, dated(wrong)]).toEqual([wrong, false]);
  });
});

const ANSWERS: GuideAnswers = {
  reporter: 'AMBUL',
  age: '18-or-older',
  capacity: 'yes',
  consent: 'given',
  purpose: 'registration',
};

/** Case by case: what is answered, and what must come out. */
const CASES: readonly [string, Partial<GuideAnswers>, { rule: string; lead: string; first: string; help: string }][] = [
  [
    'police, without asking',
    { reporter: 'POL', consent: 'not-asked' },
    { rule: 'must-register', lead: 'must', first: 'nothing', help: 'not-asked' },
  ],
  [
    'police, against her wish',
    { reporter: 'POL', consent: 'refused' },
    { rule: 'must-register', lead: 'must', first: 'nothing', help: 'not-asked' },
  ],
  [
    'Marechaussee with help and consent',
    { reporter: 'KMAR', purpose: 'registration-and-help' },
    { rule: 'must-help-consent', lead: 'must', first: 'nothing', help: 'with-consent' },
  ],
  [
    'Labour Authority with help, not asked',
    { reporter: 'NLA', consent: 'not-asked', purpose: 'registration-and-help' },
    { rule: 'must-help-ask', lead: 'must', first: 'ask', help: 'ask-first' },
  ],
  [
    'police with help and a doubt',
    { reporter: 'POL', capacity: 'doubt', purpose: 'registration-and-help' },
    { rule: 'must-help-doubt', lead: 'must', first: 'consult', help: 'consult-first' },
  ],
  [
    'police with help and a contested guardian',
    { reporter: 'POL', age: 'under-12', consent: 'representative-contested', purpose: 'registration-and-help' },
    { rule: 'must-help-contested', lead: 'must', first: 'consult', help: 'consult-first' },
  ],
  ['a counsellor with consent', {}, { rule: 'consent', lead: 'by-name', first: 'nothing', help: 'with-consent' }],
  [
    'a counsellor who did not ask',
    { consent: 'not-asked' },
    { rule: 'ask-later', lead: 'nameless', first: 'ask', help: 'ask-first' },
  ],
  [
    'a counsellor who cannot ask',
    { consent: 'cannot-ask' },
    { rule: 'ask-later', lead: 'nameless', first: 'ask', help: 'ask-first' },
  ],
  [
    'a counsellor to whom she says no',
    { consent: 'refused' },
    { rule: 'refused', lead: 'nameless', first: 'nothing', help: 'consult-first' },
  ],
  [
    'a doubt about what she oversees',
    { capacity: 'doubt' },
    { rule: 'doubt', lead: 'nameless', first: 'consult', help: 'consult-first' },
  ],
  [
    'somebody of unknown age',
    { age: 'unknown' },
    { rule: 'age-unknown', lead: 'nameless', first: 'ask-age', help: 'ask-first' },
  ],
  [
    'youth care, sixteen',
    { reporter: 'JEUGD', age: '16-17' },
    { rule: 'consent', lead: 'by-name', first: 'nothing', help: 'with-consent' },
  ],
  [
    'youth care, fourteen',
    { reporter: 'JEUGD', age: '12-15' },
    { rule: 'child', lead: 'by-name', first: 'nothing', help: 'with-consent' },
  ],
  [
    'youth care, the guardian may be involved',
    { reporter: 'JEUGD', age: '12-15', consent: 'representative-contested' },
    { rule: 'contested', lead: 'nameless', first: 'consult', help: 'consult-first' },
  ],
  [
    'a municipality without consent',
    { reporter: 'GEM', consent: 'not-asked' },
    { rule: 'municipality', lead: 'nameless', first: 'care-coordinator', help: 'ask-first' },
  ],
  [
    'a municipality with consent',
    { reporter: 'GEM' },
    { rule: 'consent', lead: 'by-name', first: 'nothing', help: 'with-consent' },
  ],
];

describe('may I report', () => {
  it.each(CASES)('%s', (_name, change, wanted) => {
    const { rule } = guidanceFor(RULES, { ...ANSWERS, ...change });
    expect({ rule: rule.id, lead: rule.lead, first: rule.first, help: rule.help }).toEqual(wanted);
  });

  it('shows all three routes to everybody, one to take, and without a name always open', () => {
    for (const answers of everyAnswer()) {
      const { routes } = guidanceFor(RULES, answers);
      expect(routes.map(({ route }) => route)).toEqual(['must', 'by-name', 'nameless']);
      expect(routes.filter(({ standing }) => standing === 'lead')).toHaveLength(1);
      expect(routes.at(-1)!.standing).not.toBe('other');
      // who cannot take a route reads what she can do instead: never a bare no
      for (const { standing, otherwise } of routes) if (standing === 'other') expect(otherwise).not.toBe('');
    }
  });

  it('never asks or tells a representative who may be involved', () => {
    for (const answers of everyAnswer())
      if (answers.consent === 'representative-contested' && answers.reporter !== 'POL')
        expect(guidanceFor(RULES, answers).routes.find(({ route }) => route === 'by-name')!.standing).toBe('other');
  });

  it('gives the text for help where consent for it can be asked now, and nowhere else', () => {
    for (const answers of everyAnswer()) {
      const { rule, help, helpText } = guidanceFor(RULES, answers);
      const mayAsk = answers.purpose === 'registration-and-help' && rule.help !== 'consult-first';
      if (answers.purpose === 'registration') expect(help).toBe('not-asked');
      expect(helpText?.tell, JSON.stringify(answers)).toBe(mayAsk ? RULES.help.tell : undefined);
    }
  });

  it('uses every rule of the table', () => {
    const used = new Set([...everyAnswer()].map((answers) => guidanceFor(RULES, answers).rule.id));
    expect([...used].toSorted()).toEqual(RULES.rules.map(({ id }) => id).toSorted());
  });

  it('shows two readings of consent, each with its owner and the day on which it was read', () => {
    expect(RULES.readings.map(({ owner, readOn }) => [owner !== '', readOn])).toEqual([
      [true, '2026-11-24'],
      [true, '2026-11-24'],
    ]);
  });

  it('refuses a table with a hole, and one that leaves a route out', () => {
    const fails = (change: object) => REGISTRATION_RULES.schema.safeParse({ ...shipped, ...change }).success;
    expect(fails({})).toBe(true);
    expect(fails({ rules: shipped.rules.slice(0, -1) })).toBe(false);
    expect(fails({ routes: shipped.routes.slice(1) })).toBe(false);
  });

  it('is verified only when every part is', () => {
    expect(REGISTRATION_RULES.verifiedOn!(RULES)).toBeNull();
  });
});
