import type { Tx } from '../db/transact.ts';

type Tables = 'privacy.dossier' | 'privacy.dossier_access' | 'privacy.break_glass';

/** The emergencies in which a dossier was read: which, and whether one of them still waits for its review. */
export async function glassesOf(
  tx: Tx<'privacy.break_glass'>,
  tenantId: string,
  dossierId: string,
): Promise<{ readonly ids: readonly string[]; readonly isReviewed: boolean }> {
  const rows = await tx
    .selectFrom('privacy.break_glass')
    .select(['id', 'reviewed_at'])
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', '=', dossierId)
    .execute();
  return { ids: rows.map(({ id }) => id), isReviewed: rows.every(({ reviewed_at }) => reviewed_at !== null) };
}

/**
 * Deletes that a dossier was there, who could see it and why, and who read it in an emergency. The database lets it go only when the
 * last record in it has to go. @returns how many rows of which table
 */
export async function deleteDossier(
  tx: Tx<Tables>,
  tenantId: string,
  dossierId: string,
): Promise<Readonly<Record<string, number>>> {
  const erased: Record<string, number> = {};
  for (const table of ['privacy.break_glass', 'privacy.dossier_access'] as const) {
    const deleted = await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('dossier_id', '=', dossierId)
      .executeTakeFirst();
    erased[table] = Number(deleted.numDeletedRows);
  }
  const dossier = await tx
    .deleteFrom('privacy.dossier')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', dossierId)
    .executeTakeFirst();
  return { ...erased, 'privacy.dossier': Number(dossier.numDeletedRows) };
}
