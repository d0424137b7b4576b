import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** What every municipality lets others compare with, by code of the municipality; through the door `published`. */
export async function sharedFeatures(
  tx: Tx<'practices.profile' | 'organisations.organisation'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('practices.profile as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.tenant_id')
    .select(['o.code', 'p.features'])
    .execute();
  return new Map(rows.map(({ code, features }) => [code, features]));
}

/** Shares these features in place of what was shared, or nothing any more. */
export async function saveProfile(
  tx: Tx<'practices.profile'>,
  tenantId: string,
  shared: { readonly features: readonly string[]; readonly on: PlainDate } | undefined,
): Promise<void> {
  await tx.deleteFrom('practices.profile').where('tenant_id', '=', tenantId).execute();
  if (!shared) return;
  await tx
    .insertInto('practices.profile')
    .values({ tenant_id: tenantId, features: [...shared.features], shared_on: shared.on })
    .execute();
}

/** Of each element and source the newest practice, for elements and sources that are named. */
export async function practicesBy(
  tx: Tx<'practices.practice'>,
  element: string,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly title: string }>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('practices.practice')
    .select(['id', 'title', 'source_id'])
    .where('element', '=', element)
    .where('source_id', 'in', sourceIds)
    .where('withdrawn_at', 'is', null)
    .orderBy('published_at')
    .execute();
  return new Map(rows.map(({ id, title, source_id }) => [source_id, { id, title }]));
}
