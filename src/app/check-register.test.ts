import { expect, test } from 'vitest';
import type { TableRegister } from '../platform/db/table-register.ts';
import { checkRegister, RegisterFault } from './check-register.ts';
import { PROCESSING_REGISTER } from './processing-activities.ts';

const table = (activity: string, columns: Record<string, 'D0' | 'D1' | 'D3' | 'D5'>, alsoFor?: string[]) =>
  ({ 'proef.rij': { class: 'tenant', activity, columns, ...(alsoFor && { alsoFor }) } }) as TableRegister;

test('the tables of the product are covered by the processing register', () => {
  expect(() => checkRegister()).not.toThrow();
});

test('a table that names an unknown activity is refused, also as a second one', () => {
  expect(() => checkRegister(table('VA-99', { id: 'D1' }))).toThrow(RegisterFault);
  expect(() => checkRegister(table('VA-01', { id: 'D1' }, ['VA-98']))).toThrow('VA-98');
});

test('a column of a class that its activities do not cover is refused', () => {
  expect(() => checkRegister(table('VA-01', { name: 'D5' }))).toThrow('proef.rij holds D5, which VA-01 does not cover');
  expect(() => checkRegister(table('geen', { name: 'D1' }))).toThrow('proef.rij holds D1');
  expect(() => checkRegister(table('VA-01', { name: 'D5', id: 'D1' }, ['VA-03']))).not.toThrow();
});

test('an activity that names an unknown measure is refused', () => {
  const [first, ...rest] = PROCESSING_REGISTER.activities;
  const register = { ...PROCESSING_REGISTER, activities: [{ ...first!, measures: ['toverij'] }, ...rest] };
  expect(() => checkRegister({}, register)).toThrow('VA-01 names an unknown measure: toverij');
});

test('a start gate, an access row, a kind of message and a term that name an unknown activity are refused, all at once', () => {
  const others = [
    ['start gate proef', ['VA-01', 'VA-97']],
    ['term proef', ['VA-96']],
  ] as const;
  const check = () => checkRegister({}, PROCESSING_REGISTER, others);
  expect(check).toThrow('start gate proef names an unknown processing activity: VA-97');
  expect(check).toThrow('term proef names an unknown processing activity: VA-96');
  // what the product names is looked at without anybody asking for it
  const [first, ...rest] = PROCESSING_REGISTER.activities;
  expect(() => checkRegister({}, { ...PROCESSING_REGISTER, activities: rest })).toThrow(
    new RegExp(`start gate signals names an unknown processing activity: ${first!.id}`),
  );
});
