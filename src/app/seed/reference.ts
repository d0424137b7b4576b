import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import {
  latestPopulation,
  type MunicipalityReference,
  membershipsFrom,
  municipalHistory,
  UNKNOWN_START,
} from '../../features/organisations/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { day } from '../../shared-kernel/plain-date.ts';
import { seedId } from './seed-id.ts';

interface MergersFile {
  readonly source: string;
  readonly founded: readonly { code: string; validFrom: string }[];
  readonly dissolved: readonly {
    code: string;
    name: string;
    validUntil: string;
    successorCodes: readonly string[];
    verified: boolean;
  }[];
}

/** The kinds of region that are organisations of their own, with the word used outside. */
const REGION_ORGANISATIONS: Readonly<Record<string, string>> = {
  province: 'provincie',
  'safety-region': 'veiligheidsregio',
  'police-unit': 'politie-eenheid',
  riec: 'riec',
};

/** The organisation with this code has this id, in every database made with the same seed. */
export const organisationId = (seed: number, code: string): string => seedId(seed, `organisation:${code}`);

/** Lays the reference data: municipalities of now and before, regions, neighbours. Run by the owner of the tables. */
export async function seedReference(admin: Kysely<DB>, root: string, seed: number): Promise<void> {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(root, 'seed', 'reference', file), 'utf8')) as T;
  const { municipalities } = read<{ municipalities: readonly MunicipalityReference[] }>('municipalities.json');
  const mergers = read<MergersFile>('mergers.json');
  const regions = read<{ kinds: Parameters<typeof membershipsFrom>[1]['kinds'] }>('regions.json');
  const tiles = new Map(
    read<{ tiles: readonly { code: string; q: number; r: number }[] }>('hexagons.json').tiles.map((tile) => [
      tile.code,
      tile,
    ]),
  );
  const id = (code: string) => organisationId(seed, code);
  const history = municipalHistory(municipalities, mergers);

  await admin.transaction().execute(async (tx) => {
    const regionRows = regions.kinds.flatMap(({ kind, regions: list }) =>
      list.map((region) => ({
        id: id(region.code),
        kind: REGION_ORGANISATIONS[kind] ?? kind,
        code: region.code,
        name: region.name,
        valid_from: UNKNOWN_START,
        valid_until: null,
      })),
    );
    const municipalityRows = history.organisations.map((o) => ({
      id: id(o.code),
      kind: 'gemeente',
      code: o.code,
      name: o.name,
      valid_from: o.validFrom,
      valid_until: o.validUntil,
    }));
    const organisations = [...regionRows, ...municipalityRows];
    await tx.insertInto('organisations.organisation').values(organisations).execute();
    await tx
      .insertInto('organisations.code_period')
      .values(
        organisations.map((o) => ({
          organisation_id: o.id,
          code: o.code,
          name: o.name,
          valid_from: o.valid_from,
          valid_until: o.valid_until,
        })),
      )
      .execute();
    const verified = new Map(mergers.dissolved.map((merger) => [merger.code, merger.verified]));
    await tx
      .insertInto('organisations.succession')
      .values(
        history.successions.map((s) => ({
          predecessor_id: id(s.predecessor),
          successor_id: id(s.successor),
          on_date: s.on,
          source: mergers.source,
          is_verified: verified.get(s.predecessor) ?? false,
        })),
      )
      .execute();
    await tx
      .insertInto('organisations.municipality')
      .values(
        municipalities.map((m) => {
          const population = latestPopulation(m);
          const tile = tiles.get(m.code)!;
          return {
            organisation_id: id(m.code),
            province_code: m.provinceCode,
            population: population.value,
            population_on: day(`${population.year}-01-01`),
            land_km2: m.landKm2,
            address_density: m.addressDensity,
            urbanity: m.urbanity,
            longitude: m.lon,
            latitude: m.lat,
            hexagon_q: tile.q,
            hexagon_r: tile.r,
          };
        }),
      )
      .execute();
    const neighbours = municipalities.flatMap((m) =>
      m.neighbours.map((code) => ({ organisation_id: id(m.code), neighbour_id: id(code) })),
    );
    await tx.insertInto('organisations.neighbour').values(neighbours).execute();
    const memberships = membershipsFrom(municipalities, regions, UNKNOWN_START);
    await tx
      .insertInto('organisations.region_membership')
      .values(
        memberships.map((m) => ({
          organisation_id: id(m.municipality),
          region_kind: m.kind,
          region_id: m.region === null ? null : id(m.region),
          valid_from: m.validFrom,
          valid_until: m.validUntil,
          source: m.source,
        })),
      )
      .execute();
  });
}
