import type { Tx } from '../../../platform/db/transact.ts';
import type { MunicipalityCode } from '../../../shared-kernel/municipality-code.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Municipality } from '../domain/municipality.ts';

type Tables =
  | 'organisations.municipality'
  | 'organisations.organisation'
  | 'organisations.neighbour'
  | 'organisations.region_membership';

/** What is known of every municipality of this day, to compare them. A region that is not known is shared with nobody. */
export async function municipalitiesToCompare(tx: Tx<Tables>, day: PlainDate): Promise<readonly Municipality[]> {
  const rows = await tx
    .selectFrom('organisations.municipality as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .innerJoin('organisations.organisation as p', 'p.code', 'm.province_code')
    .selectAll('m')
    .select(['o.code', 'o.name', 'p.name as province'])
    .where('o.valid_from', '<=', day)
    .where((w) => w.or([w('o.valid_until', 'is', null), w('o.valid_until', '>', day)]))
    .execute();
  const regions = await tx
    .selectFrom('organisations.region_membership as rm')
    .innerJoin('organisations.organisation as r', 'r.id', 'rm.region_id')
    .select(['rm.organisation_id as id', 'rm.region_kind as kind', 'r.code', 'r.name'])
    .where('rm.region_kind', 'in', ['safety-region', 'police-unit'])
    .where('rm.valid_from', '<=', day)
    .where((w) => w.or([w('rm.valid_until', 'is', null), w('rm.valid_until', '>', day)]))
    .execute();
  const neighbours = await tx.selectFrom('organisations.neighbour').selectAll().execute();
  const codeOf = new Map(rows.map((row) => [row.organisation_id, row.code]));
  const regionOf = new Map(regions.map((region) => [`${region.id} ${region.kind}`, region]));
  const around = new Map<string, string[]>();
  for (const { organisation_id, neighbour_id } of neighbours) {
    const code = codeOf.get(neighbour_id);
    if (code) around.set(organisation_id, [...(around.get(organisation_id) ?? []), code]);
  }
  return rows.map((row) => {
    const unknown = { code: `onbekend ${row.code}`, name: 'onbekend' };
    const region = (kind: string) => regionOf.get(`${row.organisation_id} ${kind}`) ?? unknown;
    return {
      code: row.code as MunicipalityCode,
      name: row.name,
      provinceCode: row.province_code,
      province: row.province,
      safetyRegionCode: region('safety-region').code,
      policeUnitCode: region('police-unit').code,
      policeUnit: region('police-unit').name,
      population: [{ year: Number(row.population_on.slice(0, 4)), value: row.population }],
      landKm2: Number(row.land_km2),
      addressDensity: row.address_density,
      urbanity: row.urbanity,
      lon: Number(row.longitude),
      lat: Number(row.latitude),
      neighbours: around.get(row.organisation_id) ?? [],
    };
  });
}
