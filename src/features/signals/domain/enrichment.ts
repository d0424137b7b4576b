import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { checkQuestion, type TextRefusal } from './consultation.ts';

/** Where a municipality may look before it decides about a signal, when its own task needs it. */
export const REGISTERS = ['brp-address', 'permits', 'sanctions', 'housing'] as const;
export type Register = (typeof REGISTERS)[number];

/** What looking comes down to: it fits the signal, it explains it away, nothing to see, or it was not allowed. */
export const LOOKED_CONCLUSIONS = ['supports', 'explains', 'nothing-special', 'not-allowed'] as const;
export type LookedConclusion = (typeof LOOKED_CONCLUSIONS)[number];

/** One time that somebody looked, without the sentence beside it. */
export interface Enrichment {
  readonly id: string;
  readonly register: Register;
  readonly conclusion: LookedConclusion;
  readonly lookedOn: PlainDate;
  readonly lookedByName: string;
}

/** The last conclusion per register; a register where nobody looked is not in it. `all` is newest first. */
export function standingChecks<E extends Enrichment>(all: readonly E[]): ReadonlyMap<Register, E> {
  const standing = new Map<Register, E>();
  for (const each of all) if (!standing.has(each.register)) standing.set(each.register, each);
  return standing;
}

/**
 * Whether a sentence may be kept beside a conclusion: it says what looking came down to and copies nothing. Numbers, addresses and
 * dates of birth are refused, and what looks like a name too: here nobody needs one.
 */
export function checkLookedNote(
  note: string | undefined,
  place: string | undefined,
): Result<string | undefined, TextRefusal> {
  return note === undefined ? ok(undefined) : checkQuestion(note, { place, isLookedThrough: false });
}

/** The five steps of the reporting code (Besluit verplichte meldcode, Stb. 2013, 324; of which text holds today is to be verified). */
export const CODE_STEPS = [1, 2, 3, 4, 5] as const;
export type CodeStep = (typeof CODE_STEPS)[number];

/** Why the reporting code applies: somebody is under eighteen, or there is violence at home. A disability is no reason. */
export const CODE_REASONS = ['minor', 'domestic-violence'] as const;
export type CodeReason = (typeof CODE_REASONS)[number];

/** With which conclusions a step can end. Closed lists: what was found stays with the professional. */
export const STEP_CONCLUSIONS = {
  1: ['signs', 'no-signs'],
  2: ['worries', 'no-worries'],
  // skipped with a reason when talking brings danger, as when a parent may be the exploiter
  3: ['talked', 'not-talked-parent', 'not-talked-danger'],
  4: ['acute-or-structural', 'other-unsafety', 'no-unsafety'],
  5: ['reported', 'help-arranged', 'reported-and-help', 'nothing-needed'],
} as const satisfies Readonly<Record<CodeStep, readonly string[]>>;
export type StepConclusion = (typeof STEP_CONCLUSIONS)[CodeStep][number];

export const ALL_STEP_CONCLUSIONS = CODE_STEPS.flatMap((step): readonly StepConclusion[] => STEP_CONCLUSIONS[step]);

export interface TakenStep {
  readonly step: CodeStep;
  readonly reason: CodeReason;
  readonly conclusion: StepConclusion;
  readonly takenOn: PlainDate;
}

export type StepRefusal = {
  readonly code: 'step-in-future' | 'other-step-conclusion' | 'not-weighed-yet' | 'code-needs-person';
};

/** The last that was recorded of each step. `all` is newest first. */
export function standingSteps<S extends TakenStep>(all: readonly S[]): ReadonlyMap<CodeStep, S> {
  const standing = new Map<CodeStep, S>();
  for (const each of all) if (!standing.has(each.step)) standing.set(each.step, each);
  return standing;
}

/** Whether a step may be recorded: it was taken, ends as that step ends, and nobody decides (5) before weighing (4). */
export function checkStep(
  taken: TakenStep,
  before: ReadonlyMap<CodeStep, TakenStep>,
  today: PlainDate,
): Result<undefined, StepRefusal> {
  if (taken.takenOn > today) return err({ code: 'step-in-future' });
  if (!(STEP_CONCLUSIONS[taken.step] as readonly string[]).includes(taken.conclusion))
    return err({ code: 'other-step-conclusion' });
  if (taken.step === 5 && !before.has(4)) return err({ code: 'not-weighed-yet' });
  return ok(undefined);
}

/** The first step of which nothing was recorded; the last when all were. */
export function nextCodeStep(before: ReadonlyMap<CodeStep, TakenStep>): CodeStep {
  return CODE_STEPS.find((step) => !before.has(step)) ?? 5;
}
