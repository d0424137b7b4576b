import type { Tx } from '../../../platform/db/transact.ts';
import { type Actor, isRole } from '../../../shared-kernel/role.ts';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { findToken } from '../persistence/token-store.ts';
import { hashOf } from './sessions.ts';

/** Who acts with this bearer token; undefined when it expired or is not known. `at` is real time. */
export async function resolveToken(
  tx: Tx<'accounts.access_token' | 'accounts.membership' | 'organisations.organisation'>,
  token: string,
  at: Date,
): Promise<Actor | undefined> {
  const found = await findToken(tx, hashOf(token), at);
  if (!found || !isRole(found.role)) return undefined;
  return { ...found, role: found.role, scope: ROLE_DESCRIPTIONS[found.role].scope };
}
