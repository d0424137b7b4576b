import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { carriersOfAll } from '../../organisations/index.ts';
import { type HoursTogether, hoursTogether } from '../domain/hours-together.ts';
import { findOffers } from '../persistence/offer-store.ts';

/**
 * Who coordinates in the municipalities of this organisation, with the hours that were agreed. Only what organisations published and
 * confirmed. Door `published`.
 */
export async function readHoursTogether(
  tx: Tx<
    | 'care.offer'
    | 'care.offer_version'
    | 'care.offer_confirmation'
    | 'organisations.organisation'
    | 'organisations.succession'
  >,
  organisationId: string,
  today: PlainDate,
): Promise<HoursTogether> {
  const carriers = await carriersOfAll(tx, today);
  const offers = (await findOffers(tx, today)).map((offer) => ({
    ...offer,
    municipalityIds: [...new Set(offer.municipalityIds.flatMap(carriers))],
  }));
  return hoursTogether(offers, organisationId, today);
}
