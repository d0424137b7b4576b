import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../shared-kernel/plain-date.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { ELEMENT_STATES, type Fact } from './fact.ts';
import {
  type Answer,
  checkEvidence,
  differencesOf,
  factOf,
  isPublishable,
  knownElements,
  missingOf,
  NO_EVIDENCE,
  progressOf,
  settledAnswer,
} from './scan.ts';

const today = day('2026-11-25');
const framework = currentFramework();

function anAnswer(respondent: string, change: Partial<Answer> = {}): Answer {
  return {
    element: 'K1.1',
    respondentId: respondent,
    respondentName: `${respondent} Fictief`,
    origin: 'asked',
    state: 'present',
    evidence: NO_EVIDENCE,
    regionId: undefined,
    reason: undefined,
    remark: undefined,
    version: 1,
    answeredAt: new Date('2026-11-20T09:00:00Z'),
    ...change,
  };
}
const evidence = (change: Partial<Answer['evidence']>) => ({ ...NO_EVIDENCE, title: 'Voorbeeldbeleid', ...change });
const codeOf = (change: Partial<Answer['evidence']>) => {
  const checked = checkEvidence(evidence(change), today);
  return checked.ok ? 'ok' : checked.error.code;
};

describe('evidence', () => {
  it('is refused when it is adopted or written in the future', () => {
    expect(codeOf({ decidedOn: addDays(today, 1) })).toBe('decided-in-future');
    expect(codeOf({ documentOn: addDays(today, 1) })).toBe('document-in-future');
    expect(codeOf({ documentOn: today, decidedOn: today })).toBe('ok');
  });
  it('is refused when it was adopted before it was written', () =>
    expect(codeOf({ documentOn: day('2026-03-02'), decidedOn: day('2026-03-01') })).toBe('decided-before-document'));
  it('is refused when it ends before it begins, and may have ended', () => {
    expect(codeOf({ documentOn: day('2026-03-01'), validUntil: day('2026-03-01') })).toBe('ends-before-decision');
    expect(codeOf({ decidedOn: day('2020-03-01'), validUntil: day('2024-03-01') })).toBe('ok');
  });
});

describe('an answer', () => {
  it.each([
    ['present', {}, false, 'evidence'],
    ['regional', {}, false, 'evidence'],
    ['present', { evidence: evidence({}) }, false, undefined],
    ['not-applicable', {}, false, 'reason'],
    ['not-applicable', { reason: 'Hier is geen opvang.' }, false, undefined],
    ['unknown', {}, false, 'colleague'],
    ['unknown', {}, true, undefined],
    ['absent', {}, false, undefined],
    ['started', {}, false, undefined],
  ] as const)('"%s" with %j, asked on: %s, misses %s', (state, change, isAsked, missing) =>
    expect(missingOf(anAnswer('Noor', { state, ...change }), isAsked)).toBe(missing));

  it('becomes a fact that takes no remark along, whatever is in it', () => {
    const date = fc.integer({ min: -4000, max: 0 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(
        fc.constantFrom(...ELEMENT_STATES),
        fc.option(date, { nil: undefined }),
        fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
        (state, decidedOn, lasts) => {
          const validUntil = lasts === undefined ? undefined : addDays(decidedOn ?? today, lasts);
          const answer = anAnswer('Noor', { state, evidence: evidence({ decidedOn, validUntil }), remark: 'intern' });
          const fact = factOf(answer, 'scan', 'Noor Fictief', today);
          expect(JSON.stringify(fact)).not.toContain('intern');
          expect(fact.lapsesOn === undefined || fact.lapsesOn >= fact.asOf).toBe(true);
          expect(fact.asOf <= today).toBe(true);
        },
      ),
      { seed: 20261125 },
    );
  });

  it('counts for two years when nobody knows its end, and is about the last year when it is in use', () => {
    const hours = anAnswer('Noor', { element: 'K1.5' });
    expect(factOf(hours, 'scan', 'Noor', today).lapsesOn).toBe('2028-11-25');
    // nobody makes up until when policy is adopted
    expect(factOf(anAnswer('Noor'), 'scan', 'Noor', today).lapsesOn).toBeUndefined();
    const used = anAnswer('Noor', { state: 'working', evidence: evidence({ decidedOn: day('2022-01-01') }) });
    expect(factOf(used, 'scan', 'Noor', today).asOf).toBe(today);
    expect(factOf({ ...used, state: 'present' }, 'scan', 'Noor', today).asOf).toBe('2022-01-01');
    expect(factOf(anAnswer('Noor', { state: 'absent' }), 'scan', 'Noor', today).lapsesOn).toBeUndefined();
  });

  it('keeps apart the days that somebody gave from those that nobody did', () => {
    const hours = (change: Partial<Answer>) =>
      factOf(anAnswer('Noor', { element: 'K1.5', ...change }), 'scan', 'Noor', today);
    expect(hours({})).toMatchObject({ isDayGiven: false, isEndGiven: false });
    const dated = evidence({ decidedOn: day('2026-03-01'), validUntil: day('2028-03-01') });
    expect(hours({ evidence: dated })).toMatchObject({ isDayGiven: true, isEndGiven: true });
    expect(hours({ evidence: dated, state: 'working' })).toMatchObject({ isDayGiven: false, isEndGiven: true });
  });
});

describe('what the country may see of an answer', () => {
  const proof = evidence({ decidedOn: day('2026-03-01'), validUntil: day('2028-03-01') });
  const hours = anAnswer('Noor', { element: 'K1.5', evidence: proof });
  const seen = (change: Partial<Answer>) => isPublishable({ ...hours, ...change });

  it('is on which evidence it is there, since when and until when', () => {
    expect(seen({})).toBe(true);
    expect(seen({ state: 'regional' })).toBe(true);
    expect(seen({ evidence: { ...proof, decidedOn: undefined, documentOn: day('2026-02-01') } })).toBe(true);
    expect(seen({ evidence: { ...proof, title: undefined } })).toBe(false);
    expect(seen({ evidence: { ...proof, title: undefined, link: 'https://voorbeeld.invalid' } })).toBe(true);
    expect(seen({ evidence: { ...proof, decidedOn: undefined } })).toBe(false);
    expect(seen({ evidence: { ...proof, validUntil: undefined } })).toBe(false);
    expect(seen({ state: 'started' })).toBe(false);
    expect(isPublishable(anAnswer('Noor'))).toBe(false);
  });

  it('is of policy only what this municipality decided', () => {
    const policy = (change: Partial<Answer['evidence']>, state: Answer['state'] = 'present') =>
      seen({ element: 'K1.1', state, evidence: { ...proof, ...change } });
    expect(policy({})).toBe(false);
    expect(policy({ adoptingBody: 'het college van B&W' })).toBe(true);
    expect(policy({ adoptingBody: 'algemeen bestuur van de regio' })).toBe(false);
    expect(policy({ adoptingBody: 'het college van B&W' }, 'regional')).toBe(false);
  });
});

describe('respondents who differ', () => {
  const present = anAnswer('Noor', { evidence: evidence({}) });
  const absent = anAnswer('Tom', { state: 'absent' });

  it('are set beside each other; who does not know differs from nobody', () => {
    expect(differencesOf(framework, [present, absent], [])).toMatchObject([
      { element: 'K1.1', answers: [present, absent] },
    ]);
    expect(differencesOf(framework, [present, anAnswer('Tom', { state: 'unknown' })], [])).toEqual([]);
  });

  it('are settled by a choice, until one of them changes an answer', () => {
    const [difference] = differencesOf(framework, [present, absent], []);
    const choice = { element: 'K1.1', respondentId: 'Tom', reason: 'x', seen: difference!.seen, chosenByName: 'Noor' };
    const [chosen] = differencesOf(framework, [absent, present], [choice]);
    expect(settledAnswer([present, absent], chosen)).toBe(absent);
    const [again] = differencesOf(framework, [present, { ...absent, version: 2 }], [choice]);
    expect(again?.choice).toBeUndefined();
    expect(settledAnswer([present, absent], again)).toBeUndefined();
  });

  it('who say the same are counted once, with the best evidence, whatever the order', () => {
    const bare = anAnswer('Tom');
    const unknown = anAnswer('Bilal', { state: 'unknown' });
    for (const answers of [
      [present, bare, unknown],
      [unknown, bare, present],
      [bare, present, unknown],
    ])
      expect(settledAnswer(answers, undefined)).toBe(present);
    expect(settledAnswer([], undefined)).toBeUndefined();
  });
});

describe('what is known already', () => {
  const fact = {
    element: 'K1.3',
    source: 'plan',
    state: 'present',
    statement: 'Er is een plan.',
    lapsesOn: day('2027-01-01'),
  };
  const facts = (change: Partial<Fact> = {}) => [{ ...fact, ...change } as Fact];

  it('comes from other parts of the product as long as it counts, and from documents and the region', () => {
    expect([...knownElements(facts(), [], today).keys()]).toEqual(['K1.3']);
    expect([...knownElements(facts({ lapsesOn: today }), [], today).keys()]).toEqual([]);
    expect([...knownElements(facts({ source: 'scan' }), [], today).keys()]).toEqual([]);
    expect([...knownElements(facts({ source: 'public-source' }), [], today).keys()]).toEqual(['K1.3']);
    expect([...knownElements(facts({ state: 'started' }), [], today).keys()]).toEqual([]);
    const answers = [anAnswer('Noor', { origin: 'region', state: 'regional' }), anAnswer('Noor', { element: 'K1.2' })];
    expect([...knownElements([], answers, today).keys()]).toEqual(['K1.1']);
  });

  it('counts as done for everybody', () => {
    const elements = framework.elements.slice(0, 3);
    const known = knownElements(facts(), [], today);
    expect(progressOf(elements, [anAnswer('Noor')], known, 'Noor')).toEqual({ done: 2, of: 3 });
    expect(progressOf(elements, [anAnswer('Noor')], known, 'Tom')).toEqual({ done: 1, of: 3 });
  });
});
