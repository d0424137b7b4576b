import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { findById, findOfKind } from '../persistence/organisation-query.ts';

export type { NamedOrganisation } from '../persistence/organisation-query.ts';

/** The organisations of a kind that exist today, by code. */
export async function organisationsOfKind(tx: Tx<'organisations.organisation'>, kind: string, today: PlainDate) {
  return findOfKind(tx, kind, today);
}

/** One organisation that exists today, by its id. */
export async function organisationById(tx: Tx<'organisations.organisation'>, id: string, today: PlainDate) {
  return findById(tx, id, today);
}
