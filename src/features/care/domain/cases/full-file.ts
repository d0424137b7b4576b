import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import type { SafetyAnswer } from './safety.ts';

/** The parts of a life that an intake asks about and a plan has goals in. Order is that of the pages. [order and words ours, nog te verifiëren] */
export const LIFE_DOMAINS = ['safety', 'housing', 'health', 'residence', 'money', 'work', 'family', 'network'] as const;
export type LifeDomain = (typeof LIFE_DOMAINS)[number];

/** What came out of the intake: how it stands in each part of a life, and what the person wants. */
export interface Intake {
  readonly answers: Readonly<Record<LifeDomain, SafetyAnswer>>;
  readonly notes: Readonly<Partial<Record<LifeDomain, string>>>;
  /** In the words of the person. */
  readonly wish: string;
}

export const GOAL_STATES = ['open', 'reached', 'stopped'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

export interface Goal {
  readonly domain: LifeDomain;
  readonly goal: string;
  /** Who does what. */
  readonly steps: string;
  readonly until: PlainDate | undefined;
  readonly state: GoalState;
}

/** A plan as it was written once: at most one goal in each part of a life, so that it can be read in one talk. */
export interface Plan {
  readonly ownWords: string;
  readonly goals: readonly Goal[];
  /** The language of the person, and the same there. */
  readonly language: string;
  readonly translation: string;
}

export const AGREED_MANNERS = ['spoken', 'with-interpreter', 'written'] as const;
export type AgreedManner = (typeof AGREED_MANNERS)[number];

export interface Agreement {
  readonly on: PlainDate;
  readonly language: string;
  readonly manner: AgreedManner;
}

/** How the person says it goes in a part of a life, beside when help began. Asked or not: nobody must answer. */
export const OUTCOME_ANSWERS = ['better', 'same', 'worse', 'not-asked'] as const;
export type OutcomeAnswer = (typeof OUTCOME_ANSWERS)[number];

/** A short measure without free text: an answer in each part of a life. Never a condition for help. [field review, care coordination] */
export interface OutcomeMeasure {
  readonly answers: Readonly<Record<LifeDomain, OutcomeAnswer>>;
}

/** What a version of a sheet holds. */
export interface SheetContents {
  readonly intake: Intake;
  readonly plan: Plan;
  readonly outcome: OutcomeMeasure;
}
export type SheetKind = keyof SheetContents;

/** One version of a sheet, opened. */
export interface Sheet<Kind extends SheetKind> {
  readonly id: string;
  readonly version: number;
  readonly content: SheetContents[Kind];
  readonly recordedOn: PlainDate;
  readonly recordedByName: string;
  readonly agreed: (Agreement & { readonly byName: string }) | undefined;
}

/** Whether the plan as it stands was agreed with the person, was changed since, or never was. */
export type PlanStanding = 'agreed' | 'changed-since' | 'not-agreed';

export function planStanding(plan: Pick<Sheet<'plan'>, 'agreed'>, lastAgreedOn: PlainDate | undefined): PlanStanding {
  if (plan.agreed) return 'agreed';
  return lastAgreedOn === undefined ? 'not-agreed' : 'changed-since';
}
