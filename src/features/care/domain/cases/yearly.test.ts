import { expect, it } from 'vitest';
import { tellCounts, tellWaiting } from './yearly.ts';

const told = (counts: Record<string, number>) =>
  Object.fromEntries(tellCounts(new Map(Object.entries(counts))).map(({ value, shown }) => [value, shown]));

it('says a count from ten people on, in steps of five, and hides nought as it hides nine', () => {
  expect(told({ a: 9, b: 0, c: 10, d: 14, e: 8 })).toEqual({ a: undefined, b: undefined, c: 10, d: 10, e: undefined });
});

it('hides the smallest beside a count that would follow from the whole', () => {
  expect(told({ a: 9, b: 20, c: 31 })).toEqual({ a: undefined, b: undefined, c: 30 });
  expect(told({ a: 20, b: 31 })).toEqual({ a: 20, b: 30 });
});

it('says how long people waited when that stands for ten or more', () => {
  expect(tellWaiting([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined();
  expect(tellWaiting([10, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe(5);
});
