import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../../../shared-kernel/working-days.ts';

/** Asking another organisation to help too, or to take over. */
export const REFERRAL_KINDS = ['refer', 'hand-over'] as const;
export type ReferralKind = (typeof REFERRAL_KINDS)[number];

/** What may go along, each chosen. What is not chosen does not leave. */
export const SHARED_PARTS = ['person', 'situation', 'safety', 'clocks'] as const;
export type SharedPart = (typeof SHARED_PARTS)[number];

/** Why a receiver does not take somebody up. */
export const REFUSE_REASONS = ['full', 'not-our-region', 'not-our-group', 'unclear', 'known-already'] as const;
export type RefuseReason = (typeof REFUSE_REASONS)[number];

/** How a message stands between the two; handed over is what the receiver said. */
export type ReferralState = 'sent' | 'delivered' | 'accepted' | 'refused' | 'withdrawn' | 'expired' | undefined;

export interface Referral {
  readonly id: string;
  readonly caseId: string;
  readonly dossierId: string;
  readonly receiverId: string;
  readonly kind: ReferralKind;
  readonly parts: readonly SharedPart[];
  readonly ground: 'consent' | 'vital-interest';
  readonly messageId: string;
  readonly consentId: string | undefined;
  readonly sentOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly lookAt: Date | undefined;
  readonly checkedByName: string | undefined;
  readonly withdrawnOn: PlainDate | undefined;
}

/** No norm was found: two working days, and the page says that it is ours. [design: In Beeld] */
export const ANSWER_WORKING_DAYS = 2;
/** Left unanswered for this long a referral lapses, and the other side has no key. [as other messages] */
export const LAPSES_AFTER_DAYS = 14;

export const referralAnswerBy = (sentOn: PlainDate): PlainDate => addWorkingDays(sentOn, ANSWER_WORKING_DAYS);

/** Waits for the other side: nothing was answered and nothing taken back. */
export const isWaiting = (state: ReferralState): boolean => state === 'sent' || state === 'delivered';

/** What nobody answered in time has lapsed, whatever is written of it. */
export const stateOn = <State extends ReferralState>(
  { state, expiresOn }: { readonly state: State; readonly expiresOn: PlainDate | null },
  today: PlainDate,
): State | 'expired' => (isWaiting(state) && expiresOn !== null && expiresOn <= today ? 'expired' : state);

type Asked = Pick<Referral, 'id' | 'receiverId' | 'sentOn'> & { readonly state: ReferralState };

/** It lapsed without an answer, and the same organisation was asked anew since. */
export const isReplaced = (one: Asked, all: readonly Asked[]): boolean =>
  one.state === 'expired' &&
  all.some(({ id, receiverId, sentOn }) => id !== one.id && receiverId === one.receiverId && sentOn > one.sentOn);
