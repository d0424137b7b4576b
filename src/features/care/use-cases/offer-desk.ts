import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { listMunicipalities, membershipsOfKinds } from '../../organisations/index.ts';
import { findObjections } from '../persistence/arrangement-store.ts';
import type { CoverageTables } from './coverage.ts';

/** A region whose municipalities can be taken at once. */
export interface PickedRegion {
  readonly code: string;
  readonly name: string;
  readonly municipalityIds: readonly string[];
}

/** What somebody needs to write an offer: the municipalities, the regions they belong to, and what municipalities object. Door `published`. */
export async function readOfferDesk(tx: Tx<CoverageTables>, today: PlainDate) {
  const municipalities = await listMunicipalities(tx, today);
  const names = new Map(municipalities.map(({ organisationId, name }) => [organisationId, name]));
  const memberships = (await membershipsOfKinds(tx, ['province', 'safety-region'])).filter(
    ({ organisationId, validFrom, validUntil }) =>
      names.has(organisationId) && validFrom <= today && (validUntil === undefined || validUntil > today),
  );
  const regions = new Map<string, { code: string; name: string; municipalityIds: string[] }>();
  for (const { region, organisationId, kind } of memberships) {
    if (!region) continue;
    // a province and a safety region may have one name
    const name = `${region.name} (${kind === 'province' ? 'provincie' : 'veiligheidsregio'})`;
    const known = regions.get(region.code) ?? { code: region.code, name, municipalityIds: [] };
    known.municipalityIds.push(organisationId);
    regions.set(region.code, known);
  }
  const objections = (await findObjections(tx, today)).map(({ offerId, municipalityId, reason }) => ({
    offerId,
    municipality: names.get(municipalityId) ?? 'Een gemeente van vroeger',
    reason,
  }));
  return {
    municipalities,
    nameOf: (id: string) => names.get(id) ?? id,
    regions: [...regions.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl')) as readonly PickedRegion[],
    objections,
  };
}
