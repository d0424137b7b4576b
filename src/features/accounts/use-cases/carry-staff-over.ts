import type { Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { copyMemberships } from '../persistence/staff-store.ts';

/**
 * Gives the people of organisations that end the same roles in the one that takes over, from the day on. At sign-in they come out
 * there; a session that was open goes on in the old organisation, where nothing can be written any more.
 */
export async function carryStaffOver(
  tx: Tx<'accounts.membership'>,
  move: { readonly from: readonly string[]; readonly to: string; readonly on: PlainDate },
): Promise<void> {
  await copyMemberships(tx, move, newId);
}
