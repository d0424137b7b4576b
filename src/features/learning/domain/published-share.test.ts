import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { nationalShare, type PublishedShare, publishedShare } from './published-share.ts';
import type { Member, WorkGroup } from './register-share.ts';

const today = day('2026-11-29');
const members = (count: number, until: string): Member[] =>
  Array.from({ length: count }, () => ({
    startedOn: undefined,
    firstOn: day('2026-01-01'),
    lastOn: day('2026-01-01'),
    validUntil: day(until),
  }));
const group = (headcount: number, some: readonly Member[]): WorkGroup => ({ work: 'BZ', headcount, members: some });

it('rounds down to five, and lets what lapses go quarter by quarter', () => {
  const share = publishedShare([group(33, [...members(17, '2027-02-10'), ...members(11, '2028-05-01')])], today)!;
  expect(share.people).toBe(30);
  expect(share.steps.map(({ from, trained }) => [from, trained])).toEqual([
    ['2026-11-29', 25],
    ['2027-01-01', 25],
    ['2027-04-01', 10],
    ['2027-07-01', 10],
    ['2027-10-01', 10],
    ['2028-01-01', 10],
    ['2028-04-01', 10],
    ['2028-07-01', 0],
    ['2028-10-01', 0],
  ]);
});

it('publishes nothing of fewer than ten people, and tells no number below ten', () => {
  expect(publishedShare([group(9, members(9, '2028-01-01'))], today)).toBeUndefined();
  expect(publishedShare([group(20, members(9, '2028-01-01'))], today)?.steps[0]?.trained).toBeUndefined();
});

it('tells of the country from ten municipalities on, and not when one of them is most of it', () => {
  const share = (people: number, trained: number | undefined): PublishedShare => ({
    people,
    steps: [
      { from: day('2026-01-01'), trained },
      { from: day('2027-01-01'), trained: 0 },
    ],
  });
  const nine = Array.from({ length: 9 }, () => share(20, 15));
  expect(nationalShare(nine, today)).toBeUndefined();
  expect(nationalShare([...nine, share(20, undefined)], today)).toBeUndefined();
  expect(nationalShare([...nine, share(20, 10)], today)).toEqual({ municipalities: 10, people: 200, trained: 145 });
  expect(nationalShare([...nine, share(20, 10)], day('2027-01-01'))).toMatchObject({ trained: 0 });
  expect(nationalShare([...nine, share(1000, 500)], today)).toBeUndefined();
});
