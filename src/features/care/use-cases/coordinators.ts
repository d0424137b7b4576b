import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Offer } from '../domain/offer.ts';
import { type CoordinatorElsewhere, coordinatorsWithUs } from '../persistence/with-us-query.ts';
import { type CoverageTables, readNetwork } from './coverage.ts';

/** Who works for a municipality today, without who stopped; undefined when there is no such municipality. Door `published`. */
export async function readMunicipalOffers(tx: Tx<CoverageTables>, code: string, today: PlainDate) {
  const network = await readNetwork(tx, today);
  const municipality = network.municipalities.find((each) => each.code === code);
  if (!municipality) return undefined;
  const offers = network
    .of(municipality)
    .coverage.offers.filter(({ standing }) => standing !== 'ended')
    .map(({ offer }) => offer);
  return { municipality, offers };
}

/** Who coordinates in these organisations, by name, as far as the reader may know. Door `own`. */
export async function coordinatorsFor(
  tx: Tx<never>,
  offers: readonly Offer[],
): Promise<readonly (CoordinatorElsewhere & { readonly organisationName: string })[]> {
  const names = new Map(offers.map(({ organisationId, organisationName }) => [organisationId, organisationName]));
  return (await coordinatorsWithUs(tx)).flatMap((each) => {
    const organisationName = names.get(each.organisationId);
    return organisationName === undefined ? [] : [{ ...each, organisationName }];
  });
}
