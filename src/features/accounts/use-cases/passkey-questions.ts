import type { Tx } from '../../../platform/db/transact.ts';
import { newSecret } from '../../../platform/ids/uuid.ts';
import { questionHash } from '../../../platform/passkeys/passkey-answers.ts';
import { PASSKEY_ANSWER_SECONDS } from '../domain/passkey.ts';
import {
  insertPasskeyAttempt,
  type PasskeyAttempt,
  type TakenAttempt,
  takePasskeyAttempt,
} from '../persistence/passkey-attempt-store.ts';
import { hashOf } from './sessions.ts';

export type { TakenAttempt } from '../persistence/passkey-attempt-store.ts';

const NOTHING = {
  sessionId: undefined,
  personId: undefined,
  invitationId: undefined,
  personName: undefined,
  email: undefined,
} as const;

/** A question as it goes out: to the key, and to the browser that brings the answer. */
export interface PutQuestion {
  readonly challenge: string;
  /** Goes into a cookie and nowhere else. */
  readonly browser: string;
}

/** Puts a question to a key: 256 bits that nobody can know before, answered once, within minutes, in this browser. */
export async function putQuestion(
  tx: Tx<'accounts.passkey_attempt'>,
  about: Pick<PasskeyAttempt, 'kind' | 'back'> & Partial<PasskeyAttempt>,
  at: Date,
): Promise<PutQuestion> {
  const [challenge, browser] = [newSecret(32), newSecret(32)];
  const hashes = { challengeHash: questionHash(challenge), browserHash: hashOf(browser) };
  await insertPasskeyAttempt(tx, { ...NOTHING, ...about, ...hashes }, at, notBefore(at));
  return { challenge, browser };
}

/** What was asked, taken out: a second answer finds nothing, nor does one in another browser, or to a question of another kind. */
export async function takeQuestion(
  tx: Tx<'accounts.passkey_attempt'>,
  answer: PutQuestion & Pick<PasskeyAttempt, 'kind'>,
  at: Date,
): Promise<TakenAttempt | undefined> {
  const { challenge, browser, kind } = answer;
  const hashes = { challengeHash: questionHash(challenge), browserHash: hashOf(browser) };
  return takePasskeyAttempt(tx, { ...hashes, kind }, notBefore(at));
}

const notBefore = (at: Date) => new Date(at.getTime() - PASSKEY_ANSWER_SECONDS * 1000);
