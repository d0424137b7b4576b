import { expect, it } from 'vitest';
import { type CallAnswers, checkCallTexts, mayBecomeHelp, mayBeRegistered } from './call.ts';

const NOTHING: CallAnswers = {
  about: 'iemand werkt zonder loon',
  reporterType: undefined,
  callBack: '',
  question: undefined,
  registration: undefined,
  help: undefined,
};
const HELP: NonNullable<CallAnswers['help']> = {
  needs: ['shelter'],
  urgency: undefined,
  danger: 'unknown',
  ageGroup: 'unknown',
  gender: 'unknown',
  region: 'unknown',
  language: 'nl',
  needsInterpreter: false,
  children: undefined,
  consent: 'signed',
};
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error!.code;

it('keeps no number in what was told, in neither text', () => {
  expect(codeOf(checkCallTexts({ about: 'bel 06 12345678', question: '' }, true))).toBe('about-holds-number');
  expect(codeOf(checkCallTexts({ about: 'werk', question: 'mail a@b.nl' }, true))).toBe('question-holds-number');
  expect(codeOf(checkCallTexts({ about: 'werkt zonder loon', question: 'hoe oud?' }, false))).toBe('ok');
});

it('asks about what looks like a name, until somebody says that it is none', () => {
  const texts = { about: 'zij heet Fatima', question: '' };
  expect(codeOf(checkCallTexts(texts, false))).toBe('about-names');
  expect(codeOf(checkCallTexts(texts, true))).toBe('ok');
});

it('registers with almost nothing known, but never without who reports', () => {
  const registration = { region: 'unknown', content: {} } as unknown as NonNullable<CallAnswers['registration']>;
  expect(codeOf(mayBeRegistered({ ...NOTHING, registration }))).toBe('reporter-unknown');
  expect(codeOf(mayBeRegistered({ ...NOTHING, registration, reporterType: 'GEM' }))).toBe('ok');
});

it('looks for help only when it is known what, on what it rests and whom to call back', () => {
  const asked = { ...NOTHING, help: HELP, callBack: '000 0000000' };
  expect(codeOf(mayBecomeHelp(asked))).toBe('ok');
  expect(codeOf(mayBecomeHelp({ ...asked, help: { ...HELP, needs: [] } }))).toBe('need-unknown');
  expect(codeOf(mayBecomeHelp({ ...asked, help: { ...HELP, consent: 'not-asked' } }))).toBe('consent-not-asked');
  expect(codeOf(mayBecomeHelp({ ...asked, callBack: '' }))).toBe('call-back-unknown');
});
