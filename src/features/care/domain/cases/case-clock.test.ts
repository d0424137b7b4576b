import { expect, it } from 'vitest';
import { day } from '../../../../shared-kernel/plain-date.ts';
import { readingOf, readyBy } from './case-clock.ts';

const letter = { needsSecond: true, givenOn: day('2027-03-10'), warnsFor: day('2027-03-10'), second: undefined };
const read = (date: string) => ({ ...letter, second: { day: day(date), by: 'b', name: 'Noor Fictief' } });

it('waits for a second person, and says so', () => {
  expect([readingOf(letter), readyBy(letter)]).toEqual(['missing', '2027-03-10']);
  expect(readingOf({ ...letter, needsSecond: false })).toBe('not-needed');
});

it('is ready by the earlier of two readings, until both read the same', () => {
  expect([readingOf(read('2027-03-08')), readyBy(read('2027-03-08'))]).toEqual(['differs', '2027-03-08']);
  expect([readingOf(read('2027-03-12')), readyBy(read('2027-03-12'))]).toEqual(['differs', '2027-03-10']);
  expect([readingOf(read('2027-03-10')), readyBy(read('2027-03-10'))]).toEqual(['same', '2027-03-10']);
});
