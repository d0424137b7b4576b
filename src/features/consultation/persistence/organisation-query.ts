import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** An organisation that may be a party. */
export interface KnownOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly partnerKind: string | null;
}

const all = (tx: Tx<'organisations.organisation'>) =>
  tx.selectFrom('organisations.organisation').select(['id', 'code', 'name', 'kind', 'partner_kind as partnerKind']);

/** Every organisation that exists on a day, by name. */
export async function organisationsOn(
  tx: Tx<'organisations.organisation'>,
  today: PlainDate,
): Promise<readonly KnownOrganisation[]> {
  return all(tx)
    .where('valid_from', '<=', today)
    .where(({ or, eb }) => or([eb('valid_until', 'is', null), eb('valid_until', '>', today)]))
    .orderBy('name')
    .orderBy('code')
    .execute();
}

/** These organisations, also those that ended. */
export async function organisationsById(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownOrganisation>> {
  if (ids.length === 0) return new Map();
  const rows = await all(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
