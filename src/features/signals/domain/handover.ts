import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import { type SignalStatus, stepFrom } from './signal-status.ts';

/** To whom a signal can be handed over. There is no single desk for reports any more: they go straight to who works on it. */
export const CHANNELS = [
  'care-coordinator',
  'veilig-thuis',
  'comensha',
  'police',
  'labour-authority',
  'border-police',
  'riec',
] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * As which receiver a kind of organisation with an account can take a signal in. What travels differs per receiver, so a document for
 * one is never sent to another. CoMensha has no people here who answer messages: it is called.
 */
const TAKES_IN: Readonly<Record<string, readonly Channel[]>> = {
  gemeente: ['care-coordinator'],
  zorgorganisatie: ['care-coordinator'],
  politie: ['police', 'border-police'],
  ketenpartner: ['veilig-thuis', 'labour-authority', 'border-police', 'riec'],
};

/** The receivers of the list that an organisation of this kind can be; empty when nobody there answers. */
export const takesInAs = (organisationKind: string): readonly Channel[] => TAKES_IN[organisationKind] ?? [];

/** What of a signal can stand in a hand-over; per receiver the content says which. Never who passed it on, never an identity. */
export const HANDED_PARTS = [
  'form',
  'sector',
  'minor',
  'place',
  'observation',
  'said-by-person',
  'said-by-other',
] as const;
export type HandedPart = (typeof HANDED_PARTS)[number];

/** Why a receiver does not take it up, or that nobody there answered. */
export const DECLINE_REASONS = ['not-for-us', 'known-already', 'too-little', 'no-answer'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** A signal handed over to one receiver. */
export interface Handover {
  readonly id: string;
  readonly channel: Channel;
  /** The message between organisations; undefined when it went by hand. */
  readonly messageId: string | undefined;
  readonly handedOn: PlainDate;
  readonly handedByName: string;
  readonly answerBy: PlainDate;
  /** The receiver's receipt. Only by this is a signal passed on. */
  readonly receivedOn: PlainDate | undefined;
  /** A function at the receiver; undefined when the exchange confirmed it. */
  readonly receivedBy: string | undefined;
  readonly declinedOn: PlainDate | undefined;
  readonly declineReason: DeclineReason | undefined;
}

/** A receiver confirms within so many working days; then it rings. [design: In Beeld] */
export const CONFIRM_WITHIN_WORKING_DAYS = 5;

export const answerBy = (handedOn: PlainDate): PlainDate => addWorkingDays(handedOn, CONFIRM_WITHIN_WORKING_DAYS);

/** How a hand-over stands on a day. */
export type HandoverState = 'waiting' | 'late' | 'received' | 'declined';

export function handoverOn(
  { receivedOn, declinedOn, answerBy: by }: Pick<Handover, 'receivedOn' | 'declinedOn' | 'answerBy'>,
  today: PlainDate,
): HandoverState {
  if (receivedOn) return 'received';
  if (declinedOn) return 'declined';
  return by <= today ? 'late' : 'waiting';
}

/** Whether a signal stands with care: handed over to a care coordinator, who did not send it back. Then one of ours may be let in. */
export const isWithCare = (handovers: readonly Pick<Handover, 'channel' | 'declinedOn'>[]): boolean =>
  handovers.some(({ channel, declinedOn }) => channel === 'care-coordinator' && !declinedOn);

export type HandOverRefusal = { readonly code: 'signal-moved-on' | 'handed-before' };

/** Whether a signal may be handed over to a receiver: it was weighed, and nothing is open or received there already. */
export function mayHandOver(
  status: SignalStatus,
  handovers: readonly Pick<Handover, 'channel' | 'declinedOn'>[],
  channel: Channel,
): Result<undefined, HandOverRefusal> {
  const step = stepFrom(status, 'receive-receipt');
  if (!step.ok) return step;
  if (handovers.some((each) => each.channel === channel && !each.declinedOn)) return err({ code: 'handed-before' });
  return ok(undefined);
}

export type ReceiptRefusal = { readonly code: 'answered-before' | 'receipt-in-future' | 'receipt-before-handover' };

/** Whether this may be recorded as what the receiver answered. */
export function checkReceipt(
  handover: Pick<Handover, 'handedOn' | 'receivedOn' | 'declinedOn'>,
  answeredOn: PlainDate,
  today: PlainDate,
): Result<undefined, ReceiptRefusal> {
  if (handover.receivedOn || handover.declinedOn) return err({ code: 'answered-before' });
  if (answeredOn > today) return err({ code: 'receipt-in-future' });
  if (answeredOn < handover.handedOn) return err({ code: 'receipt-before-handover' });
  return ok(undefined);
}
