import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { checkJointAction, gapsOf, type Standing } from './joint-action.ts';

const TODAY = day('2026-12-01');
const facts = { title: 'Samen de meldroute oefenen', element: 'K2.2', track: 'signaleren', dueOn: day('2027-03-01') };
const codeOf = (change: Partial<typeof facts>) => {
  const checked = checkJointAction({ ...facts, ...change }, (id) => id === 'K2.2', TODAY);
  return checked.ok ? undefined : checked.error.code;
};

it('is about the approach, on a day to come, and about no person', () => {
  expect(codeOf({})).toBeUndefined();
  expect(codeOf({ dueOn: TODAY })).toBeUndefined();
  expect(codeOf({ dueOn: day('2026-11-30') })).toBe('due-in-past');
  expect(codeOf({ element: 'K9.9' })).toBe('unknown-element');
  expect(codeOf({ title: 'Bel haar op 06-12345678' })).toBe('holds-case-data');
});

it('has its gaps in order: what lapsed most, then what is missing most; what holds everywhere is none', () => {
  const member = (name: string, standings: Readonly<Record<string, Standing>>) => ({
    name,
    standing: (element: string) => standings[element] ?? 'unknown',
  });
  const members = [member('A', { K1: 'holds', K2: 'lapsed', K3: 'holds' }), member('B', { K1: 'holds', K2: 'holds' })];
  const gaps = gapsOf(
    ['K1', 'K2', 'K3', 'K4'].map((id) => ({ id, title: id })),
    members,
  );
  expect(gaps.map(({ element, holds, lapsed, unknown }) => [element, holds, lapsed, unknown])).toEqual([
    ['K2', 1, ['A'], []],
    ['K4', 0, [], ['A', 'B']],
    ['K3', 1, [], ['B']],
  ]);
});
