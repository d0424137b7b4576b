import type { Kysely } from 'kysely';
import { carryStaffOver } from '../features/accounts/index.ts';
import { askToDecide } from '../features/approach/index.ts';
import { type MunicipalMerger, mergeMunicipalities } from '../features/organisations/index.ts';
import { clockInside } from '../platform/clock/domain-clock.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import type { AnyTx } from '../platform/db/transact.ts';
import { dutchDay } from '../shared-kernel/plain-date.ts';

/**
 * Merges municipalities with their people, in one transaction of the owner of the tables; from the day on those people are asked to
 * decide about what was taken over. Nothing is written when refused.
 */
export async function mergeWithPeople(owner: Kysely<DB>, merger: MunicipalMerger) {
  return owner.transaction().execute(async (tx) => {
    const merged = await mergeMunicipalities(tx as AnyTx, merger, carryStaffOver);
    if (!merged.ok) return merged;
    const { successorId, predecessorNames: names } = merged.value;
    const now = await clockInside(tx as AnyTx);
    await askToDecide(tx as AnyTx, { successorId, names, on: merger.on }, { now, today: dutchDay(now) });
    return merged;
  });
}
