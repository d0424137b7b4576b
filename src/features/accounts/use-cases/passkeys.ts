import type { Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { MadeKey } from '../../../platform/passkeys/passkey-answers.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { judgeAdding, judgeRemoval, judgeUse, type PasskeyUseRefusal } from '../domain/passkey.ts';
import { everWorkedAt } from '../persistence/identity-store.ts';
import { membershipsOf } from '../persistence/membership-store.ts';
import {
  blockPasskey,
  deletePasskey,
  holdPasskey,
  insertPasskey,
  noteUse,
  type Passkey,
  passkeyByCredential,
  passkeysOf,
} from '../persistence/passkey-store.ts';
import { endOtherSessions } from '../persistence/session-store.ts';
import { type Admission, type EntryRefusal, enterAnew, enterAs, roleToBeginIn } from './enter-as.ts';
import type { TakenAttempt } from './passkey-questions.ts';

export type { Passkey } from '../persistence/passkey-store.ts';

type Tables =
  | 'accounts.passkey'
  | 'accounts.session'
  | 'accounts.membership'
  | 'accounts.person'
  | 'accounts.identity_provider'
  | 'organisations.organisation';

const SUBJECT = 'accounts.passkey';

/** What a key is told of whose it is: the number of the person as bytes, no name and no address (WebAuthn Level 2, 14.6.1). */
export const handleOf = (personId: string): Buffer => Buffer.from(personId.replaceAll('-', ''), 'hex');

/** The key that answers, when somebody has it. */
export const findPasskey = (tx: Tx<'accounts.passkey'>, credentialId: string) => passkeyByCredential(tx, credentialId);

export type PasskeySignInRefusal = EntryRefusal | PasskeyUseRefusal;

/**
 * Lets somebody in whose key answered well, in organisations that have no identity provider of their own; or lets her go on who proves
 * herself anew. A key that counts back is blocked from now on: there may be a copy of it.
 */
export async function admitWithPasskey(
  tx: Tx<Tables>,
  answer: {
    readonly key: Passkey;
    readonly counter: number;
    readonly attempt: TakenAttempt;
    readonly device: string;
  },
  at: Date,
): Promise<Result<Admission, PasskeySignInRefusal>> {
  const { attempt, counter, device } = answer;
  const key = await holdPasskey(tx, answer.key.id);
  if (!key) return err({ code: 'passkey-blocked' });
  const judged = judgeUse(key, counter);
  if (!judged.ok) {
    if (judged.error.code === 'passkey-copied') await blockPasskey(tx, key.id, at);
    return judged;
  }
  await noteUse(tx, key.id, counter, at);
  const by = { providerId: undefined, providerSession: undefined, strongAt: at };
  const { personId } = key;
  if (attempt.sessionId !== undefined)
    return enterAnew(tx, { personId, sessionId: attempt.sessionId }, { by, device }, at);
  const held = await roleToBeginIn(tx, personId, await membershipsOf(tx, personId, undefined));
  if (!held) return err({ code: (await everWorkedAt(tx, personId)) ? 'role-ended' : 'no-role-here' });
  return enterAs(tx, held, { by, device }, at);
}

/** The keys of the actor, the oldest first. */
export const ownPasskeys = (tx: Tx<'accounts.passkey'>, actor: Actor): Promise<readonly Passkey[]> =>
  passkeysOf(tx, actor.personId);

/** Adds a key that was made within this session. Other sessions of hers end: somebody else may be in one of them. */
export async function addPasskey(
  tx: Tx<Tables>,
  actor: Actor,
  made: MadeKey & { readonly name: string; readonly sessionId: string },
  at: Date,
): Promise<Result<Done, { readonly code: 'too-many-passkeys' | 'passkey-known' }>> {
  const { personId } = actor;
  const judged = judgeAdding(await passkeysOf(tx, personId, true));
  if (!judged.ok) return judged;
  const id = newId();
  if (!(await insertPasskey(tx, { ...made, id, personId, at }))) return err({ code: 'passkey-known' });
  await endOtherSessions(tx, personId, made.sessionId, at);
  return ok({ subject: { kind: SUBJECT, id } });
}

/** Removes one of the actor's keys, never the last. Other sessions of hers end: the key may be in other hands. */
export async function removePasskey(
  tx: Tx<Tables>,
  actor: Actor,
  { id, sessionId }: { readonly id: string; readonly sessionId: string },
  at: Date,
): Promise<Result<Done, { readonly code: 'not-found' | 'last-passkey' }>> {
  const { personId } = actor;
  const judged = judgeRemoval(await passkeysOf(tx, personId, true), id);
  if (!judged.ok) return judged;
  await deletePasskey(tx, personId, id);
  await endOtherSessions(tx, personId, sessionId, at);
  return ok({ subject: { kind: SUBJECT, id } });
}
