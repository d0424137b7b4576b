import { expect, it } from 'vitest';
import { judgeAdding, judgeRemoval, judgeUse, type PasskeyState } from './passkey.ts';

const key = (change: Partial<PasskeyState> = {}): PasskeyState => ({
  id: 'a',
  counter: 0,
  blockedAt: undefined,
  ...change,
});
const codeOf = (judged: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  judged.ok ? 'ok' : judged.error!.code;

it('takes a counter that goes forward, and one that never counts', () => {
  expect([judgeUse(key({ counter: 4 }), 5), judgeUse(key({ counter: 0 }), 1), judgeUse(key(), 0)].map(codeOf)).toEqual([
    'ok',
    'ok',
    'ok',
  ]);
});

it('refuses a counter that stays, goes back or stops counting: there may be a copy', () => {
  const used = key({ counter: 4 });
  expect([judgeUse(used, 4), judgeUse(used, 3), judgeUse(used, 0)].map(codeOf)).toEqual(
    Array(3).fill('passkey-copied'),
  );
});

it('refuses a key that was blocked, whatever it counts', () => {
  expect(codeOf(judgeUse(key({ counter: 4, blockedAt: new Date() }), 9))).toBe('passkey-blocked');
});

it('never removes the last key with which somebody comes in', () => {
  const blocked = key({ id: 'b', blockedAt: new Date() });
  expect(codeOf(judgeRemoval([key()], 'a'))).toBe('last-passkey');
  expect(codeOf(judgeRemoval([key(), blocked], 'a'))).toBe('last-passkey');
  expect(codeOf(judgeRemoval([key(), blocked], 'b'))).toBe('ok');
  expect(codeOf(judgeRemoval([key(), key({ id: 'c' })], 'a'))).toBe('ok');
  expect(codeOf(judgeRemoval([key()], 'of-somebody-else'))).toBe('not-found');
});

it('adds a tenth key and no eleventh', () => {
  expect(codeOf(judgeAdding(Array(9).fill(key())))).toBe('ok');
  expect(codeOf(judgeAdding(Array(10).fill(key())))).toBe('too-many-passkeys');
});
