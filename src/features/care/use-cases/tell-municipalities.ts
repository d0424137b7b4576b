import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { tellHouse } from '../../../platform/deadlines/tell-house.ts';
import { codesOf } from '../persistence/offer-store.ts';

/** In the house of a municipality: somebody who works for it stops. Who that is stands on its own page. */
export const OFFER_ENDS = 'care.offer-ends';
/** The same: somebody who works for it will do less than before. */
export const OFFER_NARROWED = 'care.offer-narrowed';
/** The same: a contract runs out, and after it nobody may be there. */
export const CONTRACT_RUNS_OUT = 'care.contract-runs-out';

/** Tells these municipalities, in their own houses, that something changes in who works for them: never what. */
export async function tellMunicipalities(
  tx: Tx<DeadlineTables | 'organisations.organisation'>,
  municipalityIds: readonly string[],
  kind: string,
  { now }: DomainTime,
): Promise<void> {
  if (municipalityIds.length === 0) return;
  for (const { id: tenantId, code } of await codesOf(tx, municipalityIds))
    for (const role of ['aandachtsfunctionaris', 'beleidsmedewerker'] as const)
      await tellHouse(tx, { tenantId, role, kind, path: `/netwerk/dekking/${code}` }, now);
}
