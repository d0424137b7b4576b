import type { AnyTx } from '../../../platform/db/transact.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { keepGuest } from './guest.ts';
import { SHELTER_ADDRESS, SHELTER_GUEST } from './shelter-names.ts';

/** Whoever placed hears that the shelter said yes with the deed itself; the address that comes along is told of once. */
export const SHELTER_ARRIVALS = new Map([
  [SHELTER_ADDRESS.kind, async () => undefined],
  // told of with the deed as well; here its time begins to count
  [SHELTER_GUEST.kind, keepArrived],
] as const);

async function keepArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  for (const id of ids) await keepGuest(tx, tenantId, id, dutchDay(now));
}
