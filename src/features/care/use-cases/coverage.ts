import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { carriersOfAll, listMunicipalities, type Municipality } from '../../organisations/index.ts';
import { type Coverage, coverageOf, type MunicipalCoverage, type Supposing } from '../domain/coverage.ts';
import type { Offer } from '../domain/offer.ts';
import { findArrangement, findArrangements, findObjections } from '../persistence/arrangement-store.ts';
import { findOffers } from '../persistence/offer-store.ts';

export type CoverageTables =
  | 'care.offer'
  | 'care.offer_version'
  | 'care.offer_confirmation'
  | 'care.arrangement'
  | 'care.objection'
  | 'organisations.organisation'
  | 'organisations.municipality'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

/** Everything that was published about care coordination on a day; of it any municipality can be asked. */
export interface CareNetwork {
  readonly municipalities: readonly Municipality[];
  readonly offers: readonly Offer[];
  /** How it stands in one municipality, or would stand. */
  readonly of: (municipality: Municipality, supposing?: Supposing) => MunicipalCoverage;
}

/**
 * What organisations and municipalities say of care coordination, as it was on a day. Door `published`. Offers that name a
 * municipality from before a merger count for who carries it on.
 */
export async function readNetwork(tx: Tx<CoverageTables>, on: PlainDate): Promise<CareNetwork> {
  const municipalities = await listMunicipalities(tx, on);
  const offers = await findOffers(tx, on);
  const arrangements = await findArrangements(tx, on);
  const objections = Map.groupBy(await findObjections(tx, on), ({ municipalityId }) => municipalityId);
  const carriers = await carriersOfAll(tx, on);
  const byMunicipality = new Map<string, Offer[]>();
  for (const offer of offers)
    for (const id of new Set(offer.municipalityIds.flatMap(carriers))) {
      const known = byMunicipality.get(id);
      if (known) known.push(offer);
      else byMunicipality.set(id, [offer]);
    }
  return {
    municipalities,
    offers,
    of(municipality, supposing) {
      const id = municipality.organisationId;
      const own = objections.get(id) ?? [];
      const arrangement = {
        confirmedOn: arrangements.get(id),
        disputed: new Set(own.map(({ offerId }) => offerId)),
      };
      const coverage = coverageOf(byMunicipality.get(id) ?? [], arrangement, on, supposing);
      return { municipality, arrangement, objections: own, coverage };
    },
  };
}

/** How it stands in one municipality today, without reading those of the others. Door `published`. */
export async function readCoverage(
  tx: Tx<CoverageTables>,
  municipalityId: string,
  today: PlainDate,
): Promise<Coverage> {
  const { arrangement, carries } = await findArrangement(tx, municipalityId, today);
  const offers = (await findOffers(tx, today, { municipalityIds: carries })).filter((offer) =>
    offer.municipalityIds.some((each) => carries.includes(each)),
  );
  return coverageOf(offers, arrangement, today);
}
