import type { Tx } from '../../../platform/db/transact.ts';
import type { DossierType } from '../domain/registration.ts';
import type { RegisterRecord } from './record-store.ts';

/** One merging, with who and why, and whether it was undone. */
export interface Merging {
  readonly id: string;
  readonly recordId: string;
  readonly intoId: string;
  readonly mergedAt: Date;
  readonly mergedByName: string;
  readonly reason: string;
  readonly unmergedAt: Date | null;
  readonly unmergedByName: string | null;
  readonly unmergeReason: string | null;
}

export async function insertMerge(
  tx: Tx<'registration.merge'>,
  tenantId: string,
  record: Pick<RegisterRecord, 'id' | 'dossierId'>,
  merging: Pick<Merging, 'id' | 'intoId' | 'mergedAt' | 'mergedByName' | 'reason'>,
): Promise<void> {
  await tx
    .insertInto('registration.merge')
    .values({
      tenant_id: tenantId,
      id: merging.id,
      record_id: record.id,
      into_id: merging.intoId,
      dossier_id: record.dossierId,
      merged_at: merging.mergedAt,
      merged_by_name: merging.mergedByName,
      reason: merging.reason,
    })
    .execute();
}

/** Notes who took a merging apart, and why. */
export async function markUnmerged(
  tx: Tx<'registration.merge'>,
  tenantId: string,
  recordId: string,
  by: { readonly name: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('registration.merge')
    .set({ unmerged_at: by.at, unmerged_by_name: by.name, unmerge_reason: by.reason })
    .where('tenant_id', '=', tenantId)
    .where('record_id', '=', recordId)
    .where('unmerged_at', 'is', null)
    .execute();
}

/** Every merging of these records, newest first. */
export async function mergesOf(
  tx: Tx<'registration.merge'>,
  tenantId: string,
  recordIds: readonly string[],
): Promise<readonly Merging[]> {
  return tx
    .selectFrom('registration.merge')
    .select(['id', 'record_id as recordId', 'into_id as intoId', 'merged_at as mergedAt'])
    .select(['merged_by_name as mergedByName', 'reason', 'unmerged_at as unmergedAt'])
    .select(['unmerged_by_name as unmergedByName', 'unmerge_reason as unmergeReason'])
    .where('tenant_id', '=', tenantId)
    .where(({ or, eb }) => or([eb('record_id', 'in', [...recordIds]), eb('into_id', 'in', [...recordIds])]))
    .orderBy('merged_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** What a dossier was before it was changed, newest first. */
export interface TypeChange {
  readonly id: string;
  readonly changedAt: Date;
  readonly changedByName: string;
  readonly before: DossierType;
  readonly after: DossierType;
}

export async function changeType(
  tx: Tx<'registration.record' | 'registration.dossier_type_change'>,
  tenantId: string,
  record: Pick<RegisterRecord, 'id' | 'dossierId'>,
  change: TypeChange,
): Promise<void> {
  await tx
    .updateTable('registration.record')
    .set({ dossier_type: change.after })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', record.id)
    .execute();
  await tx
    .insertInto('registration.dossier_type_change')
    .values({
      tenant_id: tenantId,
      id: change.id,
      record_id: record.id,
      dossier_id: record.dossierId,
      changed_at: change.changedAt,
      changed_by_name: change.changedByName,
      type_before: change.before,
      type_after: change.after,
    })
    .execute();
}

export async function typeChangesOf(
  tx: Tx<'registration.dossier_type_change'>,
  tenantId: string,
  recordId: string,
): Promise<readonly TypeChange[]> {
  const rows = await tx
    .selectFrom('registration.dossier_type_change')
    .select(['id', 'changed_at as changedAt', 'changed_by_name as changedByName'])
    .select(['type_before as before', 'type_after as after'])
    .where('tenant_id', '=', tenantId)
    .where('record_id', '=', recordId)
    .orderBy('changed_at', 'desc')
    .limit(50)
    .execute();
  return rows as readonly TypeChange[];
}
