import { type Selectable, sql } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
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

const ADDRESS = 'shelter.unit.address';
type Vault = 'vault.dossier_key';

/** A house as its own people know it. */
export interface Unit {
  readonly id: string;
  readonly dossierId: string;
  readonly name: string;
  readonly version: number;
}

export interface NewUnit {
  readonly id: string;
  readonly dossierId: string;
  readonly name: string;
  readonly address: string | undefined;
}

export async function insertUnit(
  tx: Tx<'shelter.unit' | Vault>,
  tenantId: string,
  unit: NewUnit,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('shelter.unit')
    .values({
      tenant_id: tenantId,
      id: unit.id,
      dossier_id: unit.dossierId,
      name: unit.name,
      address: unit.address ? await sealFor(tx, unit.dossierId, ADDRESS, unit.id, unit.address) : null,
      version: 1,
      changed_at: at,
    })
    .execute();
}

export async function unitsOf(tx: Tx<'shelter.unit'>, tenantId: string): Promise<readonly Unit[]> {
  return tx
    .selectFrom('shelter.unit')
    .select(['id', 'dossier_id as dossierId', 'name', 'version'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Holds a house until the transaction ends; undefined when it is not there. */
export async function holdUnit(tx: Tx<'shelter.unit'>, tenantId: string, id: string): Promise<Unit | undefined> {
  return tx
    .selectFrom('shelter.unit')
    .select(['id', 'dossier_id as dossierId', 'name', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** A house with where it is; no person is in that, so it leaves no row in the log of data processing. */
export async function openUnit(
  tx: Tx<'shelter.unit' | Vault>,
  tenantId: string,
  id: string,
): Promise<(Unit & { readonly address: string | undefined }) | undefined> {
  const row = await tx
    .selectFrom('shelter.unit')
    .select(['id', 'dossier_id as dossierId', 'name', 'version', 'address'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { address: sealed, ...unit } = row;
  const cell = { about: 'nobody', dossierId: unit.dossierId, column: ADDRESS, rowId: id } as const;
  const [address] = sealed ? await openMany(tx, [{ ...cell, sealed }]) : [];
  return { ...unit, address };
}

export async function updateUnit(
  tx: Tx<'shelter.unit' | Vault>,
  tenantId: string,
  unit: Unit,
  changes: { readonly name: string; readonly address: string | undefined },
  at: Date,
): Promise<void> {
  const { id, dossierId, version } = unit;
  await tx
    .updateTable('shelter.unit')
    .set({
      name: changes.name,
      address: changes.address ? await sealFor(tx, dossierId, ADDRESS, id, changes.address) : null,
      version: version + 1,
      changed_at: at,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

const columnsOf = (place: PlaceFeatures & PlaceDays) => ({
  type: place.type,
  region: place.region,
  genders: [...place.genders],
  min_age: place.minAge,
  max_age: place.maxAge ?? null,
  children: place.children,
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

export type PlaceChange = 'added' | 'changed' | 'taken' | 'freed';

/** Keeps what was said of places, for who asks later how it was. */
export async function noteChanges(
  tx: Tx<'shelter.place_change'>,
  tenantId: string,
  changes: readonly { readonly id: string; readonly placeId: string; readonly kind: PlaceChange }[],
  by: { readonly personName: string; readonly at: Date },
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('shelter.place_change')
    .values(
      changes.map(({ id, placeId, kind }) => ({
        tenant_id: tenantId,
        id,
        place_id: placeId,
        kind,
        changed_at: by.at,
        changed_by_name: by.personName,
      })),
    )
    .execute();
}

export interface NotedChange {
  readonly id: string;
  readonly kind: PlaceChange;
  readonly changedAt: Date;
  readonly changedByName: string;
}

/** The last things that were said of a place. */
export async function changesOf(
  tx: Tx<'shelter.place_change'>,
  tenantId: string,
  placeId: string,
): Promise<readonly NotedChange[]> {
  const rows = await tx
    .selectFrom('shelter.place_change')
    .select(['id', 'kind', 'changed_at as changedAt', 'changed_by_name as changedByName'])
    .where('tenant_id', '=', tenantId)
    .where('place_id', '=', placeId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as PlaceChange }));
}

/** The organisation says that what stands here is so, at this moment. */
export async function noteCheck(tx: Tx<'shelter.capacity_check'>, tenantId: string, at: Date): Promise<void> {
  await tx
    .insertInto('shelter.capacity_check')
    .values({ tenant_id: tenantId, checked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** When an organisation last said so. */
export async function lastCheck(tx: Tx<'shelter.capacity_check'>, tenantId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('shelter.capacity_check')
    .select('checked_at')
    .where('tenant_id', '=', tenantId)
    .orderBy('checked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.checked_at;
}

/** A free place as whoever places people sees it. */
export interface FreePlace {
  readonly place: Place;
  readonly organisationName: string;
  readonly checkedAt: Date | null;
  /** The first night on which it is given after the night that was asked; null when none is. */
  readonly takenFrom: PlainDate | null;
}

/** Which places nobody sleeps in on a night, of all organisations or by kind; through the door `published`. */
export async function freePlaces(
  tx: Tx<'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation'>,
  night: PlainDate,
  only: { readonly type?: ShelterType | undefined; readonly unitId?: string | undefined } = {},
): Promise<readonly FreePlace[]> {
  const rows = await tx
    .selectFrom('shelter.place as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.tenant_id')
    .leftJoin(
      (from) =>
        from
          .selectFrom('shelter.capacity_check')
          .select(({ fn }) => ['tenant_id', fn.max('checked_at').as('checked_at')])
          .groupBy('tenant_id')
          .as('c'),
      (join) => join.onRef('c.tenant_id', '=', 'p.tenant_id'),
    )
    .selectAll('p')
    .select(['o.name as organisation_name', 'c.checked_at'])
    .select((select) =>
      select
        .selectFrom('shelter.night_slot as n')
        .select(({ fn }) => fn.min('n.night').as('night'))
        .whereRef('n.tenant_id', '=', 'p.tenant_id')
        .whereRef('n.place_id', '=', 'p.id')
        .where('n.night', '>', night)
        .as('taken_from'),
    )
    .where('p.opens_on', '<=', night)
    .where((w) => w.or([w('p.closes_on', 'is', null), w('p.closes_on', '>', night)]))
    .where((w) => w.or([w('p.out_from', 'is', null), w('p.out_from', '>', night), w('p.out_until', '<=', night)]))
    .where((w) =>
      w.not(
        w.exists(
          w
            .selectFrom('shelter.night_slot as t')
            .select('t.night')
            .whereRef('t.tenant_id', '=', 'p.tenant_id')
            .whereRef('t.place_id', '=', 'p.id')
            .where('t.night', '=', night),
        ),
      ),
    )
    .$if(only.type !== undefined, (query) => query.where('p.type', '=', only.type!))
    .$if(only.unitId !== undefined, (query) => query.where('p.unit_id', '=', only.unitId!))
    .orderBy('p.type')
    .orderBy('o.name')
    .orderBy('p.unit_id')
    .orderBy('p.number')
    .execute();
  return rows.map((row) => ({
    place: placeOf(row),
    organisationName: row.organisation_name,
    checkedAt: row.checked_at,
    takenFrom: row.taken_from,
  }));
}

/** What is free on every night of a stretch, of these kinds, in which a person could be placed; through the door `published`. */
export async function freeBetween(
  tx: Tx<'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation'>,
  types: readonly ShelterType[],
  from: PlainDate,
  until: PlainDate,
  /** Places in whose houses somebody may not come: told beside each place, not left out. */
  apartPlaceIds: readonly string[] = [],
): Promise<readonly (FreePlace & { readonly isApart: boolean })[]> {
  if (types.length === 0) return [];
  const rows = await tx
    .selectFrom('shelter.place as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.tenant_id')
    .selectAll('p')
    .select('o.name as organisation_name')
    .select((select) => [
      select
        .selectFrom('shelter.night_slot as n')
        .select('n.night')
        .whereRef('n.tenant_id', '=', 'p.tenant_id')
        .whereRef('n.place_id', '=', 'p.id')
        .where('n.night', '>=', until)
        .orderBy('n.night')
        .limit(1)
        .as('taken_from'),
      select
        .selectFrom('shelter.capacity_check as c')
        .select('c.checked_at')
        .whereRef('c.tenant_id', '=', 'p.tenant_id')
        .orderBy('c.checked_at', 'desc')
        .limit(1)
        .as('checked_at'),
    ])
    .select(
      sql<boolean>`exists (select from shelter.place a where a.id = any(${[...apartPlaceIds]}::uuid[])
        and a.tenant_id = p.tenant_id and a.unit_id = p.unit_id)`.as('is_apart'),
    )
    .where('p.type', 'in', [...types])
    .where('p.opens_on', '<=', from)
    .where((w) => w.or([w('p.closes_on', 'is', null), w('p.closes_on', '>=', until)]))
    .where((w) => w.or([w('p.out_from', 'is', null), w('p.out_from', '>=', until), w('p.out_until', '<=', from)]))
    // one look into the key per place: as «not exists» it read every night of the country in that stretch
    .where(
      sql<boolean>`(select t.night from shelter.night_slot t where t.tenant_id = p.tenant_id and t.place_id = p.id
        and t.night >= ${from}::date and t.night < ${until}::date order by t.night limit 1) is null`,
    )
    .execute();
  return rows.map((row) => ({
    place: placeOf(row),
    organisationName: row.organisation_name,
    checkedAt: row.checked_at,
    takenFrom: row.taken_from,
    isApart: row.is_apart,
  }));
}

/** What these organisations are called, by id; through the door `published`. */
export async function namesOfShelters(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** One place of any organisation as it is published; through the door `published`. */
export async function publishedPlace(
  tx: Tx<'shelter.place' | 'organisations.organisation'>,
  id: string,
): Promise<{ readonly place: Place; readonly organisationName: string } | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await tx
    .selectFrom('shelter.place as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.tenant_id')
    .selectAll('p')
    .select('o.name as organisation_name')
    .where('p.id', '=', id)
    .executeTakeFirst();
  return row && { place: placeOf(row), organisationName: row.organisation_name };
}
