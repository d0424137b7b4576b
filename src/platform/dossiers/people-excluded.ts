import type { Tx } from '../db/transact.ts';

/** Who is excluded from a dossier now: for them it does not exist, so nothing about it is said to them either. */
export async function peopleExcludedFrom(
  tx: Tx<'privacy.dossier_access'>,
  tenantId: string,
  dossierId: string,
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('privacy.dossier_access')
    .select('person_id as personId')
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', '=', dossierId)
    .where('kind', '=', 'excluded')
    .where('from_at', '<=', now)
    .where((w) => w.or([w('until_at', 'is', null), w('until_at', '>', now)]))
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}
