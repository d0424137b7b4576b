import { addMonths, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';

/** How deep an organisation keeps its cases: the directory only, what a referral needs, or everything. */
export const DEPTHS = ['signpost', 'lean', 'full'] as const;
export type Depth = (typeof DEPTHS)[number];

/** From what a case begins, so that nobody types it twice. */
export const CASE_SOURCES = ['phone', 'signal', 'own-signal', 'registration', 'referral'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/** How a case ended. */
export const OUTCOMES = [
  'goals-met',
  'handed-over',
  'went-elsewhere',
  'withdrew',
  'left-unknown',
  'died',
  'no-trafficking',
  'other',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** On what the help rests: the person agreed, or somebody is in danger and cannot be asked. */
export type Ground = 'consent' | 'vital-interest';

/** Who it is. */
export interface CasePerson {
  readonly name: string;
  /** As far as it is known: a year, a month or a day. */
  readonly birthDate: string | undefined;
}

/**
 * What asks more care in some files. Kept sealed, shown to who works on it, and never sent along; that a child came alone is proposed when
 * shelter is asked, and goes only when whoever asks leaves it there.
 */
export const ATTENTIONS = ['unaccompanied-minor', 'alleged-offender', 'no-residence'] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** What is said when a case begins: enough to call back and to know what is asked. The file itself stays in the own system. */
export interface CaseContent {
  readonly ageGroup: string;
  readonly gender: string;
  readonly forms: readonly string[];
  readonly language: string;
  readonly needsInterpreter: boolean;
  /** What is asked, or what came in. */
  readonly reason: string;
  /** Who brought it, and on what number she can be reached. */
  readonly broughtBy: string;
  readonly callBack: string;
  /** Under what it is found in the own system of the organisation. */
  readonly reference: string;
  /** What asks more care; none of them when absent. */
  readonly attention?: readonly Attention[] | undefined;
  /** Of an emergency: why help began before anybody could be asked. */
  readonly emergencyReason?: string | undefined;
  /** What was said at closing. */
  readonly closingNote?: string | undefined;
}

/** A reference as it is compared: capitals and spaces are typed differently by everybody. Empty when there is none. */
export const comparedReference = (typed: string): string => typed.toLowerCase().replace(/\s+/g, '');

/** A case as its organisation keeps it, without what is sealed. */
export interface CaseFile {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
  readonly source: CaseSource;
  readonly sourceId: string | undefined;
  readonly region: string;
  readonly coordinatorId: string;
  readonly substituteId: string | undefined;
  readonly begunOn: PlainDate;
  readonly startedOn: PlainDate | undefined;
  readonly ground: Ground | undefined;
  readonly closedOn: PlainDate | undefined;
  readonly outcome: Outcome | undefined;
  readonly aftercareUntil: PlainDate | undefined;
  readonly nextOn: PlainDate | undefined;
  /** The registration at the national register that was made from it. */
  readonly registrationCode: string | undefined;
  /** The person was a minor at some moment of it: it is kept by the term of youth care. */
  readonly isYouth: boolean;
  readonly version: number;
}

export type CaseStatus = 'new' | 'running' | 'aftercare' | 'closed';

/** Follows from the days; never stored. */
export function caseStatus(
  file: Pick<CaseFile, 'startedOn' | 'closedOn' | 'aftercareUntil'>,
  today: PlainDate,
): CaseStatus {
  if (file.closedOn !== undefined)
    return file.aftercareUntil !== undefined && file.aftercareUntil > today ? 'aftercare' : 'closed';
  return file.startedOn === undefined ? 'new' : 'running';
}

/** How long somebody is still called after a case closed. [issue 7, point 4] */
export const AFTERCARE_MONTHS = 12;

export const aftercareEnd = (closedOn: PlainDate): PlainDate => addMonths(closedOn, AFTERCARE_MONTHS);

export type CaseStep = 'change' | 'start' | 'close' | 'refer' | 'count' | 'reopen';
/** What may be done with a case as it stands: buttons, refusals and tests follow from this one table. */
const STEPS: Readonly<Record<CaseStatus, readonly CaseStep[]>> = {
  new: ['change', 'start', 'close', 'refer', 'count'],
  running: ['change', 'close', 'refer', 'count'],
  aftercare: ['reopen', 'change'],
  closed: ['reopen'],
};
export const stepsIn = (status: CaseStatus): readonly CaseStep[] => STEPS[status];

export type StepRefusal = { readonly code: 'case-moved-on' | 'changed-meanwhile' };

/** Whether this may be done with a case now, by somebody who saw it as it is. */
export function mayStep(
  file: CaseFile,
  step: CaseStep,
  seenVersion: number,
  today: PlainDate,
): Result<undefined, StepRefusal> {
  if (!stepsIn(caseStatus(file, today)).includes(step)) return err({ code: 'case-moved-on' });
  return file.version === seenVersion ? ok(undefined) : err({ code: 'changed-meanwhile' });
}
