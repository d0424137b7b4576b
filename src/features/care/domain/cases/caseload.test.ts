import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared-kernel/plain-date.ts';
import { checkAway, type Load, loadAlarms, mayTakeOver, nextLook } from './caseload.ts';

const load: Load = {
  membershipId: 'a',
  name: 'Noor Fictief',
  leavesOn: undefined,
  open: 20,
  aftercare: 4,
  alone: 1,
  standsIn: 3,
  away: undefined,
};
const away = { fromOn: day('2026-12-01'), untilOn: day('2026-12-14'), standsInName: 'Bram Fictief' };

it('rings above the norm that was agreed, and without a norm never', () => {
  expect(loadAlarms(load, 20)).toEqual([]);
  expect(loadAlarms(load, 19)).toEqual(['over-norm']);
  expect(loadAlarms({ ...load, open: 999 }, undefined)).toEqual([]);
});

it('rings when nobody is left, also when only aftercare is, and when who is away has a case alone', () => {
  expect(loadAlarms({ ...load, name: undefined, open: 0 }, undefined)).toEqual(['left']);
  expect(loadAlarms({ ...load, name: undefined, open: 0, aftercare: 0 }, undefined)).toEqual([]);
  const leavesOn = day('2026-12-31');
  expect(loadAlarms({ ...load, leavesOn }, undefined)).toEqual(['leaves']);
  expect(loadAlarms({ ...load, leavesOn, open: 0, aftercare: 0 }, undefined)).toEqual([]);
  expect(loadAlarms({ ...load, away }, undefined)).toEqual(['away-alone']);
  expect(loadAlarms({ ...load, away, alone: 0 }, undefined)).toEqual([]);
});

it('lets a coordinator give her own cases, and a colleague take those of who left, and of nobody else', () => {
  const coordinators = ['a', 'b'];
  expect(mayTakeOver({ from: 'a', to: 'b', by: 'a', coordinators }).ok).toBe(true);
  expect(mayTakeOver({ from: 'gone', to: 'b', by: 'b', coordinators }).ok).toBe(true);
  const refused = (asked: { from: string; to: string; by: string }) => {
    const may = mayTakeOver({ ...asked, coordinators });
    return may.ok ? undefined : may.error.code;
  };
  expect(refused({ from: 'a', to: 'b', by: 'b' })).toBe('not-hers-to-give');
  expect(refused({ from: 'a', to: 'a', by: 'a' })).toBe('no-coordinator');
  expect(refused({ from: 'gone', to: 'elsewhere', by: 'b' })).toBe('no-coordinator');
});

it('takes an absence that ends after it begins and is not over', () => {
  const today = day('2026-12-10');
  expect(checkAway(away, today).ok).toBe(true);
  expect(checkAway({ ...away, untilOn: day('2026-11-30') }, today)).toEqual({
    ok: false,
    error: { code: 'ends-before-start' },
  });
  expect(checkAway(away, day('2026-12-15'))).toEqual({ ok: false, error: { code: 'away-in-past' } });
});

describe('when a desk is looked at again', () => {
  const today = day('2026-12-01');
  it.each([
    ['no end is known', undefined, '2026-12-31'],
    ['she leaves far from now', '2027-06-01', '2026-12-31'],
    ['her last month begins before that', '2027-01-15', '2026-12-16'],
    ['she leaves within the month', '2026-12-31', '2026-12-02'],
    ['she leaves tomorrow', '2026-12-02', '2026-12-02'],
    ['she left today', '2026-12-01', '2026-12-08'],
    ['she left long ago', '2026-01-01', '2026-12-08'],
  ])('%s', (_when, leavesOn, next) => {
    expect(nextLook(leavesOn === undefined ? undefined : day(leavesOn), today)).toBe(next);
  });
});
