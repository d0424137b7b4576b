import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** An organisation that exists on a day. */
export interface NamedOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

const existing = (tx: Tx<'organisations.organisation'>, day: PlainDate) =>
  tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name', 'kind'])
    .where('valid_from', '<=', day)
    .where((w) => w.or([w('valid_until', 'is', null), w('valid_until', '>', day)]));

/** The organisations of a kind on this day, by code. */
export async function findOfKind(
  tx: Tx<'organisations.organisation'>,
  kind: string,
  day: PlainDate,
): Promise<readonly NamedOrganisation[]> {
  return existing(tx, day).where('kind', '=', kind).orderBy('code').execute();
}

/** One organisation by its id; undefined when it does not exist on this day. */
export async function findById(
  tx: Tx<'organisations.organisation'>,
  id: string,
  day: PlainDate,
): Promise<NamedOrganisation | undefined> {
  return existing(tx, day).where('id', '=', id).executeTakeFirst();
}
