import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { addDays } from '../../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';

/** What a municipality does first, in this order. Each follows from a fact; nobody ticks it. [field review: onboarding] */
export const ONBOARDING_STEPS = ['administrator', 'people', 'policy', 'training', 'scan'] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

/** How many working days a step may take before somebody calls to help. [design: In Beeld] */
export const STEP_DAYS: Readonly<Record<OnboardingStep, number>> = {
  administrator: 2,
  people: 5,
  policy: 10,
  training: 10,
  scan: 20,
};

/** How far a municipality is that begins. No person is in it. */
export interface Onboarding {
  readonly tenantId: string;
  readonly id: string;
  /** The organisations of the desk that helps. */
  readonly deskIds: readonly string[];
  readonly beganOn: PlainDate;
  /** The first step that is not done; undefined once everything is. */
  readonly step: OnboardingStep | undefined;
  readonly stepSince: PlainDate;
  /** By this day the step is done, or somebody calls. */
  readonly dueOn: PlainDate;
  /** The day that passed without it; undefined while there is time. */
  readonly stuckSince: PlainDate | undefined;
  readonly finishedOn: PlainDate | undefined;
}

type Standing = Pick<Onboarding, 'step' | 'stepSince' | 'dueOn' | 'stuckSince' | 'finishedOn'>;

function standingAt(step: OnboardingStep | undefined, today: PlainDate): Standing {
  if (!step) return { step, stepSince: today, dueOn: today, stuckSince: undefined, finishedOn: today };
  const dueOn = addWorkingDays(today, STEP_DAYS[step]);
  return { step, stepSince: today, dueOn, stuckSince: undefined, finishedOn: undefined };
}

/** The first step that is not done; undefined when all are. */
export const firstUndone = (done: ReadonlySet<OnboardingStep>): OnboardingStep | undefined =>
  ONBOARDING_STEPS.find((step) => !done.has(step));

/** Where a municipality stands on the day it begins; what it had done before counts. */
export function beginOnboarding(
  done: ReadonlySet<OnboardingStep>,
  today: PlainDate,
): Standing & { beganOn: PlainDate } {
  return { beganOn: today, ...standingAt(firstUndone(done), today) };
}

/** Where it stands today by what is done: on to the next step, stuck at the same one, or finished for good. */
export function followOnboarding(
  onboarding: Onboarding,
  done: ReadonlySet<OnboardingStep>,
  today: PlainDate,
): Onboarding {
  if (onboarding.finishedOn) return onboarding;
  const step = firstUndone(done);
  if (step !== onboarding.step || !step) return { ...onboarding, ...standingAt(step, today) };
  const { dueOn, stuckSince } = onboarding;
  return { ...onboarding, stuckSince: today > dueOn ? (stuckSince ?? dueOn) : undefined };
}

/** The day on which it is looked at again: when its time is up, and every day while it is stuck. */
export function nextLookOn({ finishedOn, stuckSince, dueOn }: Standing, today: PlainDate): PlainDate | undefined {
  if (finishedOn) return undefined;
  return addDays(stuckSince ? today : dueOn, 1);
}
