import { describe, expect, it } from 'vitest';
import { day, daysBetween } from '../../../shared-kernel/plain-date.ts';
import { checkNights, optionEnds, warnsAt } from './placement.ts';

describe('an option that is kept for some hours', () => {
  it.each([
    // an evening at eight, Dutch time; the night after it has 23 or 25 hours
    ['when summer time begins', '2027-03-27T19:00:00Z', '2027-03-28T19:00:00.000Z', '2027-03-28T15:00:00.000Z'],
    ['when winter time begins', '2026-10-24T18:00:00Z', '2026-10-25T18:00:00.000Z', '2026-10-25T14:00:00.000Z'],
  ])('is kept as many hours as was said, and warned of four hours ahead, also %s', (_when, from, ends, warned) => {
    const reserved = new Date(from);
    const until = optionEnds(reserved, 24);
    expect([until.toISOString(), warnsAt(reserved, until).toISOString()]).toEqual([ends, warned]);
  });

  it('is warned of at half of it when it is short', () => {
    const reserved = new Date('2027-03-28T00:30:00Z');
    expect(warnsAt(reserved, optionEnds(reserved, 2)).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });
});

describe('the nights of a stay', () => {
  const check = (from: string, until: string, today: string) =>
    checkNights(day(from), day(until), day(today), daysBetween);

  it('may begin in the night that runs, also over a change of the clock', () => {
    expect(check('2027-03-27', '2027-03-29', '2027-03-28').ok).toBe(true);
    expect(check('2026-10-24', '2026-10-26', '2026-10-25').ok).toBe(true);
    expect(check('2026-10-23', '2026-10-26', '2026-10-25')).toMatchObject({ error: { code: 'nights-in-past' } });
  });

  it('are a year at most, and end after they begin', () => {
    expect(check('2026-03-01', '2027-03-01', '2026-03-01').ok).toBe(true);
    expect(check('2026-03-01', '2027-03-02', '2026-03-01')).toMatchObject({ error: { code: 'too-many-nights' } });
    expect(check('2026-03-01', '2026-03-01', '2026-03-01')).toMatchObject({ error: { code: 'nights-turned-round' } });
  });
});
