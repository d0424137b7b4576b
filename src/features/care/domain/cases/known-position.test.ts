import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared-kernel/plain-date.ts';
import { knownPosition } from './known-position.ts';

const today = day('2026-12-01');
const clock = (name: string, lastDay = '2027-01-15', isEnded = false) => ({
  clock: name,
  lastDay: day(lastDay),
  ended: isEnded ? { on: today, by: 'gedaan', name: 'Test Fictief' } : undefined,
});

describe('what a case says of the legal position', () => {
  it('follows from a clock that runs only in one', () => {
    expect(knownPosition([clock('income-decision'), clock('reflection-general')], [], today)).toBe('reflection-period');
    expect(knownPosition([clock('reflection-dublin')], [], today)).toBe('reflection-period');
    expect(knownPosition([clock('permit-expiry')], [], today)).toBe('permit');
  });

  it('is not said by a clock that ended, was done, or runs in more than one', () => {
    expect(knownPosition([clock('reflection-general', '2026-11-30')], [], today)).toBeUndefined();
    expect(knownPosition([clock('reflection-general', '2027-01-15', true)], [], today)).toBeUndefined();
    expect(knownPosition([clock('residence-appeal'), clock('agreed-date')], [], today)).toBeUndefined();
  });

  it('of a child without parents goes before a clock, and never says that there is no right to stay', () => {
    expect(knownPosition([clock('reflection-general')], ['unaccompanied-minor'], today)).toBe('unaccompanied-minor');
    expect(knownPosition([], ['no-residence', 'alleged-offender'], today)).toBeUndefined();
  });
});
