import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId, newSecret } from '../../../platform/ids/uuid.ts';
import { checkProof, claimedClient, type KeyRefusal, readSystemKey } from '../../../platform/openid/system-key.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  judgeRegistering,
  type RegisterRefusal,
  SYSTEM_TOKEN_SECONDS,
  type SystemClient,
  type SystemScope,
  scopeFor,
} from '../domain/system-client.ts';
import { organisationKindOf } from '../persistence/role-store.ts';
import { clientsOf, endClient, insertClient, runningClient, useAssertion } from '../persistence/system-client-store.ts';
import { insertToken } from '../persistence/token-store.ts';
import { actorOfClient } from './resolve-token.ts';
import { hashOf } from './sessions.ts';

const SUBJECT = 'accounts.system-client';

/** The systems of the actor's organisation, those that run first. */
export async function readClients(tx: Tx<'accounts.system_client'>, actor: Actor): Promise<readonly SystemClient[]> {
  return clientsOf(tx, actor.organisationId);
}

/** What a system of the actor's organisation may come for; undefined when nothing. */
export async function readScope(
  tx: Tx<'organisations.organisation'>,
  { organisationId }: Actor,
): Promise<SystemScope | undefined> {
  return scopeFor(await organisationKindOf(tx, organisationId));
}

/** Registers a system of the actor's organisation, by the public half of its key. */
export async function registerClient(
  tx: Tx<'accounts.system_client' | 'organisations.organisation'>,
  actor: Actor,
  asked: { readonly name: string; readonly key: string },
  time: DomainTime,
): Promise<Result<Done, RegisterRefusal | KeyRefusal>> {
  const { organisationId, personName } = actor;
  const scope = await readScope(tx, actor);
  if (!scope) return err({ code: 'no-system-here' });
  const running = (await clientsOf(tx, organisationId)).filter(({ endedAt }) => endedAt === null);
  const key = await readSystemKey(asked.key);
  if (!key.ok) return key;
  const judged = judgeRegistering(running, { name: asked.name, keyPrint: key.value.print });
  if (!judged.ok) return judged;
  const id = newId();
  const client = { id, name: asked.name, scope, key: key.value, on: time.today, by: personName };
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

/**
 * A short-lived token for a registered system (OAuth 2.0, client credentials, RFC 6749 section 4.4) that proves itself with its key
 * (RFC 7523). Unknown, ended, another key, too old or used before: the same refusal. `at` is real time.
 */
export async function issueSystemToken(
  tx: Tx<
    'accounts.system_client' | 'accounts.client_assertion' | 'accounts.access_token' | 'organisations.organisation'
  >,
  asked: { readonly assertion: string; readonly clientId: string | undefined; readonly audiences: readonly string[] },
  at: Date,
): Promise<
  Result<Done & { readonly actor: Actor; readonly token: string; readonly scope: string }, { code: 'unknown-system' }>
> {
  const clientId = claimedClient(asked.assertion) ?? '';
  const isOfWhoAsks = asked.clientId === undefined || asked.clientId === clientId;
  const client = isOfWhoAsks && isUuid(clientId) ? await runningClient(tx, clientId) : undefined;
  // an organisation that is no longer of that kind has nobody who does this work
  const scope = scopeFor(client?.organisationKind);
  if (!client?.publicKey || scope === undefined || client.scope !== scope) return err({ code: 'unknown-system' });
  const proof = await checkProof(asked.assertion, client.publicKey, { clientId, audiences: asked.audiences, at });
  const isNew =
    proof && (await useAssertion(tx, { clientId, jtiHash: hashOf(proof.jti), expiresAt: proof.expiresAt }, at));
  if (!isNew) return err({ code: 'unknown-system' });
  const token = newSecret(32);
  await insertToken(tx, {
    tokenHash: hashOf(token),
    clientId: client.id,
    scope,
    at,
    expiresAt: new Date(at.getTime() + SYSTEM_TOKEN_SECONDS * 1000),
  });
  return ok({ subject: { kind: SUBJECT, id: client.id }, actor: actorOfClient({ ...client, scope }), token, scope });
}
