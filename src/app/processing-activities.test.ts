import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { activityOn, activityVersion, type ProcessingActivity } from '../features/privacy/index.ts';
import { day } from '../shared-kernel/plain-date.ts';
import { ACTIVITY_DIGESTS } from './processing/digests.ts';
import {
  DATA_CLASSES,
  PROCESSING_ACTIVITIES,
  PROCESSING_REGISTER,
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
  expect(Object.keys(DATA_CLASSES).filter((dataClass) => !used.has(dataClass))).toEqual([]);
});

test('an unknown activity is undefined, not a default', () => {
  expect(processingActivity('VA-02')?.name).toBe('Signaal beoordelen en opvolgen');
  expect(processingActivity('VA-99')).toBeUndefined();
});

test('every version that ever held still says what it said: a change of meaning is a new version', () => {
  const versions = [...PROCESSING_REGISTER.activities, ...PROCESSING_REGISTER.history];
  const digests = Object.fromEntries(
    versions.map((activity) => [`${activity.id}@${activity.version}`, meaningOf(activity)]),
  );
  expect(digests).toEqual(ACTIVITY_DIGESTS);
});

test('an activity holds from a day on; before it there was none, and after a new version the old one still answers', () => {
  const [first] = PROCESSING_REGISTER.activities;
  const one = { ...first!, version: 1, validFrom: day('2026-11-25') };
  const second = { ...one, version: 2, validFrom: day('2027-01-01') };
  const register = { activities: [second], history: [one] };
  const on = (date: string) => activityOn(register, 'VA-01', day(date))?.version;
  expect([on('2026-11-24'), on('2026-11-25'), on('2026-12-31'), on('2027-01-01')]).toEqual([undefined, 1, 1, 2]);
  expect(activityVersion(register, 'VA-01', 1)).toBe(one);
  expect(activityVersion(register, 'VA-01', 3)).toBeUndefined();
});

test('the current version of an activity is the highest, and history holds no other activity', () => {
  for (const old of PROCESSING_REGISTER.history) {
    const current = processingActivity(old.id);
    expect(current && current.version > old.version && current.validFrom > old.validFrom, old.id).toBe(true);
  }
});

test('every activity with personal data says whose, how it is protected and whether a DPIA is needed', () => {
  for (const { id, dataClasses, dataSubjects, measures, dpia, transfer, plain, nameEn } of register) {
    const isPersonal = dataClasses.some((dataClass) => dataClass !== 'D0');
    expect(dataSubjects.length > 0, id).toBe(isPersonal);
    expect(measures.length > 0, id).toBe(isPersonal);
    for (const text of [dpia.why, transfer, plain.nl, plain.en, nameEn]) expect(text.length, id).toBeGreaterThan(5);
  }
});

test('a DPIA is needed wherever identity, dossiers, whereabouts or offenders are', () => {
  const risky = (classes: readonly string[]) => classes.some((each) => ['D3', 'D4', 'D5', 'D6', 'D7'].includes(each));
  expect(register.filter(({ dataClasses, dpia }) => risky(dataClasses) && !dpia.needed)).toEqual([]);
});

test('only information about possible offenders is confidential, and says until when', () => {
  expect(register.filter(({ confidential }) => confidential).map(({ id }) => id)).toEqual(['VA-10']);
});

/** What an activity means; how it is told in plain words may change. */
function meaningOf({
  plain: _plain,
  nameEn: _nameEn,
  unverified: _unverified,
  ...meaning
}: ProcessingActivity): string {
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 16);
}
