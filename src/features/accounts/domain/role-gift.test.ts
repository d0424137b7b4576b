import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { judgeGift, type RoleGift } from './role-gift.ts';

const TODAY = day('2027-03-01');
const held = (personId: string, role: string, validUntil?: string) => ({
  membershipId: `${personId} ${role}`,
  personId,
  role,
  validFrom: day('2026-01-01'),
  validUntil: validUntil === undefined ? undefined : day(validUntil),
});
const roles = [held('asker', 'beheerder'), held('noor', 'medewerker'), held('gone', 'medewerker', '2027-02-01')];
const judge = (change: Partial<RoleGift> = {}, hands: readonly string[] = ['asker'], kind = 'gemeente') => {
  const gift = { personId: 'noor', role: 'aandachtsfunctionaris', reason: 'Zij volgt Tom op', ...change };
  const judged = judgeGift(gift, roles, kind, hands, TODAY);
  return judged.ok ? 'ok' : judged.error.code;
};

it('gives a colleague a role that her organisation has', () => {
  expect(judge()).toBe('ok');
});

it('refuses a role that is raised by its own holder, whether she asks or agrees', () => {
  expect(judge({ personId: 'asker' })).toBe('raises-own-role');
  expect(judge({}, ['asker', 'noor'])).toBe('raises-own-role');
});

it('refuses who does not work here today, a role that is not here, and one she holds', () => {
  expect([judge({ personId: 'stranger' }), judge({ personId: 'gone' })]).toEqual([
    'unknown-colleague',
    'unknown-colleague',
  ]);
  expect([judge({ role: 'koning' }), judge({ role: 'opvang' })]).toEqual(['unknown-role', 'unknown-role']);
  expect(judge({ role: 'opvang' }, ['asker'], 'opvangorganisatie')).toBe('ok');
  expect(judge({ role: 'medewerker' })).toBe('role-held');
});

it('asks why', () => {
  expect(judge({ reason: ' ' })).toBe('gift-reason-missing');
});
