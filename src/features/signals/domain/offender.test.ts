import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { asksNonPunishment, checkOffender, freePlace, isReadable, reviewAfter } from './offender.ts';

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error!.code);

it('has three places for readers and no fourth', () => {
  expect([freePlace([]), freePlace([1, 3]), freePlace([1, 2, 3])]).toEqual([1, 2, undefined]);
});

it('stays shut after three months until somebody says that it is still needed', () => {
  const reviewBy = reviewAfter(day('2026-11-30'));
  expect(reviewBy).toBe('2027-02-28');
  expect([isReadable({ reviewBy }, day('2027-02-28')), isReadable({ reviewBy }, day('2027-03-01'))]).toEqual([
    true,
    false,
  ]);
});

it('tells of non-punishment unless it is known that the person is no victim', () => {
  expect((['yes', 'no', 'unknown'] as const).map((mayBeVictim) => asksNonPunishment({ mayBeVictim }))).toEqual([
    true,
    false,
    true,
  ]);
});

it('takes a name, a plate or a number as such, and no citizen service number', () => {
  expect(codeOf(checkOffender('name', 'Bas Fictief'))).toBe('ok');
  expect(codeOf(checkOffender('name', 'Bas Fictief 111222333'))).toBe('bsn-not-kept');
  expect(codeOf(checkOffender('plate', 'XX-123-Y'))).toBe('ok');
  expect(codeOf(checkOffender('plate', 'een rode auto'))).toBe('not-a-plate');
  for (const typed of ['06 1234 5678', '06.12.34.56.78', '(050) 123 45 67', '+32 470/12 34 56'])
    expect(codeOf(checkOffender('phone', typed))).toBe('ok');
  expect(codeOf(checkOffender('phone', 'zijn broer'))).toBe('not-a-phone');
});
