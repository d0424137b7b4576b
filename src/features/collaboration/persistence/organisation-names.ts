import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

type Table = 'organisations.organisation';

/** An organisation as a page names it. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const byName = (one: Organisation, other: Organisation) =>
  one.name.localeCompare(other.name, 'nl') || one.code.localeCompare(other.code);

/** Every organisation that exists on a day, by name. */
export async function organisationsOn(tx: Tx<Table>, today: PlainDate): Promise<readonly Organisation[]> {
  const rows = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name'])
    .where('valid_from', '<=', today)
    .where(({ or, eb }) => or([eb('valid_until', 'is', null), eb('valid_until', '>', today)]))
    .execute();
  return rows.toSorted(byName);
}

/** The names of these organisations, also of those that ended. */
export async function organisationsById(
  tx: Tx<Table>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Organisation>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
