import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { AgreementKind, ShelterAgreement } from '../domain/agreement.ts';

type Table = Tx<'shelter.agreement'>;

export async function insertAgreement(tx: Table, tenantId: string, agreement: ShelterAgreement): Promise<void> {
  await tx
    .insertInto('shelter.agreement')
    .values({
      tenant_id: tenantId,
      id: agreement.id,
      kind: agreement.kind,
      with_name: agreement.withName,
      places: agreement.places ?? null,
      decided_on: agreement.decidedOn,
      valid_until: agreement.validUntil,
      recorded_by_name: agreement.recordedByName,
    })
    .execute();
}

/** What a municipality agreed, what holds longest first. */
export async function agreementsOf(tx: Table, tenantId: string): Promise<readonly ShelterAgreement[]> {
  const rows = await tx
    .selectFrom('shelter.agreement')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('valid_until', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as AgreementKind,
    withName: row.with_name,
    places: row.places ?? undefined,
    decidedOn: row.decided_on,
    validUntil: row.valid_until,
    endedOn: row.ended_on ?? undefined,
    recordedByName: row.recorded_by_name,
  }));
}

/** Ends one. @returns false when it is not there or ended before */
export async function markEnded(tx: Table, tenantId: string, id: string, on: PlainDate): Promise<boolean> {
  const changed = await tx
    .updateTable('shelter.agreement')
    .set({ ended_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
