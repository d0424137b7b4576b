import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { SUCCESSION } from '../domain/mandate.ts';

type Tables = 'organisations.municipality' | 'organisations.organisation' | 'organisations.code_period';

/** A municipality as it exists on a day. */
export interface Municipality {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly population: number;
  readonly populationOn: PlainDate;
  /** Degree of urbanity, 1 (very strong) to 5 (not urban), as Statistics Netherlands grades it. */
  readonly urbanity: number;
  /** Addresses per km² around. */
  readonly addressDensity: number;
  readonly hexagon: { readonly q: number; readonly r: number };
}

function municipalitiesOn(tx: Tx<Tables>, day: PlainDate) {
  return tx
    .selectFrom('organisations.municipality as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .innerJoin('organisations.organisation as p', (join) => join.onRef('p.code', '=', 'm.province_code'))
    .select([
      'o.id as organisationId',
      'o.code',
      'o.name',
      'm.province_code as provinceCode',
      'p.name as provinceName',
      'm.population',
      'm.population_on as populationOn',
      'm.urbanity',
      'm.address_density as addressDensity',
      'm.hexagon_q as q',
      'm.hexagon_r as r',
    ])
    .where('o.valid_from', '<=', day)
    .where((w) => w.or([w('o.valid_until', 'is', null), w('o.valid_until', '>', day)]));
}

const shape = <Row extends { q: number; r: number }>({ q, r, ...row }: Row) => ({ ...row, hexagon: { q, r } });

/** Every municipality that exists on this day, in Dutch alphabetical order. */
export async function findMunicipalities(tx: Tx<Tables>, day: PlainDate): Promise<readonly Municipality[]> {
  const rows = await municipalitiesOn(tx, day).orderBy(sql`o.name collate "und-x-icu"`).execute();
  return rows.map(shape);
}

/** The municipality with this code on this day; undefined when there is none. */
export async function findMunicipality(
  tx: Tx<Tables>,
  code: string,
  day: PlainDate,
): Promise<Municipality | undefined> {
  const row = await municipalitiesOn(tx, day).where('o.code', '=', code).executeTakeFirst();
  return row && shape(row);
}

export interface Region {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly source: string;
}

/** The regions a municipality belongs to on a day; a region without name is one that is not known. */
export async function findRegions(
  tx: Tx<'organisations.region_membership' | 'organisations.organisation'>,
  organisationId: string,
  day: PlainDate,
): Promise<readonly Region[]> {
  return tx
    .selectFrom('organisations.region_membership as rm')
    .leftJoin('organisations.organisation as r', 'r.id', 'rm.region_id')
    .select(['rm.region_kind as kind', 'r.code', 'r.name', 'rm.source'])
    .where('rm.organisation_id', '=', organisationId)
    .where('rm.valid_from', '<=', day)
    .where((w) => w.or([w('rm.valid_until', 'is', null), w('rm.valid_until', '>', day)]))
    .orderBy('rm.region_kind')
    .execute();
}

/** The municipalities of a region on a day: their organisations' ids. */
export async function findMembers(
  tx: Tx<'organisations.region_membership'>,
  regionId: string,
  day: PlainDate,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('organisations.region_membership')
    .select('organisation_id')
    .where('region_id', '=', regionId)
    .where('valid_from', '<=', day)
    .where((w) => w.or([w('valid_until', 'is', null), w('valid_until', '>', day)]))
    .execute();
  return rows.map((row) => row.organisation_id);
}

/** The organisation with this code, when it exists on this day. */
export async function organisationWithCode(tx: Tx<'organisations.organisation'>, code: string, day: PlainDate) {
  return tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name'])
    .where('code', '=', code)
    .where('valid_from', '<=', day)
    .where((w) => w.or([w('valid_until', 'is', null), w('valid_until', '>', day)]))
    .executeTakeFirst();
}

/** Every municipality that is no more on this day, with who carries it on: a split gives several rows. */
export async function findDissolved(tx: Tx<'organisations.succession' | 'organisations.organisation'>, day: PlainDate) {
  return tx
    .selectFrom('organisations.succession as s')
    .innerJoin('organisations.organisation as old', 'old.id', 's.predecessor_id')
    .innerJoin('organisations.organisation as next', 'next.id', 's.successor_id')
    .select(['old.code as formerCode', 'old.name', 's.on_date as onDate', 'next.code', 'next.name as successor'])
    .where('s.on_date', '<=', day)
    .orderBy('old.name')
    .orderBy('next.name')
    .execute();
}

/** Municipalities that were dissolved, with who took over: for an address that is no longer there. */
export async function findSuccessors(tx: Tx<'organisations.succession' | 'organisations.organisation'>, code: string) {
  return tx
    .selectFrom('organisations.succession as s')
    .innerJoin('organisations.organisation as old', 'old.id', 's.predecessor_id')
    .innerJoin('organisations.organisation as next', 'next.id', 's.successor_id')
    .select([
      'old.name as formerName',
      'next.code',
      'next.name',
      's.on_date as onDate',
      's.source',
      's.is_verified as isVerified',
    ])
    .where('old.code', '=', code)
    .orderBy('next.name')
    .execute();
}

interface Successor {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Who carries this organisation today, through as many mergers as it took: itself as long as it exists. */
export async function carriersOn(
  tx: Tx<'organisations.succession' | 'organisations.organisation'>,
  organisationId: string,
  day: PlainDate,
): Promise<readonly Successor[]> {
  const { rows } = await sql<Successor>`
    with recursive carrier (id) as (
      select ${organisationId}::uuid
      union
      select s.successor_id from carrier c
      join organisations.succession s on s.predecessor_id = c.id and s.on_date <= ${day}
    )
    select o.id, o.code, o.name from carrier join organisations.organisation o using (id)
    where o.valid_from <= ${day} and (o.valid_until is null or o.valid_until > ${day})
    order by o.code`.execute(tx);
  return rows;
}

/** An organisation that was taken over by this one, and since when. */
export interface Predecessor {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly onDate: PlainDate;
}

/** The organisations whose records this one may read because it took them over. Through the door `mandate`, as the holder. */
export async function takenOver(
  tx: Tx<'organisations.mandate' | 'organisations.organisation'>,
  holderId: string,
  day: PlainDate,
): Promise<readonly Predecessor[]> {
  return tx
    .selectFrom('organisations.mandate as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.tenant_id')
    .select(['o.id', 'o.code', 'o.name', 'm.valid_from as onDate'])
    .where('m.holder_id', '=', holderId)
    .where('m.capability', '=', SUCCESSION)
    .where('m.valid_from', '<=', day)
    .where((w) => w.or([w('m.valid_until', 'is', null), w('m.valid_until', '>', day)]))
    .orderBy('o.name')
    .execute();
}

/** Every take-over of a municipality until this day: who went, and who came after it. */
export async function findSuccessions(tx: Tx<'organisations.succession'>, day: PlainDate) {
  return tx
    .selectFrom('organisations.succession')
    .select(['predecessor_id as from', 'successor_id as to'])
    .where('on_date', '<=', day)
    .execute();
}
