import type { Tx } from '../../../platform/db/transact.ts';
import { type Actor, isRole } from '../../../shared-kernel/role.ts';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { isSystemScope, SYSTEM_ROLES, type SystemScope } from '../domain/system-client.ts';
import { findClientOfToken } from '../persistence/system-client-store.ts';
import { findToken } from '../persistence/token-store.ts';
import { hashOf } from './sessions.ts';

/** Who acts with a token, and which part of the interface a system came for; undefined for a person, who may use all her role may. */
export interface TokenHolder {
  readonly actor: Actor;
  readonly only: string | undefined;
}

/** Who acts with this bearer token; undefined when it expired or is not known. `at` is real time. */
export async function resolveToken(
  tx: Tx<'accounts.access_token' | 'accounts.membership' | 'accounts.system_client' | 'organisations.organisation'>,
  token: string,
  at: Date,
): Promise<TokenHolder | undefined> {
  const hash = hashOf(token);
  const found = await findToken(tx, hash, at);
  if (found && isRole(found.role)) {
    const { role } = found;
    return { actor: { ...found, role, scope: ROLE_DESCRIPTIONS[role].scope }, only: undefined };
  }
  const system = found ? undefined : await findClientOfToken(tx, hash, at);
  if (!system || !isSystemScope(system.scope)) return undefined;
  const { scope } = system;
  return { actor: actorOfClient({ ...system, scope }), only: scope };
}

/** A system acts as a colleague who does this work and no more; the logs name it by its own name. */
export function actorOfClient(client: {
  readonly id: string;
  readonly name: string;
  readonly scope: SystemScope;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
}): Actor {
  const { organisationId, organisationCode, organisationName } = client;
  const role = SYSTEM_ROLES[client.scope];
  return {
    personId: client.id,
    personName: client.name,
    membershipId: client.id,
    organisationId,
    organisationCode,
    organisationName,
    role,
    scope: ROLE_DESCRIPTIONS[role].scope,
  };
}
