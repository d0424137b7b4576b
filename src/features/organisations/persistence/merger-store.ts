import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { SUCCESSION } from '../domain/mandate.ts';
import type { MunicipalityFacts, RegionOf } from '../domain/merged-facts.ts';
import type { OrganisationHistory } from '../domain/merger.ts';

/** What a merger writes. Only the owner of the tables may: for every door they are read-only. */
export type MergerTables =
  | 'organisations.organisation'
  | 'organisations.code_period'
  | 'organisations.succession'
  | 'organisations.municipality'
  | 'organisations.neighbour'
  | 'organisations.region_membership'
  | 'organisations.mandate';

/** Who existed when, with the id behind every code; the organisations are held until the transaction ends. */
export async function loadHistory(
  tx: Tx<MergerTables>,
): Promise<{ readonly history: OrganisationHistory; readonly idOf: ReadonlyMap<string, string> }> {
  const rows = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('kind', '=', 'gemeente')
    .orderBy('id')
    .forUpdate()
    .execute();
  const codeOf = new Map(rows.map(({ id, code }) => [id, code]));
  const successions = await tx.selectFrom('organisations.succession').selectAll().execute();
  return {
    history: {
      organisations: rows.map(({ id: _id, ...organisation }) => organisation),
      successions: successions.flatMap((row) => {
        const predecessor = codeOf.get(row.predecessor_id);
        const successor = codeOf.get(row.successor_id);
        return predecessor && successor ? [{ predecessor, successor, on: row.on_date }] : [];
      }),
    },
    idOf: new Map(rows.map(({ id, code }) => [code, id])),
  };
}

/** The facts of these municipalities; one that is in no register has none. */
export async function loadFacts(tx: Tx<MergerTables>, ids: readonly string[]): Promise<readonly MunicipalityFacts[]> {
  const rows = await tx
    .selectFrom('organisations.municipality')
    .selectAll()
    .where('organisation_id', 'in', ids)
    .orderBy('organisation_id')
    .execute();
  return rows.map((row) => ({
    provinceCode: row.province_code,
    population: row.population,
    populationOn: row.population_on,
    landKm2: Number(row.land_km2),
    addressDensity: row.address_density,
    urbanity: row.urbanity,
    longitude: Number(row.longitude),
    latitude: Number(row.latitude),
    hexagon: { q: row.hexagon_q, r: row.hexagon_r },
  }));
}

/** The regions of each of these organisations on the last day before `on`. */
export async function loadRegions(
  tx: Tx<MergerTables>,
  ids: readonly string[],
  on: PlainDate,
): Promise<readonly (readonly RegionOf[])[]> {
  const rows = await tx
    .selectFrom('organisations.region_membership')
    .select(['organisation_id', 'region_kind as kind', 'region_id as regionId', 'source'])
    .where('organisation_id', 'in', ids)
    .where('valid_from', '<', on)
    .where((w) => w.or([w('valid_until', 'is', null), w('valid_until', '>=', on)]))
    .execute();
  return ids.map((id) => rows.filter((row) => row.organisation_id === id));
}

/** Starts a new municipality on a day, with what is known of it, beside the neighbours its parts had. */
export async function startMunicipality(
  tx: Tx<MergerTables>,
  organisation: { readonly id: string; readonly code: string; readonly name: string; readonly isDemo: boolean },
  on: PlainDate,
  known: {
    readonly facts: MunicipalityFacts | undefined;
    readonly regions: readonly RegionOf[];
    readonly partIds: readonly string[];
  },
): Promise<void> {
  const { id, code, name, isDemo } = organisation;
  await tx
    .insertInto('organisations.organisation')
    .values({ id, kind: 'gemeente', code, name, valid_from: on, is_demo: isDemo })
    .execute();
  await tx
    .insertInto('organisations.code_period')
    .values({ organisation_id: id, code, name, valid_from: on })
    .execute();
  if (known.regions.length > 0) {
    await tx
      .insertInto('organisations.region_membership')
      .values(
        known.regions.map((region) => ({
          organisation_id: id,
          region_kind: region.kind,
          region_id: region.regionId,
          valid_from: on,
          source: region.source,
        })),
      )
      .execute();
  }
  if (!known.facts) return;
  const { facts } = known;
  await tx
    .insertInto('organisations.municipality')
    .values({
      organisation_id: id,
      province_code: facts.provinceCode,
      population: facts.population,
      population_on: facts.populationOn,
      land_km2: facts.landKm2,
      address_density: facts.addressDensity,
      urbanity: facts.urbanity,
      longitude: facts.longitude,
      latitude: facts.latitude,
      hexagon_q: facts.hexagon.q,
      hexagon_r: facts.hexagon.r,
    })
    .execute();
  const around = await tx
    .selectFrom('organisations.neighbour')
    .select('neighbour_id')
    .distinct()
    .where('organisation_id', 'in', known.partIds)
    .where('neighbour_id', 'not in', known.partIds)
    .execute();
  if (around.length > 0) {
    await tx
      .insertInto('organisations.neighbour')
      .values(
        around.flatMap(({ neighbour_id }) => [
          { organisation_id: id, neighbour_id },
          { organisation_id: neighbour_id, neighbour_id: id },
        ]),
      )
      .execute();
  }
}

/** Ends organisations on a day: with their code and their regions. Their records stay where they are. */
export async function endOrganisations(tx: Tx<MergerTables>, ids: readonly string[], on: PlainDate): Promise<void> {
  await tx.updateTable('organisations.organisation').set({ valid_until: on }).where('id', 'in', ids).execute();
  for (const table of ['organisations.code_period', 'organisations.region_membership'] as const) {
    await tx
      .updateTable(table)
      .set({ valid_until: on })
      .where('organisation_id', 'in', ids)
      .where('valid_until', 'is', null)
      .execute();
  }
}

/**
 * Writes who takes over from whom, and gives the successor the mandate to read what it took over: also what its predecessors had
 * taken over themselves.
 */
export async function recordSuccession(
  tx: Tx<MergerTables>,
  takeover: {
    readonly predecessorIds: readonly string[];
    readonly successorId: string;
    readonly on: PlainDate;
    readonly source: string;
  },
  newId: () => string,
): Promise<void> {
  await tx
    .insertInto('organisations.succession')
    .values(
      takeover.predecessorIds.map((predecessor_id) => ({
        predecessor_id,
        successor_id: takeover.successorId,
        on_date: takeover.on,
        source: takeover.source,
        is_verified: true,
      })),
    )
    .execute();
  const before = await tx
    .selectFrom('organisations.mandate')
    .select('tenant_id')
    .where('holder_id', 'in', takeover.predecessorIds)
    .where('capability', '=', SUCCESSION)
    .execute();
  await tx
    .updateTable('organisations.mandate')
    .set({ valid_until: takeover.on })
    .where('holder_id', 'in', takeover.predecessorIds)
    .where('capability', '=', SUCCESSION)
    .execute();
  await tx
    .insertInto('organisations.mandate')
    .values(
      [...takeover.predecessorIds, ...before.map(({ tenant_id }) => tenant_id)].map((tenant_id) => ({
        tenant_id,
        id: newId(),
        holder_id: takeover.successorId,
        capability: SUCCESSION,
        basis: takeover.source,
        valid_from: takeover.on,
        valid_until: null,
      })),
    )
    .execute();
}
