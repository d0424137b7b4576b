import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  beginOnboarding,
  followOnboarding,
  nextLookOn,
  ONBOARDING_STEPS,
  type Onboarding,
  type OnboardingStep,
} from './onboarding.ts';

const MONDAY = day('2026-11-30');
const done = (...steps: OnboardingStep[]) => new Set(steps);
const begun = (steps: ReadonlySet<OnboardingStep> = done()): Onboarding => ({
  tenantId: 'a',
  id: 'b',
  deskIds: [],
  ...beginOnboarding(steps, MONDAY),
});

describe('a municipality that begins', () => {
  it('stands at the first step that is not done, with working days to do it', () => {
    expect(begun()).toMatchObject({ step: 'administrator', stepSince: MONDAY, dueOn: '2026-12-02' });
    // a later step that was done before does not hide an earlier one
    expect(begun(done('administrator', 'scan')).step).toBe('people');
    expect(begun(done(...ONBOARDING_STEPS))).toMatchObject({ step: undefined, finishedOn: MONDAY });
  });

  it('is stuck from the day that passed, not before, and only as long as the step is not done', () => {
    const start = begun(done('administrator'));
    expect(start.dueOn).toBe('2026-12-07');
    expect(followOnboarding(start, done('administrator'), day('2026-12-07')).stuckSince).toBeUndefined();
    const stuck = followOnboarding(start, done('administrator'), day('2026-12-08'));
    expect(stuck.stuckSince).toBe('2026-12-07');
    expect(followOnboarding(stuck, done('administrator'), day('2026-12-20')).stuckSince).toBe('2026-12-07');
    const on = followOnboarding(stuck, done('administrator', 'people'), day('2026-12-21'));
    expect(on).toMatchObject({ step: 'policy', stepSince: '2026-12-21', stuckSince: undefined });
  });

  it('goes back when the one administrator leaves, and stays finished once it was', () => {
    const ahead = begun(done('administrator', 'people'));
    expect(followOnboarding(ahead, done('people'), day('2026-12-03')).step).toBe('administrator');
    const finished = begun(done(...ONBOARDING_STEPS));
    expect(followOnboarding(finished, done(), day('2026-12-03'))).toBe(finished);
  });

  it('is looked at when its time is up, every day while it is stuck, and never after', () => {
    const start = begun();
    expect(nextLookOn(start, MONDAY)).toBe('2026-12-03');
    const stuck = followOnboarding(start, done(), day('2026-12-03'));
    expect(nextLookOn(stuck, day('2026-12-03'))).toBe('2026-12-04');
    expect(nextLookOn(begun(done(...ONBOARDING_STEPS)), MONDAY)).toBeUndefined();
  });
});
