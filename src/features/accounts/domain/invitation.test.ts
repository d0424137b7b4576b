import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  codeFrom,
  type Invite,
  isCodeOf,
  judgeInvite,
  judgeOperatorInvite,
  readCode,
  standingOf,
} from './invitation.ts';

const TODAY = day('2027-03-01');
const codeOf = (judged: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  judged.ok ? 'ok' : judged.error!.code;

describe('a code', () => {
  it('has twenty signs in groups that nobody mistakes, and uses every bit of chance', () => {
    expect(codeFrom(Uint8Array.from({ length: 20 }, (_, index) => index))).toBe('23456-789AB-CDEFG-HJKLM');
    expect(codeFrom(new Uint8Array(20).fill(255))).toBe('ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ');
  });

  it('is read however it is typed', () => {
    expect(readCode(' 23456 789ab–cdefg.hjklm ')).toBe('23456-789AB-CDEFG-HJKLM');
    expect(readCode('')).toBe('');
  });
});

describe('an invitation', () => {
  const at = new Date('2027-03-01T12:00:00Z');
  const later = new Date('2027-03-02T12:00:00Z');
  const earlier = new Date('2027-02-28T12:00:00Z');
  const fresh = { codeExpiresAt: undefined, lapsesAt: later, usedAt: undefined, withdrawnAt: undefined };

  it('waits, has a code that works, and lapses', () => {
    expect(standingOf(fresh, at)).toBe('waits');
    expect(standingOf({ ...fresh, codeExpiresAt: later }, at)).toBe('has-code');
    expect(standingOf({ ...fresh, codeExpiresAt: earlier }, at)).toBe('waits');
    expect(standingOf({ ...fresh, lapsesAt: earlier, codeExpiresAt: earlier }, at)).toBe('lapsed');
    expect(standingOf({ ...fresh, codeExpiresAt: at }, at)).toBe('waits');
  });

  it('goes on only with what was begun under the code that it has now', () => {
    const made = { ...fresh, codeExpiresAt: later };
    expect([isCodeOf(made, at), isCodeOf(made, earlier), isCodeOf(fresh, at)]).toEqual([true, false, false]);
  });

  it('is over once used or taken back, also when its code would still hold', () => {
    expect(standingOf({ ...fresh, codeExpiresAt: later, usedAt: earlier }, at)).toBe('used');
    expect(standingOf({ ...fresh, codeExpiresAt: later, withdrawnAt: earlier }, at)).toBe('withdrawn');
  });
});

describe('asking somebody in', () => {
  const judge = (change: Partial<Invite> = {}, kind = 'opvangorganisatie', hasProvider = false) =>
    codeOf(
      judgeInvite({ role: 'opvang', reason: 'Nieuw', lastDay: undefined, ...change }, { kind, hasProvider }, TODAY),
    );

  it('is for a role that this kind of organisation has, and for a reason', () => {
    expect(judge()).toBe('ok');
    expect([judge({ role: 'bestuurder' }), judge({ role: 'koning' })]).toEqual(['unknown-role', 'unknown-role']);
    expect(judge({ reason: ' ' })).toBe('gift-reason-missing');
  });

  it('is refused where an identity provider says who comes in', () => {
    expect(judge({}, 'opvangorganisatie', true)).toBe('has-provider');
  });

  it('as a substitute is for fourteen days at most, today counted', () => {
    expect(judge({ lastDay: TODAY })).toBe('ok');
    expect(judge({ lastDay: day('2027-03-14') })).toBe('ok');
    expect(judge({ lastDay: day('2027-03-15') })).toBe('substitution-too-long');
    expect(judge({ lastDay: day('2027-02-28') })).toBe('ends-in-past');
  });
});

describe('an administrator let in from outside', () => {
  const judge = (deciders: number, accessLost = false, kind = 'opvangorganisatie', hasProvider = false) =>
    codeOf(judgeOperatorInvite({ kind, hasProvider, deciders }, { accessLost }));

  it('comes in while fewer than two people there can agree about a role', () => {
    expect([judge(0), judge(1), judge(2)]).toEqual(['ok', 'ok', 'can-invite-themselves']);
  });

  it('comes in later only because access was lost', () => {
    expect(judge(3, true)).toBe('ok');
  });

  it('never where a provider runs or where the role does not exist', () => {
    expect(judge(0, true, 'opvangorganisatie', true)).toBe('has-provider');
    expect(judge(0, false, 'politie')).toBe('unknown-role');
  });
});
