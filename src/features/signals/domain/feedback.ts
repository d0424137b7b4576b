import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import type { MayHear, SignalReport } from './signal-report.ts';
import { type SignalStatus, statusOf } from './signal-status.ts';

/** What whoever passed a signal on can be told. The words are fixed and give nothing away of what was found. */
export const FEEDBACK = ['received', 'taken-up', 'acted', 'nothing-now'] as const;
export type Feedback = (typeof FEEDBACK)[number];

/** How somebody outside was told; a colleague reads it in the product. */
export const TOLD_BY_HAND = ['telephone', 'email', 'letter', 'in-person'] as const;
export type ToldHow = 'product' | (typeof TOLD_BY_HAND)[number];

/** A colleague hears by itself after so many working days that it is being looked at, unless she heard before. [design: In Beeld] */
export const UPDATE_AFTER_WORKING_DAYS = 5;
/** Within so many working days whoever passed it on was told something. [design: In Beeld] */
export const FEEDBACK_WITHIN_WORKING_DAYS = 10;

export const feedbackBy = (receivedOn: PlainDate): PlainDate =>
  addWorkingDays(receivedOn, FEEDBACK_WITHIN_WORKING_DAYS);

const HEARD_FROM: Readonly<Record<Feedback, MayHear>> = {
  received: 'received',
  'taken-up': 'taken-up',
  acted: 'outcome',
  'nothing-now': 'outcome',
};
const RANK: Readonly<Record<MayHear, number>> = { nothing: 0, received: 1, 'taken-up': 2, outcome: 3 };
const TRUE_FROM: Readonly<Record<Feedback, readonly SignalStatus[]>> = {
  received: ['new', 'taken-up', 'weighed', 'passed-on', 'closed'],
  'taken-up': ['taken-up', 'weighed', 'passed-on', 'closed'],
  // only when a receiver confirmed it, or it was closed
  acted: ['passed-on', 'closed'],
  'nothing-now': ['weighed', 'closed'],
};

/** What may be told: no more than the source may hear, and nothing that is not so. */
export function feedbackFor(report: SignalReport): readonly Feedback[] {
  const status = statusOf(report);
  return FEEDBACK.filter(
    (each) => RANK[HEARD_FROM[each]] <= RANK[report.sourceMayHear] && TRUE_FROM[each].includes(status),
  );
}

export type FeedbackRefusal = {
  readonly code: 'may-not-be-told' | 'told-how-missing' | 'told-in-future' | 'told-before-received';
};

export interface FeedbackInput {
  readonly feedback: Feedback;
  /** Undefined for a colleague: she reads it in the product, today. */
  readonly by: { readonly how: (typeof TOLD_BY_HAND)[number]; readonly on: PlainDate } | undefined;
}

/** Whether this may be recorded as what the reporter was told, how and when. */
export function checkFeedback(
  report: SignalReport,
  { feedback, by }: FeedbackInput,
  today: PlainDate,
): Result<{ readonly how: ToldHow; readonly on: PlainDate }, FeedbackRefusal> {
  if (!feedbackFor(report).includes(feedback)) return err({ code: 'may-not-be-told' });
  if (report.source === 'employee') return ok({ how: 'product', on: today });
  if (!by) return err({ code: 'told-how-missing' });
  if (by.on > today) return err({ code: 'told-in-future' });
  if (by.on < report.receivedOn) return err({ code: 'told-before-received' });
  return ok(by);
}
