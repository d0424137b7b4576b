import { timingSafeEqual } from 'node:crypto';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId, newSecret } from '../../../platform/ids/uuid.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  judgeRegistering,
  type RegisterRefusal,
  SYSTEM_SCOPE,
  SYSTEM_TOKEN_SECONDS,
  type SystemClient,
} from '../domain/system-client.ts';
import { clientsOf, endClient, insertClient, runningClient } from '../persistence/system-client-store.ts';
import { insertToken } from '../persistence/token-store.ts';
import { actorOfClient } from './resolve-token.ts';
import { hashOf } from './sessions.ts';

const SUBJECT = 'accounts.system-client';

/** The systems of the actor's organisation, those that run first. */
export async function readClients(tx: Tx<'accounts.system_client'>, actor: Actor): Promise<readonly SystemClient[]> {
  return clientsOf(tx, actor.organisationId);
}

/** Registers a system of the actor's organisation. Of its secret only the hash is kept. */
export async function registerClient(
  tx: Tx<'accounts.system_client'>,
  actor: Actor,
  asked: { readonly name: string; readonly secret: string },
  time: DomainTime,
): Promise<Result<Done, RegisterRefusal>> {
  const { organisationId, personName } = actor;
  const running = (await clientsOf(tx, organisationId)).filter(({ endedAt }) => endedAt === null);
  const judged = judgeRegistering(running, asked);
  if (!judged.ok) return judged;
  const id = newId();
  const client = { id, name: asked.name, secretHash: hashOf(asked.secret), on: time.today, by: personName };
  // two at once: the index decides
  if (!(await insertClient(tx, organisationId, client))) return err({ code: 'system-name-used' });
  return ok({ subject: { kind: SUBJECT, id } });
}

/** Ends a system: from this moment it comes in no more, nor with a token it still has. */
export async function endSystem(
  tx: Tx<'accounts.system_client'>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' }>> {
  const ended = { at: time.now, by: actor.personName };
  if (!(await endClient(tx, actor.organisationId, id, ended))) return err({ code: 'not-found' });
  return ok({ subject: { kind: SUBJECT, id } });
}

/** What a hash is compared with when no system has this id, so that the answer takes as long. */
const NOBODY = hashOf('no such system');

/**
 * A short-lived token for a registered system (OAuth 2.0, client credentials, RFC 6749 section 4.4). Unknown, ended or a wrong
 * secret: the same refusal. `at` is real time.
 */
export async function issueSystemToken(
  tx: Tx<'accounts.system_client' | 'accounts.access_token' | 'organisations.organisation'>,
  asked: { readonly clientId: string; readonly secret: string },
  at: Date,
): Promise<
  Result<Done & { readonly actor: Actor; readonly token: string; readonly scope: string }, { code: 'unknown-system' }>
> {
  const client = isUuid(asked.clientId) ? await runningClient(tx, asked.clientId) : undefined;
  const holds = timingSafeEqual(client?.secretHash ?? NOBODY, hashOf(asked.secret));
  if (!client || !holds) return err({ code: 'unknown-system' });
  const token = newSecret(32);
  await insertToken(tx, {
    tokenHash: hashOf(token),
    clientId: client.id,
    scope: SYSTEM_SCOPE,
    at,
    expiresAt: new Date(at.getTime() + SYSTEM_TOKEN_SECONDS * 1000),
  });
  return ok({ subject: { kind: SUBJECT, id: client.id }, actor: actorOfClient(client), token, scope: SYSTEM_SCOPE });
}
