import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { FOCAL_POINT_ELEMENT, type FocalPoint } from '../domain/focal-point.ts';
import { layElement } from './standing-store.ts';

/** What this tenant recorded about K2.1. `forUpdate` holds the row until the transaction ends. */
export async function loadFocalPoint(
  tx: Tx<'approach.element'>,
  tenantId: string,
  options?: { readonly forUpdate: boolean },
): Promise<FocalPoint | undefined> {
  let query = tx
    .selectFrom('approach.element')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('element', '=', FOCAL_POINT_ELEMENT);
  if (options?.forUpdate) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  return {
    version: row.version,
    focalPoint: row.focal_point,
    substitute: row.substitute,
    focalPointPersonId: row.focal_point_person ?? undefined,
    substitutePersonId: row.substitute_person ?? undefined,
    hoursPerWeek: Number(row.hours_per_week),
    evidenceTitle: row.evidence_title,
    evidenceLink: row.evidence_link ?? undefined,
    evidenceFileId: row.evidence_file_id ?? undefined,
    decidedOn: row.decided_on,
    validUntil: row.valid_until,
    succession:
      row.succeeded_on && row.handover_from ? { on: row.succeeded_on, handoverFrom: row.handover_from } : undefined,
    changedBy: row.changed_by,
    changedByPersonId: row.changed_by_person ?? undefined,
    changedAt: row.changed_at,
  };
}

/** Saves the record over the version before it; false when somebody else was first. */
export async function saveFocalPoint(
  tx: Tx<'approach.element'>,
  tenantId: string,
  record: FocalPoint,
): Promise<boolean> {
  const row = {
    version: record.version,
    focal_point: record.focalPoint,
    substitute: record.substitute,
    focal_point_person: record.focalPointPersonId ?? null,
    substitute_person: record.substitutePersonId ?? null,
    hours_per_week: record.hoursPerWeek,
    evidence_title: record.evidenceTitle,
    evidence_link: record.evidenceLink ?? null,
    evidence_file_id: record.evidenceFileId ?? null,
    decided_on: record.decidedOn,
    valid_until: record.validUntil,
    succeeded_on: record.succession?.on ?? null,
    handover_from: record.succession?.handoverFrom ?? null,
    changed_by: record.changedBy,
    changed_by_person: record.changedByPersonId ?? null,
    changed_at: record.changedAt,
  };
  if (record.version === 1) {
    const made = await tx
      .insertInto('approach.element')
      .values({ tenant_id: tenantId, element: FOCAL_POINT_ELEMENT, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'element']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('approach.element')
    .set(row)
    .where('tenant_id', '=', tenantId)
    .where('element', '=', FOCAL_POINT_ELEMENT)
    .where('version', '=', record.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Notes which persons the names of the record mean; the record itself stays as it is. */
export async function linkCarriers(
  tx: Tx<'approach.element'>,
  tenantId: string,
  { focalPointPersonId, substitutePersonId }: Pick<FocalPoint, 'focalPointPersonId' | 'substitutePersonId'>,
): Promise<void> {
  await tx
    .updateTable('approach.element')
    .set({ focal_point_person: focalPointPersonId ?? null, substitute_person: substitutePersonId ?? null })
    .where('tenant_id', '=', tenantId)
    .where('element', '=', FOCAL_POINT_ELEMENT)
    .execute();
}

/** Lays the row that the country sees: until which day it holds, and the kind of evidence; no persons. */
export async function publishStanding(
  tx: Tx<'approach.standing' | 'approach.standing_support' | 'approach.standing_change'>,
  tenantId: string,
  record: FocalPoint,
  { lapsesOn, publishedAt }: { readonly lapsesOn: PlainDate; readonly publishedAt: Date },
): Promise<void> {
  await layElement(tx, tenantId, {
    element: FOCAL_POINT_ELEMENT,
    state: 'present',
    decidedOn: record.decidedOn,
    lapsesOn,
    evidenceKind: record.evidenceFileId
      ? 'besluit-met-document'
      : record.evidenceLink
        ? 'besluit-met-vindplaats'
        : 'besluit',
    publishedAt,
  });
}
