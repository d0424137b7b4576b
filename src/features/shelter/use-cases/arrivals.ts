import type { AnyTx } from '../../../platform/db/transact.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { receiveGuest } from './guest.ts';
import { SHELTER_ADDRESS, SHELTER_GUEST } from './shelter-names.ts';

/** Whoever placed hears that the shelter said yes with the deed itself; who comes is told of when it is there to be read. */
export const SHELTER_ARRIVALS = new Map([
  [SHELTER_ADDRESS.kind, async () => undefined],
  [SHELTER_GUEST.kind, receiveGuests],
] as const);

async function receiveGuests(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  for (const id of ids) await receiveGuest(tx, tenantId, id, now);
}
