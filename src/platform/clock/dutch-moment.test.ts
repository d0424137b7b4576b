import { expect, it } from 'vitest';
import { day } from '../../shared-kernel/plain-date.ts';
import { dutchMoment, nextDutchHour } from './dutch-moment.ts';

it('knows midnight and eight o’clock in summer, in winter and on the days between', () => {
  const utc = (date: string, hour: number) => dutchMoment(day(date), hour).toISOString();
  expect(utc('2026-12-04', 0)).toBe('2026-12-03T23:00:00.000Z');
  expect(utc('2027-06-04', 0)).toBe('2027-06-03T22:00:00.000Z');
  expect(utc('2027-03-28', 0)).toBe('2027-03-27T23:00:00.000Z');
  expect(utc('2027-03-28', 8)).toBe('2027-03-28T06:00:00.000Z');
  expect(utc('2027-10-31', 0)).toBe('2027-10-30T22:00:00.000Z');
  expect(utc('2027-10-31', 8)).toBe('2027-10-31T07:00:00.000Z');
  expect(utc('2028-02-29', 8)).toBe('2028-02-29T07:00:00.000Z');
});

it('takes the hour after one that is skipped, and the first of one that comes twice', () => {
  expect(dutchMoment(day('2027-03-28'), 2).toISOString()).toBe('2027-03-28T01:00:00.000Z');
  expect(dutchMoment(day('2027-10-31'), 2).toISOString()).toBe('2027-10-31T00:00:00.000Z');
});

it('finds the next time it is eight o’clock, never now', () => {
  const next = (at: string) => nextDutchHour(new Date(at), 8).toISOString();
  expect(next('2026-12-04T06:59:59Z')).toBe('2026-12-04T07:00:00.000Z');
  expect(next('2026-12-04T07:00:00Z')).toBe('2026-12-05T07:00:00.000Z');
  expect(next('2027-03-27T12:00:00Z')).toBe('2027-03-28T06:00:00.000Z');
  expect(next('2026-12-03T23:30:00Z')).toBe('2026-12-04T07:00:00.000Z');
});
