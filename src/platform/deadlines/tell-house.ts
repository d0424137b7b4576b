import type { Role } from '../../shared-kernel/role.ts';
import { inHouseOf, type Tx } from '../db/transact.ts';
import { type NoticeTables, notifyRole, takeBackNotices } from './notify.ts';
import type { DeadlineTables } from './set-deadline.ts';

/**
 * From a transaction of the door `own`: tells who holds a role in another organisation that something waits there, and nothing of
 * what. Nothing that is read there comes back (docs/decisions/0032).
 */
export async function tellHouse(
  tx: Tx<DeadlineTables>,
  to: { readonly tenantId: string; readonly role: Role; readonly kind: string; readonly path: string },
  now: Date,
): Promise<void> {
  await inHouseOf(tx, to.tenantId, () => notifyRole(tx, to, now));
}

/**
 * Takes that back where nobody opened it: what was told waits no longer. It touches only what `tellHouse` wrote of this kind about this
 * page, and nothing that is read there comes back.
 */
export async function untellHouse(
  tx: Tx<NoticeTables>,
  of: { readonly tenantId: string; readonly kind: string; readonly path: string },
  now: Date,
): Promise<void> {
  await inHouseOf(tx, of.tenantId, () => takeBackNotices(tx, of, now));
}
