import type { Tx } from '../../../platform/db/transact.ts';

type Table = 'accounts.passkey_attempt';

/** A question that was put to a key: to sign in or prove oneself anew, to make the first key, or to make another. */
export interface PasskeyAttempt {
  readonly kind: 'sign-in' | 'first-key' | 'another-key';
  /** The address to go on at. */
  readonly back: string;
  /** The session within which somebody proves herself anew, or adds a key. */
  readonly sessionId: string | undefined;
  /** For whom a key is made. */
  readonly personId: string | undefined;
  readonly invitationId: string | undefined;
  readonly personName: string | undefined;
  readonly email: string | undefined;
}

/** A question that was put, with when. */
export interface TakenAttempt extends PasskeyAttempt {
  readonly begunAt: Date;
}

interface Hashes {
  readonly challengeHash: Buffer;
  readonly browserHash: Buffer;
}

/** Keeps it, and sweeps away those that nobody answered. */
export async function insertPasskeyAttempt(
  tx: Tx<Table>,
  attempt: PasskeyAttempt & Hashes,
  at: Date,
  sweepBefore: Date,
): Promise<void> {
  await tx.deleteFrom('accounts.passkey_attempt').where('begun_at', '<', sweepBefore).execute();
  await tx
    .insertInto('accounts.passkey_attempt')
    .values({
      challenge_hash: attempt.challengeHash,
      browser_hash: attempt.browserHash,
      kind: attempt.kind,
      back: attempt.back,
      session_id: attempt.sessionId ?? null,
      person_id: attempt.personId ?? null,
      invitation_id: attempt.invitationId ?? null,
      person_name: attempt.personName ?? null,
      email: attempt.email ?? null,
      begun_at: at,
    })
    .execute();
}

/** Takes the question out, so that it is answered once; undefined when there is none of this kind, or it is too old. */
export async function takePasskeyAttempt(
  tx: Tx<Table>,
  { challengeHash, browserHash, kind }: Hashes & Pick<PasskeyAttempt, 'kind'>,
  notBefore: Date,
): Promise<TakenAttempt | undefined> {
  const row = await tx
    .deleteFrom('accounts.passkey_attempt')
    .where('challenge_hash', '=', challengeHash)
    .where('browser_hash', '=', browserHash)
    .where('kind', '=', kind)
    .where('begun_at', '>=', notBefore)
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      kind,
      back: row.back,
      sessionId: row.session_id ?? undefined,
      personId: row.person_id ?? undefined,
      invitationId: row.invitation_id ?? undefined,
      personName: row.person_name ?? undefined,
      email: row.email ?? undefined,
      begunAt: row.begun_at,
    }
  );
}
