import type { Tx } from '../../../platform/db/transact.ts';
import type { Scan } from '../domain/scan.ts';

/** The scan that is open; with `forShare` it cannot be settled until the transaction ends, with `forUpdate` nobody else writes. */
export async function loadOpenScan(
  tx: Tx<'approach.scan'>,
  tenantId: string,
  lock?: 'forShare' | 'forUpdate',
): Promise<Scan | undefined> {
  let query = tx
    .selectFrom('approach.scan')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('settled_at', 'is', null);
  if (lock === 'forShare') query = query.forShare();
  if (lock === 'forUpdate') query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && scanOf(row);
}

/** The scans that were settled, the latest first. */
export async function loadSettledScans(
  tx: Tx<'approach.scan'>,
  tenantId: string,
  limit: number,
): Promise<readonly (Scan & { readonly settledAt: Date })[]> {
  const rows = await tx
    .selectFrom('approach.scan')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('settled_at', 'is not', null)
    .orderBy('settled_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...scanOf(row), settledAt: row.settled_at! }));
}

interface ScanRow {
  readonly id: string;
  readonly framework: string;
  readonly owner_membership_id: string;
  readonly owner_name: string;
  readonly opened_at: Date;
  readonly settled_at: Date | null;
  readonly version: number;
}

const scanOf = (row: ScanRow): Scan => ({
  id: row.id,
  framework: row.framework,
  ownerId: row.owner_membership_id,
  ownerName: row.owner_name,
  openedAt: row.opened_at,
  settledAt: row.settled_at ?? undefined,
  version: row.version,
});

/** Opens a scan; false when another one is open. */
export async function insertScan(tx: Tx<'approach.scan'>, tenantId: string, scan: Scan): Promise<boolean> {
  const made = await tx
    .insertInto('approach.scan')
    .values({
      tenant_id: tenantId,
      id: scan.id,
      framework: scan.framework,
      owner_membership_id: scan.ownerId,
      owner_name: scan.ownerName,
      opened_at: scan.openedAt,
      version: scan.version,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id']).where('settled_at', 'is', null).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function closeScan(tx: Tx<'approach.scan'>, tenantId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('approach.scan')
    .set((row) => ({ settled_at: at, version: row('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Adds somebody to those who are asked; false when she was asked already. */
export async function insertRespondent(
  tx: Tx<'approach.scan_respondent'>,
  tenantId: string,
  scanId: string,
  respondent: { readonly membershipId: string; readonly name: string; readonly at: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto('approach.scan_respondent')
    .values({
      tenant_id: tenantId,
      scan_id: scanId,
      membership_id: respondent.membershipId,
      name: respondent.name,
      invited_at: respondent.at,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'scan_id', 'membership_id']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function finishRespondent(
  tx: Tx<'approach.scan_respondent'>,
  tenantId: string,
  scanId: string,
  membershipId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('approach.scan_respondent')
    .set({ finished_at: at })
    .where('tenant_id', '=', tenantId)
    .where('scan_id', '=', scanId)
    .where('membership_id', '=', membershipId)
    .execute();
}

/** The open deadline of a record, to tell somebody of it. */
export async function openDeadlineOf(
  tx: Tx<'deadlines.deadline'>,
  tenantId: string,
  kind: string,
  subject: { readonly kind: string; readonly id: string },
): Promise<string> {
  const { id } = await tx
    .selectFrom('deadlines.deadline')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return id;
}
