import { expect, it } from 'vitest';
import { addMonths, day } from '../../../shared-kernel/plain-date.ts';
import {
  focalPointFact,
  type Member,
  newStaffFact,
  registerFacts,
  shareOf,
  shownShares,
  trainedFact,
  type WorkGroup,
} from './register-share.ts';
import { trainingPeriod } from './training.ts';

const today = day('2026-11-29');
const member = (validUntil?: string, rest: Partial<Member> = {}): Member => ({
  startedOn: undefined,
  firstOn: validUntil ? addMonths(day(validUntil), -24) : undefined,
  lastOn: validUntil ? addMonths(day(validUntil), -24) : undefined,
  validUntil: validUntil ? day(validUntil) : undefined,
  ...rest,
});
const group = (work: WorkGroup['work'], headcount: number, ...members: Member[]): WorkGroup => ({
  work,
  headcount,
  members,
});
const five = (...untils: string[]) => untils.map((until) => member(until));

it('lets a training count for 24 months, or shorter, and never longer or when it is over', () => {
  const period = (followed: string, until?: string) =>
    trainingPeriod(day(followed), until ? day(until) : undefined, today);
  expect(period('2026-02-28')).toEqual({ ok: true, value: { followedOn: '2026-02-28', validUntil: '2028-02-28' } });
  expect(period('2026-02-28', '2027-01-01')).toMatchObject({ value: { validUntil: '2027-01-01' } });
  expect(period('2026-11-30')).toEqual({ ok: false, error: { code: 'followed-in-future' } });
  expect(period('2026-02-28', '2026-02-28')).toMatchObject({ error: { code: 'valid-before-followed' } });
  expect(period('2026-02-28', '2028-02-29')).toMatchObject({ error: { code: 'valid-too-long' } });
  expect(period('2024-11-29')).toMatchObject({ error: { code: 'training-lapsed' } });
  expect(period('2024-11-30')).toMatchObject({ value: { validUntil: '2026-11-30' } });
});

it('counts a training until its last day, and counts who is known beside who was counted', () => {
  const of = group('BZ', 2, member('2026-11-29'), member('2026-11-30'), member());
  expect(shareOf(of, today)).toEqual({ trained: 1, people: 3 });
});

it('shows no share of fewer than five people', () => {
  const groups = [group('BZ', 4, member('2027-05-01')), group('KCC', 5, member('2027-05-01'))];
  expect(shownShares(groups, today)).toEqual([
    { work: 'BZ', people: 4, trained: undefined },
    { work: 'KCC', people: 5, trained: 1 },
  ]);
});

it('says that training works when in every kind of work four of five are trained, until the first falls below', () => {
  const counter = group('BZ', 5, ...five('2027-03-01', '2027-06-01', '2028-01-01', '2028-02-01'));
  const permits = group('VERG', 1, member('2027-09-01'));
  expect(trainedFact([counter, permits], today)).toMatchObject({ state: 'working', lapsesOn: '2027-03-01' });
  expect(trainedFact([counter, permits], day('2027-03-01'))).toMatchObject({
    state: 'started',
    lapsesOn: '2028-02-01',
  });
  expect(trainedFact([counter, group('KCC', 3)], today)).toMatchObject({ state: 'started' });
  expect(trainedFact([group('KCC', 3)], today)).toBeUndefined();
  expect(trainedFact([], today)).toBeUndefined();
});

it('says that the focal point is trained as long as one of them is', () => {
  const training = (until: string) => ({ followedOn: addMonths(day(until), -24), validUntil: day(until) });
  expect(focalPointFact([training('2027-01-01'), training('2027-08-01')], today)).toMatchObject({
    lapsesOn: '2027-08-01',
  });
  expect(focalPointFact([training('2026-11-29')], today)).toBeUndefined();
});

it('says that new colleagues are trained when nearly all of a year were, within three months', () => {
  const began = (on: string, trainedOn?: string) =>
    member(undefined, { startedOn: day(on), firstOn: trainedOn ? day(trainedOn) : undefined });
  const inTime = began('2026-05-01', '2026-07-31');
  expect(newStaffFact([group('BZ', 5, inTime)], today)).toMatchObject({ asOf: '2026-07-31', lapsesOn: '2027-05-01' });
  // on the way still
  expect(newStaffFact([group('BZ', 5, inTime, began('2026-10-01'))], today)).toBeDefined();
  expect(newStaffFact([group('BZ', 5, inTime, began('2026-05-01', '2026-08-02'))], today)).toBeUndefined();
  expect(newStaffFact([group('BZ', 5, began('2025-11-29', '2025-12-01'))], today)).toBeUndefined();
});

it('says nothing of a register without a training', () => {
  expect(registerFacts([group('BZ', 9, member())], [], today)).toEqual([]);
});
