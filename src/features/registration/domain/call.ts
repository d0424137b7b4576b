import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { HelpContent } from './help-request.ts';
import type { Region, RegistrationContent } from './registration.ts';
import type { ReporterType } from './reporting-guide.ts';

/** Registering and placing are two tasks with two purposes; somebody does one of them at a time. */
export const CALL_TASKS = ['registration', 'placement'] as const;
export type CallTask = (typeof CALL_TASKS)[number];

/** What a call turns out to be about, while it is going on. */
export const CALL_BRANCHES = ['open', 'registration', 'shelter', 'advice'] as const;
export type CallBranch = (typeof CALL_BRANCHES)[number];

/** Which of them each task can work on itself; for the other the call is passed on. */
export const BRANCHES_OF: Readonly<Record<CallTask, readonly CallBranch[]>> = {
  registration: ['open', 'registration', 'advice'],
  placement: ['open', 'shelter', 'advice'],
};

/** How it ended. Hung up is no failure: what was told stays, and whoever wants to can call again with the code. */
export const CALL_OUTCOMES = ['registered', 'help-request', 'passed-on', 'advised', 'hung-up'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Of whom something is still to be asked. Never the person herself: she is spoken to by who knows her. */
export const STILL_TO_ASK = ['caller', 'care-coordinator', 'police', 'shelter', 'colleague'] as const;
export type StillToAsk = (typeof STILL_TO_ASK)[number];

/** On what a request for help by telephone rests, as far as it was asked. */
export const CALL_CONSENTS = ['not-asked', 'signed', 'vital-interest'] as const;
export type CallConsent = (typeof CALL_CONSENTS)[number];

/** What is still to be asked, of whom and when. */
export interface OpenQuestion {
  readonly what: string;
  readonly of: StillToAsk;
  readonly on: PlainDate;
}

/** What was told so far. Everything may be unknown; a name of the person has no place in it. */
export interface CallAnswers {
  /** In the words of the call; empty when it was passed on. */
  readonly about: string;
  readonly reporterType: ReporterType | undefined;
  /** On which number the caller is called back: never that of the person. */
  readonly callBack: string;
  readonly question: OpenQuestion | undefined;
  /** Only of the task of registering. */
  readonly registration: { readonly region: Region; readonly content: RegistrationContent } | undefined;
  /** Only of the task of placing: what somebody needs, without the number, which stands above. */
  readonly help: (Omit<HelpContent, 'callBack' | 'emergency' | 'urgency'> & CallUrgency) | undefined;
}

interface CallUrgency {
  readonly urgency: HelpContent['urgency'] | undefined;
  readonly consent: CallConsent;
}

/** A call without what was told. */
export interface Call {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
  readonly task: CallTask;
  readonly branch: CallBranch;
  readonly openedAt: Date;
  readonly openedByName: string;
  readonly savedByName: string;
  readonly closedAt: Date | undefined;
  readonly outcome: CallOutcome | undefined;
  /** The record of the register that was made of it. */
  readonly recordId: string | undefined;
  readonly askOn: PlainDate | undefined;
  readonly version: number;
}

export type CallTextRefusal = {
  readonly code: 'about-holds-number' | 'about-names' | 'question-holds-number' | 'question-names';
};

/**
 * Whether what was typed during a call may be kept: no number by which somebody is found, and nothing that looks like a name. What was
 * looked through by the one who typed it may look like a name: only she knows.
 */
export function checkCallTexts(
  texts: { readonly about: string; readonly question: string },
  isLookedThrough: boolean,
): Result<undefined, CallTextRefusal> {
  for (const field of ['about', 'question'] as const) {
    const { numbers, looksLikeName } = guardText(texts[field]);
    if (numbers.length > 0) return err({ code: `${field}-holds-number` });
    if (looksLikeName && !isLookedThrough) return err({ code: `${field}-names` });
  }
  return ok(undefined);
}

export type FinishRefusal = {
  readonly code: 'reporter-unknown' | 'need-unknown' | 'call-back-unknown' | 'consent-not-asked';
};

/** Whether a call can become a registration: only who reports must be known. Whom it is about may be as good as unknown. */
export function mayBeRegistered(
  answers: CallAnswers,
): Result<
  { readonly reporterType: ReporterType; readonly region: Region; readonly content: RegistrationContent },
  FinishRefusal
> {
  const { reporterType, registration } = answers;
  if (!reporterType || !registration) return err({ code: 'reporter-unknown' });
  return ok({ reporterType, ...registration });
}

/** Whether a call can become a request for help: what is needed, on what it rests, and whom to call back. */
export function mayBecomeHelp(answers: CallAnswers): Result<undefined, FinishRefusal> {
  const { help, callBack } = answers;
  if (!help || help.needs.length === 0) return err({ code: 'need-unknown' });
  if (help.consent === 'not-asked') return err({ code: 'consent-not-asked' });
  return callBack === '' ? err({ code: 'call-back-unknown' }) : ok(undefined);
}
