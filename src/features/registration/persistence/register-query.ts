import type { Tx } from '../../../platform/db/transact.ts';

/** An organisation, as it is chosen among others. */
type Named = { readonly id: string; readonly name: string };

/** Of these organisations those that keep the national register, by name. */
export const registersAmong = (tx: Tx<'organisations.organisation'>, ids: readonly string[]) =>
  ofKindAmong(tx, 'comensha', ids);

/** Of these organisations those that are an office of the National Rapporteur, by name. */
export const rapporteursAmong = (tx: Tx<'organisations.organisation'>, ids: readonly string[]) =>
  ofKindAmong(tx, 'rapporteur', ids);

async function ofKindAmong(
  tx: Tx<'organisations.organisation'>,
  kind: string,
  ids: readonly string[],
): Promise<readonly Named[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('kind', '=', kind)
    .orderBy('name')
    .execute();
}

/** The names of these organisations, also of those that ended. */
export async function organisationNames(
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

/** How many persons a region reported to the register in a year; undefined below ten. */
export async function regionCount(
  tx: Tx<'registration.region_count'>,
  region: string,
  year: number,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('registration.region_count')
    .select('persons')
    .where('region', '=', region)
    .where('year', '=', year)
    .orderBy('persons', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.persons;
}
