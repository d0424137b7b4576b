import type { PlainDate } from '../../shared-kernel/plain-date.ts';

/**
 * What became of a message between two organisations. `accepted` is the receipt: only then is something handed over. `expired` is
 * never stored; it follows from the day.
 */
export const MESSAGE_STATES = ['sent', 'delivered', 'accepted', 'refused', 'withdrawn', 'expired'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export type MessageAction = 'deliver' | 'accept' | 'refuse' | 'withdraw' | 'expire';
/** On whose word: who sent it, who received it, or nobody's: the day. */
export type MessageSide = 'sender' | 'receiver' | 'clock';

export interface Transition {
  readonly from: MessageState;
  readonly action: MessageAction;
  readonly by: MessageSide;
  readonly to: MessageState;
}

/** The one table of what may happen to a message. The database holds the same (031_exchange.sql); a test compares them. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'sent', action: 'deliver', by: 'receiver', to: 'delivered' },
  { from: 'delivered', action: 'accept', by: 'receiver', to: 'accepted' },
  { from: 'delivered', action: 'refuse', by: 'receiver', to: 'refused' },
  { from: 'sent', action: 'withdraw', by: 'sender', to: 'withdrawn' },
  { from: 'delivered', action: 'withdraw', by: 'sender', to: 'withdrawn' },
  { from: 'accepted', action: 'withdraw', by: 'sender', to: 'withdrawn' },
  { from: 'sent', action: 'expire', by: 'clock', to: 'expired' },
  { from: 'delivered', action: 'expire', by: 'clock', to: 'expired' },
];

/** The state of a message on a day: one that nobody answered in time has expired. */
export function messageStateOn(
  message: { readonly state: MessageState; readonly expiresOn: PlainDate | null },
  today: PlainDate,
): MessageState {
  const isDue = message.expiresOn !== null && message.expiresOn <= today;
  const expiry = TRANSITIONS.find(({ from, action }) => from === message.state && action === 'expire');
  return isDue && expiry ? expiry.to : message.state;
}

/** What a side may do with a message in this state. */
export function actionsIn(state: MessageState, by: MessageSide): readonly MessageAction[] {
  return TRANSITIONS.filter((each) => each.from === state && each.by === by).map(({ action }) => action);
}
