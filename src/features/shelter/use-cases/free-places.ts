import type { Tx } from '../../../platform/db/transact.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { freeFrom, type NightState, type Place, type PlaceGender, type ShelterType, stateOn } from '../domain/place.ts';
import { LONGEST_NIGHTS } from '../domain/placement.ts';
import { type ShelterContact, shelterContacts } from '../persistence/contact-store.ts';
import { type FreePlace, freePlaces, namesOfShelters, publishedPlace } from '../persistence/free-place-query.ts';
import { givenNights } from '../persistence/night-store.ts';

/** So many stand on one page: on a telephone each is a card. */
export const FREE_PAGE_SIZE = 15;

/** What is free on a night, by what it offers; through the door `published`. */
export async function readFreePlaces(
  tx: Tx<
    'shelter.contact' | 'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation'
  >,
  night: PlainDate,
  asked: { readonly type: ShelterType | undefined; readonly gender: PlaceGender | undefined; readonly page: number },
): Promise<{ readonly rows: readonly FreePlace[]; readonly total: number; readonly pages: number }> {
  const all = (await freePlaces(tx, night, asked)).filter(
    ({ place }) => asked.gender === undefined || place.genders.includes(asked.gender),
  );
  const offset = (asked.page - 1) * FREE_PAGE_SIZE;
  return {
    rows: all.slice(offset, offset + FREE_PAGE_SIZE),
    total: all.length,
    pages: Math.max(1, Math.ceil(all.length / FREE_PAGE_SIZE)),
  };
}

/** So far ahead somebody may have a place: as long as one stay may be, and one after it. */
const LOOK_AHEAD_NIGHTS = 2 * LONGEST_NIGHTS;

/** One place as it is published, free or not, and the others in its house that nobody sleeps in tonight. */
export async function readPublishedPlace(
  tx: Tx<
    'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'shelter.contact' | 'organisations.organisation'
  >,
  id: string,
  night: PlainDate,
): Promise<
  | {
      readonly place: Place;
      readonly organisationName: string;
      readonly beside: readonly Place[];
      readonly contact: ShelterContact | undefined;
      /** How it stands tonight, and from when it can be had; undefined when no such night is known. */
      readonly state: NightState;
      readonly free: ReturnType<typeof freeFrom>;
    }
  | undefined
> {
  const found = await publishedPlace(tx, id);
  if (!found) return undefined;
  const free = await freePlaces(tx, night, { unitId: found.place.unitId });
  const contact = (await shelterContacts(tx, [found.place.tenantId])).get(found.place.tenantId);
  const { place } = found;
  const taken = await givenNights(tx, place, night);
  const state = stateOn(place, night, addDays(night, 1), taken.has(night));
  return {
    ...found,
    contact,
    state,
    free: freeFrom(place, taken, night, LOOK_AHEAD_NIGHTS),
    beside: free.flatMap(({ place }) => (place.id === id ? [] : [place])),
  };
}

/** One place as it is published, without what stands beside it; through the door `published`. */
export const readPlaceAlone = (tx: Tx<'shelter.place' | 'organisations.organisation'>, id: string) =>
  publishedPlace(tx, id);

/** With which shelter each of these stays was arranged, by the id of the shelter; through the door `published`. */
export const readShelterNames = (
  tx: Tx<'organisations.organisation'>,
  stays: readonly { readonly tenantId: string }[],
): Promise<ReadonlyMap<string, string>> =>
  namesOfShelters(
    tx,
    stays.map(({ tenantId }) => tenantId),
  );

/** How many places of each kind nobody sleeps in on a night. */
export async function countFreeByType(
  tx: Tx<
    'shelter.contact' | 'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation'
  >,
  night: PlainDate,
): Promise<Readonly<Partial<Record<ShelterType, number>>>> {
  const counts: Partial<Record<ShelterType, number>> = {};
  for (const { place } of await freePlaces(tx, night)) counts[place.type] = (counts[place.type] ?? 0) + 1;
  return counts;
}
