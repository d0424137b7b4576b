import { expect, test } from 'vitest';
import {
  DATA_CLASSES,
  PROCESSING_ACTIVITIES,
  type ProcessingActivity,
  processingActivity,
} from './processing-activities.ts';

const register: readonly ProcessingActivity[] = PROCESSING_ACTIVITIES;

test('the register holds VA-01 up to and including VA-21, in order, each once', () => {
  const expected = Array.from({ length: 21 }, (_, index) => `VA-${String(index + 1).padStart(2, '0')}`);
  expect(register.map((activity) => activity.id)).toEqual(expected);
});

test('every activity says what is kept how long, in an ISO 8601 duration where a term applies', () => {
  for (const { id, retention } of register) {
    expect(retention.length, id).toBeGreaterThan(0);
    for (const rule of retention) if (rule.period !== undefined) expect(rule.period, id).toMatch(/^P\d+[DMY]$/);
  }
});

test('every activity with personal data names a ground; a ground nobody confirmed is marked', () => {
  for (const { id, basis, dataClasses, unverified } of register) {
    const isPersonal = dataClasses.some((dataClass) => dataClass !== 'D0');
    expect(basis.length > 0, id).toBe(isPersonal);
    expect(unverified.includes('basis'), id).toBe(isPersonal);
  }
});

test('information about possible offenders is in one activity only, and that one is off', () => {
  const withOffenders = register.filter((activity) => activity.dataClasses.includes('D7'));
  expect(withOffenders.map(({ id, state }) => [id, state])).toEqual([['VA-10', 'off']]);
});

test('every data class is used by an activity', () => {
  const used = new Set(register.flatMap((activity) => activity.dataClasses));
  expect(Object.keys(DATA_CLASSES).filter((dataClass) => !used.has(dataClass as keyof typeof DATA_CLASSES))).toEqual(
    [],
  );
});

test('an unknown activity is undefined, not a default', () => {
  expect(processingActivity('VA-02')?.name).toBe('Signaal beoordelen en opvolgen');
  expect(processingActivity('VA-99')).toBeUndefined();
});
