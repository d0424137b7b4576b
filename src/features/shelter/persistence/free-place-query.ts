import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Callable } from '../domain/match.ts';
import type { Place, ShelterType } from '../domain/place.ts';
import { placeOf } from './place-store.ts';

/** A free place as whoever places people sees it. */
export interface FreePlace {
  readonly place: Place;
  readonly organisationName: string;
  readonly checkedAt: Date | null;
  /** The first night on which it is given after the night that was asked; null when none is. */
  readonly takenFrom: PlainDate | null;
  /** On which number its shelter is called; undefined when it gave none. */
  readonly contact: Callable | undefined;
}

const callableOf = (row: { readonly phone: string | null; readonly phone_hours: string | null }) =>
  row.phone === null ? undefined : { number: row.phone, hours: row.phone_hours ?? '' };

/** Which places nobody sleeps in on a night, of all organisations or by kind; through the door `published`. */
export async function freePlaces(
  tx: Tx<
    'shelter.contact' | 'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation'
  >,
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
    .leftJoin('shelter.contact as k', 'k.tenant_id', 'p.tenant_id')
    .selectAll('p')
    .select(['o.name as organisation_name', 'c.checked_at', 'k.number as phone', 'k.hours as phone_hours'])
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
    contact: callableOf(row),
  }));
}

/** What is free on every night of a stretch, of these kinds, in which a person could be placed; through the door `published`. */
export async function freeBetween(
  tx: Tx<
    'shelter.contact' | 'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation'
  >,
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
    .leftJoin('shelter.contact as k', 'k.tenant_id', 'p.tenant_id')
    .selectAll('p')
    .select(['o.name as organisation_name', 'k.number as phone', 'k.hours as phone_hours'])
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
      // asked once, and not for each place
      sql<boolean>`(p.tenant_id, p.unit_id) in (select a.tenant_id, a.unit_id from shelter.place a
        where a.id = any(${[...apartPlaceIds]}::uuid[]))`.as('is_apart'),
    )
    .where('p.type', 'in', [...types])
    .where('p.opens_on', '<=', from)
    .where((w) => w.or([w('p.closes_on', 'is', null), w('p.closes_on', '>=', until)]))
    .where((w) => w.or([w('p.out_from', 'is', null), w('p.out_from', '>=', until), w('p.out_until', '<=', from)]))
    // most that are not free are taken on the first night: those are gathered shelter by shelter
    .where(
      sql<boolean>`p.id not in (select n.place_id from (select distinct tenant_id from shelter.place) s, lateral (
        select t.place_id from shelter.night_slot t where t.tenant_id = s.tenant_id and t.night = ${from}::date offset 0) n)`,
    )
    // one look into the key for each of the others: as «not exists» it read every night of the country in that stretch
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
    contact: callableOf(row),
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

/** Places of any organisation as they are published, with when their shelter last said how things stand; through the door `published`. */
export async function publishedPlaces(
  tx: Tx<'shelter.place' | 'shelter.capacity_check' | 'organisations.organisation'>,
  ids: readonly string[],
): Promise<readonly Omit<FreePlace, 'takenFrom' | 'contact'>[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('shelter.place as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.tenant_id')
    .selectAll('p')
    .select('o.name as organisation_name')
    .select((select) =>
      select
        .selectFrom('shelter.capacity_check as c')
        .select(({ fn }) => fn.max('c.checked_at').as('checked_at'))
        .whereRef('c.tenant_id', '=', 'p.tenant_id')
        .as('checked_at'),
    )
    .where('p.id', 'in', [...ids])
    .orderBy('p.number')
    .execute();
  return rows.map((row) => ({
    place: placeOf(row),
    organisationName: row.organisation_name,
    checkedAt: row.checked_at,
  }));
}
