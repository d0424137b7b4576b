import type { Selectable } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PoliceRegion } from '../../../shared-kernel/police-region.ts';
import type {
  Expertise,
  Place,
  PlaceDays,
  PlaceFeatures,
  PlaceGender,
  ShelterType,
  Staffing,
} from '../domain/place.ts';

const columnsOf = (place: PlaceFeatures & PlaceDays) => ({
  type: place.type,
  region: place.region,
  genders: [...place.genders],
  min_age: place.minAge,
  max_age: place.maxAge ?? null,
  children: place.children,
  child_max_age: place.childMaxAge ?? null,
  boy_max_age: place.boyMaxAge ?? null,
  is_wheelchair: place.isWheelchair,
  takes_pets: place.takesPets,
  languages: [...place.languages],
  expertise: [...place.expertise],
  staffing: place.staffing,
  opens_on: place.opensOn,
  closes_on: place.closesOn ?? null,
  out_from: place.out?.from ?? null,
  out_until: place.out?.until ?? null,
});

export async function insertPlaces(
  tx: Tx<'shelter.place'>,
  tenantId: string,
  places: readonly Omit<Place, 'tenantId' | 'version'>[],
  at: Date,
): Promise<void> {
  await tx
    .insertInto('shelter.place')
    .values(
      places.map((place) => ({
        tenant_id: tenantId,
        id: place.id,
        unit_id: place.unitId,
        number: place.number,
        ...columnsOf(place),
        version: 1,
        changed_at: at,
      })),
    )
    .execute();
}

export async function updatePlace(
  tx: Tx<'shelter.place'>,
  place: Pick<Place, 'tenantId' | 'id' | 'version'>,
  changes: PlaceFeatures & PlaceDays,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('shelter.place')
    .set({ ...columnsOf(changes), version: place.version + 1, changed_at: at })
    .where('tenant_id', '=', place.tenantId)
    .where('id', '=', place.id)
    .execute();
}

export function placeOf(row: Selectable<DB['shelter.place']>): Place {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    unitId: row.unit_id,
    number: row.number,
    type: row.type as ShelterType,
    region: row.region as PoliceRegion,
    genders: row.genders as PlaceGender[],
    minAge: row.min_age,
    maxAge: row.max_age ?? undefined,
    children: row.children,
    childMaxAge: row.child_max_age ?? undefined,
    boyMaxAge: row.boy_max_age ?? undefined,
    isWheelchair: row.is_wheelchair,
    takesPets: row.takes_pets,
    languages: row.languages,
    expertise: row.expertise as Expertise[],
    staffing: row.staffing as Staffing,
    opensOn: row.opens_on,
    closesOn: row.closes_on ?? undefined,
    out: row.out_from && row.out_until ? { from: row.out_from, until: row.out_until } : undefined,
    version: row.version,
  };
}

/** The places of one organisation. */
export async function placesOf(tx: Tx<'shelter.place'>, tenantId: string): Promise<readonly Place[]> {
  const rows = await tx
    .selectFrom('shelter.place')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('unit_id')
    .orderBy('number')
    .execute();
  return rows.map(placeOf);
}

/** These places of one organisation, as they are now; without those that are not there. */
export async function placesById(
  tx: Tx<'shelter.place'>,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly Place[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('shelter.place')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map(placeOf);
}

/**
 * Holds a place until the transaction ends, so that nobody is given it meanwhile: a night of a place refers to it, and whoever lays
 * one waits.
 */
export async function holdPlace(tx: Tx<'shelter.place'>, tenantId: string, id: string): Promise<Place | undefined> {
  const row = await tx
    .selectFrom('shelter.place')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && placeOf(row);
}
