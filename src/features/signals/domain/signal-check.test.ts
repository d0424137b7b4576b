import { describe, expect, it } from 'vitest';
import { OWN_STATEMENT, type Signal } from './catalogue.ts';
import { adviseOn, type CheckAnswers, signalsToAsk } from './signal-check.ts';

const signal = (changes: Partial<Signal> = {}): Signal => ({
  id: 'ALG-05',
  form: 'general',
  category: 'housing',
  roles: ['BZ'],
  strength: 'weak',
  nl: 'x',
  en: 'x',
  sexWorkIsLegal: false,
  elsewise: { nl: 'x', en: 'x', owner: 'x', reviewedBy: null },
  validatedBy: null,
  validatedOn: null,
  ...changes,
});
const answers = (changes: Partial<CheckAnswers>): CheckAnswers => ({
  about: 'person',
  isAcute: false,
  isMinor: 'no',
  hasMildIntellectualDisability: 'no',
  noticed: [],
  looksLike: [],
  ...changes,
});

describe('the advice of the check', () => {
  it('keeps apart what was seen, said by the person, said by another and supposed', () => {
    const seen = { signal: signal({ id: 'A' }), knownBy: 'seen' } as const;
    const supposed = { signal: signal({ id: 'B', category: 'money' }), knownBy: 'supposed' } as const;
    const advice = adviseOn(answers({ noticed: [supposed, seen] }));
    expect(advice.known.map(({ by, signals }) => [by, signals.map(({ id }) => id)])).toEqual([
      ['seen', ['A']],
      ['supposed', ['B']],
    ]);
    expect(advice.level).toBe('three-days');
  });

  it('takes the word of the person for a statement of coercion, and not that of another', () => {
    const own = signal({ id: OWN_STATEMENT, strength: 'strong' });
    const reasons = (knownBy: 'said' | 'heard') => adviseOn(answers({ noticed: [{ signal: own, knownBy }] })).reasons;
    expect(reasons('said')).toEqual(['states-coercion', 'strong']);
    expect(reasons('heard')).toEqual(['strong']);
  });

  it('always gives both routes, that of a child first, and that of work when it is about work', () => {
    const labour = { signal: signal({ form: 'labour-exploitation' }), knownBy: 'seen' } as const;
    const advice = adviseOn(answers({ isMinor: 'yes', noticed: [labour] }));
    expect([advice.care, advice.safety]).toEqual([
      ['minor', 'possible-victim', 'labour-exploitation'],
      ['police-report', 'labour-exploitation'],
    ]);
    const bare = adviseOn(answers({}));
    expect([bare.care, bare.safety]).toEqual([['possible-victim'], ['police-report']]);
  });

  it('asks no age of a place', () => {
    const weak = { signal: signal(), knownBy: 'seen' } as const;
    const advice = adviseOn(answers({ about: 'place', isMinor: 'yes', noticed: [weak] }));
    expect([advice.level, advice.followsMeldcode, advice.care]).toEqual(['remember', false, ['possible-victim']]);
  });
});

describe('the signals to choose from', () => {
  const all = [
    signal({ id: 'general', roles: ['KCC'] }),
    signal({ id: 'own', roles: ['TH'], form: 'labour-exploitation' }),
    signal({ id: 'body', roles: ['TH'], category: 'body' }),
    signal({ id: 'said', roles: ['TH'], category: 'statement' }),
  ];
  const ids = (...asked: [CheckAnswers['about'], Signal['roles'][number] | undefined]) =>
    signalsToAsk(all, ...asked).map(({ id }) => id);

  it('are those of one’s work, and the general ones for other work', () => {
    expect(ids('person', 'TH')).toEqual(['own', 'body', 'said']);
    expect(ids('person', undefined)).toEqual(['general', 'body', 'said']);
  });

  it('say nothing of a body or a conversation when it is about a place', () => {
    expect(ids('place', 'TH')).toEqual(['own']);
  });
});
