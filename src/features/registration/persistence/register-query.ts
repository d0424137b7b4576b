import type { Tx } from '../../../platform/db/transact.ts';

/** Of these organisations those that keep the national register, by name. */
export async function registersAmong(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('kind', '=', 'comensha')
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
