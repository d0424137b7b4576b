import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { SignalReport, YesNoUnknown } from './signal-report.ts';

/** What is asked before a signal about a person leaves the municipality. "I do not know" is an answer. */
export interface LeavingAnswers {
  /** The person knows that this is passed on. */
  readonly personKnows: YesNoUnknown;
  /** The person wants it. */
  readonly personWants: YesNoUnknown;
  /** There is a safe way to reach the person. */
  readonly hasSafeWay: YesNoUnknown;
  /** Who was not told: when somebody looks at that again (AVG 14, UAVG 41). */
  readonly lookAgainOn: PlainDate | undefined;
  /** Who passed it on agrees that the receiver hears who that was. */
  readonly reporterAgrees: boolean;
  readonly answeredOn: PlainDate;
}

export type AnswersInput = Omit<LeavingAnswers, 'answeredOn'> & { readonly notToldBecause: string | undefined };

export type AnswersRefusal = {
  readonly code: 'not-told-reason-missing' | 'look-again-missing' | 'look-again-past' | 'look-again-too-late';
};

/** Not telling somebody is looked at again within three months. [design: In Beeld] */
const LOOK_AGAIN_MONTHS = 3;

/** Whether these are answers: who was not told has a reason and a day. */
export function checkAnswers(input: AnswersInput, today: PlainDate): Result<undefined, AnswersRefusal> {
  if (input.personKnows !== 'no') return ok(undefined);
  if (!input.notToldBecause) return err({ code: 'not-told-reason-missing' });
  if (!input.lookAgainOn) return err({ code: 'look-again-missing' });
  if (input.lookAgainOn <= today) return err({ code: 'look-again-past' });
  if (input.lookAgainOn > addMonths(today, LOOK_AGAIN_MONTHS)) return err({ code: 'look-again-too-late' });
  return ok(undefined);
}

export type LeavingRefusal = { readonly code: 'answers-missing' | 'consult-first' | 'person-does-not-want' };

/**
 * Whether a signal may leave. A place needs no answers. The wish of an adult who is not in danger is leading; what is not known is
 * first asked of somebody who knows, without saying whom it is about: `advisedOn`, the last advice, comes after the answers.
 */
export function mayLeave(
  report: Pick<SignalReport, 'kind' | 'isMinor' | 'isDangerNow'>,
  answers: LeavingAnswers | undefined,
  advisedOn: PlainDate | undefined,
): Result<undefined, LeavingRefusal> {
  if (report.kind === 'location') return ok(undefined);
  if (!answers) return err({ code: 'answers-missing' });
  if (answers.personWants === 'no' && report.isMinor !== 'yes' && !report.isDangerNow)
    return err({ code: 'person-does-not-want' });
  const isUnknown = [answers.personKnows, answers.personWants, answers.hasSafeWay].includes('unknown');
  const isAdvised = advisedOn !== undefined && advisedOn >= answers.answeredOn;
  // danger now does not wait for advice: 112 was called already
  if (isUnknown && !isAdvised && !report.isDangerNow) return err({ code: 'consult-first' });
  return ok(undefined);
}
