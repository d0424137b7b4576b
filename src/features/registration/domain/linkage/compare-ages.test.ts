import { describe, expect, it } from 'vitest';
import type { PartialDate } from '../registration.ts';
import { compareAges, type KnownAge, yearOf } from './compare-ages.ts';

const seen = (year: number, ageGroup: KnownAge['ageGroup'], birthDate?: string): KnownAge => ({
  year,
  ageGroup,
  birthDate: birthDate as PartialDate | undefined,
});
const reasonOf = (one: KnownAge, other: KnownAge) => compareAges(one, other).at(-1)!.reason;

describe('comparing ages where a day of birth is missing', () => {
  it.each([
    ['the day lies in the group of that year', seen(2024, '31-40'), seen(2026, 'unknown', '1986-09-04'), 'age-same'],
    ['she became older between the two', seen(2020, '18-22'), seen(2026, '23-30'), 'age-same'],
    ['her birthday is still to come', seen(2024, '31-40'), seen(2026, 'unknown', '1983-12-30'), 'age-same'],
    ['the guess was two years beside it', seen(2024, '31-40'), seen(2026, 'unknown', '1995'), 'age-near'],
    ['the guess was three years beside it', seen(2024, '31-40'), seen(2026, 'unknown', '1996'), 'age-differs'],
    ['the group beside it, long before', seen(2012, '41-50'), seen(2026, '31-40'), 'age-differs'],
    ['one is of an unknown age', seen(2024, 'unknown'), seen(2026, '31-40'), 'age-unknown'],
    ['both are old', seen(2026, '51+'), seen(2026, 'unknown', '1950-02-01'), 'age-same'],
  ] as const)('when %s', (_when, one, other, reason) => {
    expect(reasonOf(one, other)).toBe(reason);
    expect(compareAges(other, one)).toEqual(compareAges(one, other));
    expect(compareAges(one, other)[0]!.reason).toBe('date-unknown');
  });

  it('takes the age as of the identification, and else as of the day it came in', () => {
    expect(yearOf({ identifiedOn: '2019-03' as PartialDate }, '2026-11-30')).toBe(2019);
    expect(yearOf({ identifiedOn: undefined }, '2026-11-30')).toBe(2026);
  });
});
