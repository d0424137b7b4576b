import type { Tx } from '../../../platform/db/transact.ts';
import type { RegionKind } from '../domain/region-membership.ts';
import { type DatedMembership, findMemberships, findMunicipalDays } from '../persistence/region-query.ts';

export type { DatedMembership } from '../persistence/region-query.ts';

/** To which regions of these kinds every municipality belongs and belonged, with days; where no source says, without a region. */
export async function membershipsOfKinds(
  tx: Tx<'organisations.region_membership' | 'organisations.organisation'>,
  kinds: readonly RegionKind[],
): Promise<readonly DatedMembership[]> {
  return findMemberships(tx, kinds);
}

/** From which day up to, not including, which day every municipality of now and before exists. */
export async function municipalDays(tx: Tx<'organisations.organisation'>) {
  return findMunicipalDays(tx);
}
