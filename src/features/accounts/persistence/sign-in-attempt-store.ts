import type { Tx } from '../../../platform/db/transact.ts';

type Table = 'accounts.sign_in_attempt';

/** A sign-in that was begun at an identity provider. */
export interface SignInAttempt {
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
  readonly providerId: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The address to go on at. */
  readonly back: string;
  /** The session within which somebody proves herself anew. */
  readonly sessionId: string | undefined;
}

/** Keeps it, and sweeps away those that nobody finished. */
export async function insertAttempt(tx: Tx<Table>, attempt: SignInAttempt, at: Date, sweepBefore: Date): Promise<void> {
  await tx.deleteFrom('accounts.sign_in_attempt').where('begun_at', '<', sweepBefore).execute();
  await tx
    .insertInto('accounts.sign_in_attempt')
    .values({
      state_hash: attempt.stateHash,
      browser_hash: attempt.browserHash,
      provider_id: attempt.providerId,
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      back: attempt.back,
      session_id: attempt.sessionId ?? null,
      begun_at: at,
    })
    .execute();
}

/** Takes the attempt with this state out, so that an answer is used once; undefined when there is none, or it is too old. */
export async function takeAttempt(
  tx: Tx<Table>,
  stateHash: Buffer,
  browserHash: Buffer,
  notBefore: Date,
): Promise<SignInAttempt | undefined> {
  const row = await tx
    .deleteFrom('accounts.sign_in_attempt')
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('begun_at', '>=', notBefore)
    .returning([
      'state_hash as stateHash',
      'browser_hash as browserHash',
      'provider_id as providerId',
      'nonce',
      'verifier',
      'back',
      'session_id as sessionId',
    ])
    .executeTakeFirst();
  return row && { ...row, sessionId: row.sessionId ?? undefined };
}
