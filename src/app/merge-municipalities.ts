import type { Kysely } from 'kysely';
import { carryStaffOver } from '../features/accounts/index.ts';
import { type MunicipalMerger, mergeMunicipalities } from '../features/organisations/index.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import type { AnyTx } from '../platform/db/transact.ts';

/** Merges municipalities with their people, in one transaction of the owner of the tables. Nothing is written when refused. */
export async function mergeWithPeople(owner: Kysely<DB>, merger: MunicipalMerger) {
  return owner.transaction().execute((tx) => mergeMunicipalities(tx as AnyTx, merger, carryStaffOver));
}
