import { expect, it } from 'vitest';
import { answerOf, checkNote, withAnswer } from './question.ts';
import type { RegistrationContent } from './registration.ts';

const SAID: RegistrationContent = {
  ageGroup: '18-22',
  gender: 'unknown',
  nationalities: [],
  forms: ['begging'],
  sectors: [],
  exploitedIn: 'unknown',
  recruitedBy: 'unknown',
  from: undefined,
  until: undefined,
  identifiedOn: undefined,
  complaint: 'unknown',
  children: 1,
  isKmarSub3: false,
};

it('puts in only what was asked and is known', () => {
  const filled: RegistrationContent = { ...SAID, ageGroup: '51+', gender: 'man', nationalities: ['RO'], forms: [] };
  const answer = answerOf(['gender', 'forms'], filled);
  expect(answer).toEqual({ gender: 'man', forms: [] });
  expect(withAnswer(SAID, ['gender', 'forms'], answer)).toEqual({ ...SAID, gender: 'man' });
  // what was not asked does not change, whatever the message says
  expect(withAnswer(SAID, ['gender'], { ...answer, ageGroup: '51+' })).toEqual({ ...SAID, gender: 'man' });
});

it('refuses a note with a number or a name', () => {
  expect(checkNote('bel 06 12345678')).toEqual({ ok: false, error: { code: 'note-holds-number' } });
  expect(checkNote('zij heet Fatima')).toEqual({ ok: false, error: { code: 'note-names' } });
  expect(checkNote('was dit in een kas?').ok).toBe(true);
});
