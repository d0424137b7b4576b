import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** How long a key may take to answer, in seconds of real time. */
export const PASSKEY_ANSWER_SECONDS = 5 * 60;
/** Keys of one person: enough for two devices and a spare in a drawer, few enough to oversee. */
const MOST_PASSKEYS = 10;
/** Letters in the name that somebody gives her key. */
export const LONGEST_PASSKEY_NAME = 60;

/** A key of somebody, as far as the rules go. */
export interface PasskeyState {
  readonly id: string;
  /** How often it was used, as it said the last time; 0 when it does not count. */
  readonly counter: number;
  readonly blockedAt: Date | undefined;
}

export type PasskeyUseRefusal = { readonly code: 'passkey-blocked' | 'passkey-copied' };

/**
 * Whether a key that proved itself may be used. A counter that does not go forward means that there may be a copy of the key
 * (WebAuthn Level 2, section 6.1.1); a key that is kept on several devices does not count and says 0 for ever.
 */
export function judgeUse(key: PasskeyState, counter: number): Result<undefined, PasskeyUseRefusal> {
  if (key.blockedAt !== undefined) return err({ code: 'passkey-blocked' });
  const countsNowOrDid = key.counter > 0 || counter > 0;
  return countsNowOrDid && counter <= key.counter ? err({ code: 'passkey-copied' }) : ok(undefined);
}

/** Whether one more key may be added to these. */
export function judgeAdding(keys: readonly PasskeyState[]): Result<undefined, { readonly code: 'too-many-passkeys' }> {
  return keys.length >= MOST_PASSKEYS ? err({ code: 'too-many-passkeys' }) : ok(undefined);
}

/** Whether this key may go: never the last with which she still comes in. */
export function judgeRemoval(
  keys: readonly PasskeyState[],
  id: string,
): Result<undefined, { readonly code: 'not-found' | 'last-passkey' }> {
  if (!keys.some((key) => key.id === id)) return err({ code: 'not-found' });
  const stays = keys.some((key) => key.id !== id && key.blockedAt === undefined);
  return stays ? ok(undefined) : err({ code: 'last-passkey' });
}
