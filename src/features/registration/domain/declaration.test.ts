import { expect, it } from 'vitest';
import { attachable, type Declaration, isReviewed, wordsOf } from './declaration.ts';

const TEXT: Declaration = {
  purpose: 'help',
  language: 'ar',
  direction: 'rtl',
  title: 'titel',
  paragraphs: ['een', 'twee'],
  agrees: 'akkoord',
  date: 'datum',
  signature: 'naam',
  reviewedBy: null,
  reviewedOn: null,
};
const REVIEWED = { ...TEXT, reviewedBy: 'beëdigd vertaler, Voorbeeld Fictief', reviewedOn: '2026-11-30' };

it('attaches nothing that no named human looked through', () => {
  for (const draft of [
    TEXT,
    { ...REVIEWED, reviewedBy: null },
    { ...REVIEWED, reviewedBy: ' ' },
    { ...REVIEWED, reviewedOn: null },
  ]) {
    expect(isReviewed(draft)).toBe(false);
    expect(attachable([draft], 'help', 'ar')).toBeUndefined();
  }
});

it('attaches a text that was looked through, for its own purpose and language only', () => {
  expect(attachable([TEXT, REVIEWED], 'help', 'ar')).toBe(REVIEWED);
  expect(attachable([REVIEWED], 'registration', 'ar')).toBeUndefined();
  expect(attachable([REVIEWED], 'help', 'vi')).toBeUndefined();
  expect(attachable([REVIEWED], 'help', 'other')).toBeUndefined();
});

it('keeps the hash of everything that is signed', () => {
  expect(wordsOf(TEXT)).toBe('titel\neen\ntwee\nakkoord');
});
