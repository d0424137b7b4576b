import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Photo } from '../domain/photo.ts';
import type { SignalReport } from '../domain/signal-report.ts';

type Table = 'signals.photo';
const COLUMNS = ['id', 'file_id', 'added_by', 'scanned_at'] as const;

interface Row {
  readonly id: string;
  readonly file_id: string;
  readonly added_by: string;
  readonly scanned_at: Date | null;
}

const toPhoto = (row: Row): Photo => ({
  id: row.id,
  fileId: row.file_id,
  addedBy: row.added_by,
  scannedAt: row.scanned_at ?? undefined,
});

/** The photographs of a signal, in the order in which they came. */
export async function photosOf(tx: Tx<Table>, tenantId: string, reportId: string): Promise<readonly Photo[]> {
  const rows = await tx
    .selectFrom('signals.photo')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute();
  return rows.map(toPhoto);
}

/** One photograph with the signal it is of; undefined when it is not there, or hidden from who asks. */
export async function photoById(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
): Promise<(Photo & { readonly reportId: string }) | undefined> {
  const row = await tx
    .selectFrom('signals.photo')
    .select([...COLUMNS, 'report_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...toPhoto(row), reportId: row.report_id };
}

export async function insertPhoto(
  tx: Tx<Table>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  photo: Photo & { readonly addedOn: PlainDate; readonly scanAt: Date | undefined },
): Promise<void> {
  await tx
    .insertInto('signals.photo')
    .values({
      tenant_id: tenantId,
      id: photo.id,
      report_id: report.id,
      dossier_id: report.dossierId,
      file_id: photo.fileId,
      added_by: photo.addedBy,
      added_on: photo.addedOn,
      scanned_at: photo.scannedAt ?? null,
      scan_at: photo.scanAt ?? null,
    })
    .execute();
}
