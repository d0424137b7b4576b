import { describe, expect, it } from 'vitest';
import {
  type ConsentLaw,
  everyAnswer,
  type GuideAnswers,
  type GuideRule,
  ruleFor,
  standingOf,
  whoConsents,
  whoConsentsHere,
} from './reporting-guide.ts';

const ANSWERS: GuideAnswers = {
  reporter: 'JEUGD',
  age: '16-17',
  capacity: 'yes',
  consent: 'given',
  purpose: 'registration',
};
const RULES: readonly GuideRule[] = [
  { id: 'one', if: { duty: ['must'] }, lead: 'must', first: 'nothing', help: 'not-asked' },
  { id: 'two', if: { consent: ['given'], age: ['16-17'] }, lead: 'by-name', first: 'nothing', help: 'with-consent' },
  { id: 'rest', if: {}, lead: 'nameless', first: 'ask', help: 'ask-first' },
];
const LAWS: readonly ConsentLaw[] = [
  { id: 'uavg', purpose: 'registration', reporters: [], consentAge: 16 },
  { id: 'youth', purpose: 'help', reporters: ['JEUGD'], consentAge: null },
  { id: 'wmo', purpose: 'help', reporters: [], consentAge: 12 },
];

describe('the decision table', () => {
  it('takes the first row that fits, and what a row does not name does not matter', () => {
    expect(ruleFor(RULES, 'must', ANSWERS)?.id).toBe('one');
    expect(ruleFor(RULES, 'may', ANSWERS)?.id).toBe('two');
    expect(ruleFor(RULES, 'may', { ...ANSWERS, age: '12-15' })?.id).toBe('rest');
  });

  it('answers with nothing where the table has a hole', () => {
    expect(ruleFor(RULES.slice(0, 2), 'may', { ...ANSWERS, consent: 'refused' })).toBeUndefined();
  });

  it('knows every combination of answers once', () => {
    const all = [...everyAnswer()].map((each) => JSON.stringify(each));
    expect([all.length, new Set(all).size]).toEqual([10 * 5 * 3 * 5 * 2, all.length]);
  });
});

describe('the three routes', () => {
  it('leave reporting without a name open to everybody, whatever was answered', () => {
    for (const answers of everyAnswer()) expect(standingOf('nameless', 'by-name', 'may', answers)).toBe('open');
  });

  it('open by name only with a consent that holds, of somebody whose age is known', () => {
    const byName = (change: Partial<GuideAnswers>) =>
      standingOf('by-name', 'nameless', 'may', { ...ANSWERS, ...change });
    expect(byName({})).toBe('open');
    expect(byName({ consent: 'not-asked' })).toBe('other');
    expect(byName({ consent: 'representative-contested' })).toBe('other');
    expect(byName({ capacity: 'doubt' })).toBe('other');
    expect(byName({ age: 'unknown' })).toBe('other');
  });

  it('keep the duty to those who have it', () => {
    expect(standingOf('must', 'nameless', 'may', ANSWERS)).toBe('other');
    expect(standingOf('must', 'must', 'must', ANSWERS)).toBe('lead');
  });
});

describe('who consents', () => {
  const by = (purpose: ConsentLaw['purpose'], reporter: GuideAnswers['reporter'], age: GuideAnswers['age']) =>
    whoConsents(LAWS, purpose, reporter, age)?.by;

  it('follows the law of the purpose: sixteen for the register, twelve for help', () => {
    expect(by('registration', 'AMBUL', '16-17')).toBe('person');
    expect(by('registration', 'AMBUL', '12-15')).toBe('representative');
    expect(by('help', 'AMBUL', '12-15')).toBe('person');
    expect(by('help', 'AMBUL', 'under-12')).toBe('representative');
  });

  it('lets youth care follow sixteen for the register, and its own rules for help', () => {
    expect(by('registration', 'JEUGD', '12-15')).toBe('representative');
    expect(by('help', 'JEUGD', '16-17')).toBe('own-rules');
    expect(by('help', 'JEUGD', '18-or-older')).toBe('person');
  });

  it('asks a child of twelve to fifteen what it wants, whoever consents', () => {
    expect(whoConsents(LAWS, 'registration', 'JEUGD', '12-15')?.asksWish).toBe(true);
    expect(whoConsents(LAWS, 'help', 'AMBUL', '12-15')?.asksWish).toBe(true);
    expect(whoConsents(LAWS, 'registration', 'JEUGD', '16-17')?.asksWish).toBe(false);
  });

  it('names nobody to ask who may be involved, or who may not oversee it', () => {
    const here = (purpose: ConsentLaw['purpose'], change: Partial<GuideAnswers>) =>
      whoConsentsHere(LAWS, purpose, { ...ANSWERS, ...change })?.by;
    for (const age of ['under-12', '12-15'] as const)
      expect(here('registration', { age, consent: 'representative-contested' })).toBe('not-this-representative');
    expect(here('help', { reporter: 'AMBUL', age: 'under-12', consent: 'representative-contested' })).toBe(
      'not-this-representative',
    );
    for (const capacity of ['doubt', 'no'] as const) {
      expect(here('registration', { age: '18-or-older', capacity })).toBe('unsure');
      expect(here('registration', { age: 'under-12', capacity })).toBe('representative');
    }
    expect(here('registration', {})).toBe('person');
  });

  it('asks for the age when it is not known', () => {
    expect(by('registration', 'AMBUL', 'unknown')).toBe('ask-age');
    expect(whoConsents([], 'help', 'AMBUL', 'unknown')).toBeUndefined();
  });
});
