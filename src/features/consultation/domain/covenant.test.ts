import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { checkCovenant, covenantOn, elementsOf, inForce, type Party } from './covenant.ts';

const today = day('2026-12-01');
const party: Party = { organisationId: undefined, name: 'Fictief RIEC', type: 'riec' };
const terms = {
  validFrom: day('2026-01-01'),
  validUntil: day('2028-01-01'),
  reviewOn: day('2027-06-01'),
  parties: [party],
};
const check = (change: Partial<typeof terms>) => {
  const checked = checkCovenant({ ...terms, ...change }, today);
  return checked.ok ? 'ok' : checked.error.code;
};

it('has parties, a period of at most four years that is not over, and a review within it', () => {
  expect(check({})).toBe('ok');
  expect(check({ validUntil: day('2025-12-31') })).toBe('ends-before-start');
  expect(check({ validUntil: day('2026-12-01') })).toBe('already-over');
  expect(check({ validUntil: day('2030-01-02') })).toBe('runs-too-long');
  expect(check({ reviewOn: day('2026-11-30') })).toBe('review-outside');
  expect(check({ reviewOn: day('2028-01-02') })).toBe('review-outside');
  expect(check({ parties: [] })).toBe('no-parties');
});

it('holds until its day or until it is ended; one that is to be looked at again still holds', () => {
  const on = (date: string, endedOn?: string) =>
    covenantOn({ ...terms, endedOn: endedOn === undefined ? undefined : day(endedOn) }, day(date));
  expect(on('2025-12-31')).toBe('coming');
  expect(on('2026-12-01')).toBe('holds');
  expect(on('2027-06-01')).toBe('review');
  expect(on('2028-01-01')).toBe('over');
  expect(on('2026-12-01', '2026-12-01')).toBe('over');
  expect(inForce({ ...terms, endedOn: undefined }, day('2027-06-01'))).toBe(true);
});

it('speaks for the elements that its parties make it speak for', () => {
  const other: Party = { organisationId: 'o', name: 'Fictieve GGD', type: 'public-health' };
  const nobody: Party = { organisationId: 'n', name: 'Fictief bureau', type: 'other' };
  expect([...elementsOf([party, other, nobody])]).toEqual([
    ['K4.3', ['Fictief RIEC']],
    ['K4.7', ['Fictieve GGD']],
  ]);
});
