import type { Tx } from '../../../platform/db/transact.ts';

/** An organisation as a page names it. */
export interface NamedReceiver {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
}

/** These organisations, by name. */
export async function organisationsNamed(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<readonly NamedReceiver[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'kind', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
}
