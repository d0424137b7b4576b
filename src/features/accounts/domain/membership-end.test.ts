import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../shared-kernel/plain-date.ts';
import { endRole, type HeldRole } from './membership-end.ts';

const today = day('2026-11-25');
const role = (id: string, change: Partial<HeldRole> = {}): HeldRole => ({
  membershipId: id,
  personId: `person of ${id}`,
  role: 'medewerker',
  validFrom: day('2026-01-01'),
  validUntil: undefined,
  ...change,
});
const me = role('me', { role: 'beheerder' });
const them = role('them');
const actor = { personId: me.personId, membershipId: 'me' };
const end = (roles: readonly HeldRole[], change: Partial<Parameters<typeof endRole>[2]> = {}) =>
  endRole(roles, actor, { membershipId: 'them', endsOn: today, seenEnd: undefined, ...change }, today);
const refusal = (result: ReturnType<typeof endRole>) => (result.ok ? 'ended' : result.error.code);

describe('ending somebody’s role', () => {
  it('ends it today, or on a day that comes, also when another day was agreed before', () => {
    expect(end([me, them])).toEqual({ ok: true, value: { ...them, validUntil: today } });
    const agreed = { ...them, validUntil: addDays(today, 40) };
    expect(end([me, agreed], { endsOn: addDays(today, 60), seenEnd: agreed.validUntil })).toMatchObject({
      value: { validUntil: addDays(today, 60) },
    });
  });
  it('ends what was begun by mistake on the same day', () => {
    expect(refusal(end([me, { ...them, validFrom: today }]))).toBe('ended');
  });
  it.each([
    ['somebody of elsewhere', [me], {}, 'not-found'],
    ['yesterday', [me, them], { endsOn: addDays(today, -1) }, 'ends-in-past'],
    ['before it begins', [me, { ...them, validFrom: addDays(today, 9) }], {}, 'ends-before-start'],
    ['what has ended', [me, { ...them, validUntil: today }], {}, 'already-ended'],
    ['over another end than was seen', [me, { ...them, validUntil: addDays(today, 5) }], {}, 'edit-conflict'],
    ['her own role', [me], { membershipId: 'me' }, 'own-membership'],
    ['another role of herself', [me, { ...them, personId: me.personId }], {}, 'own-membership'],
    ['when she is no administrator herself any more', [{ ...me, validUntil: today }, them], {}, 'no-administrator-now'],
    ['when she never was one', [{ ...me, role: 'medewerker' }, them], {}, 'no-administrator-now'],
  ] as const)('refuses %s', (_, roles, change, code) => expect(refusal(end(roles, change))).toBe(code));
  it('refuses to leave a day without an administrator', () => {
    const other = { ...them, role: 'beheerder' };
    expect(refusal(end([me, other]))).toBe('ended');
    const leaving = { ...me, validUntil: addDays(today, 30) };
    expect(refusal(end([leaving, other]))).toBe('last-administrator');
    expect(refusal(end([leaving, other, role('third', { role: 'beheerder' })]))).toBe('ended');
    expect(refusal(end([leaving, other, role('later', { role: 'beheerder', validFrom: addDays(today, 1) })]))).toBe(
      'last-administrator',
    );
  });
  it('never leaves a day without an administrator, whoever ends whom in which order', () => {
    const deeds = fc.array(fc.record({ by: fc.nat(3), who: fc.nat(3), inDays: fc.nat(20) }), { maxLength: 12 });
    fc.assert(
      fc.property(deeds, (all) => {
        let roles: readonly HeldRole[] = [0, 1, 2, 3].map((n) => role(`${n}`, { role: 'beheerder' }));
        for (const { by, who, inDays } of all) {
          const ended = endRole(
            roles,
            { personId: roles[by]!.personId, membershipId: `${by}` },
            { membershipId: `${who}`, endsOn: addDays(today, inDays), seenEnd: roles[who]!.validUntil },
            today,
          );
          if (ended.ok) roles = roles.map((each) => (each.membershipId === `${who}` ? ended.value : each));
        }
        expect(roles.some(({ validUntil }) => validUntil === undefined)).toBe(true);
      }),
      { seed: 20261129 },
    );
  });
});
