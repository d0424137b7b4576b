import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type AnswersInput, checkAnswers, type LeavingAnswers, mayLeave } from './leaving.ts';

const today = day('2026-11-29');
const person = { kind: 'person', isMinor: 'no', isDangerNow: false } as const;
const answers: LeavingAnswers = {
  personKnows: 'yes',
  personWants: 'yes',
  hasSafeWay: 'yes',
  lookAgainOn: undefined,
  reporterAgrees: false,
  answeredOn: today,
};
const refused = (code: string) => ({ ok: false, error: { code } });

describe('before a signal about a person leaves', () => {
  it('four questions are answered; a place needs none', () => {
    expect(mayLeave(person, undefined, undefined)).toEqual(refused('answers-missing'));
    expect(mayLeave(person, answers, undefined).ok).toBe(true);
    expect(mayLeave({ ...person, kind: 'location' }, undefined, undefined).ok).toBe(true);
  });

  it('the wish of an adult who is not in danger is leading', () => {
    const no = { ...answers, personWants: 'no' } as const;
    expect(mayLeave(person, no, undefined)).toEqual(refused('person-does-not-want'));
    expect(mayLeave({ ...person, isMinor: 'unknown' }, no, undefined)).toEqual(refused('person-does-not-want'));
    expect(mayLeave({ ...person, isMinor: 'yes' }, no, undefined).ok).toBe(true);
    expect(mayLeave({ ...person, isDangerNow: true }, no, undefined).ok).toBe(true);
  });

  it.each([
    'personKnows',
    'personWants',
    'hasSafeWay',
  ] as const)('what is not known (%s) is first asked of somebody who knows', (question) => {
    const unknown = { ...answers, [question]: 'unknown' };
    expect(mayLeave(person, unknown, undefined)).toEqual(refused('consult-first'));
    expect(mayLeave(person, unknown, undefined)).toEqual(refused('consult-first'));
    // advice of before was about something else
    expect(mayLeave(person, unknown, day('2026-11-28'))).toEqual(refused('consult-first'));
    expect(mayLeave(person, unknown, today).ok).toBe(true);
  });

  it('who was not told has a reason, and a day on which somebody looks at it again', () => {
    const input: AnswersInput = {
      ...answers,
      personKnows: 'no',
      notToldBecause: 'Het maakt de dader wakker',
      lookAgainOn: day('2027-01-10'),
    };
    expect(checkAnswers(input, today).ok).toBe(true);
    expect(checkAnswers({ ...input, notToldBecause: undefined }, today)).toEqual(refused('not-told-reason-missing'));
    expect(checkAnswers({ ...input, lookAgainOn: undefined }, today)).toEqual(refused('look-again-missing'));
    expect(checkAnswers({ ...input, lookAgainOn: today }, today)).toEqual(refused('look-again-past'));
    expect(checkAnswers({ ...input, lookAgainOn: day('2027-03-01') }, today)).toEqual(refused('look-again-too-late'));
    expect(checkAnswers({ ...input, personKnows: 'unknown', notToldBecause: undefined }, today).ok).toBe(true);
  });
});
