import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { Paper, PaperKind } from '../domain/cases/paper.ts';
import { aboutPerson } from './case-store.ts';

type Table = 'care.paper';
type Vault = 'vault.dossier_key';
const CONTENT = 'care.paper.content';

export type NewPaper = Omit<Paper, 'title'> & { readonly title: string };

export async function insertPaper(tx: Tx<Table | Vault>, tenantId: string, paper: NewPaper, at: Date): Promise<void> {
  await tx
    .insertInto('care.paper')
    .values({
      tenant_id: tenantId,
      id: paper.id,
      case_id: paper.caseId,
      dossier_id: paper.dossierId,
      file_id: paper.fileId,
      kind: paper.kind,
      content: await sealFor(tx, paper.dossierId, CONTENT, paper.id, paper.title),
      added_by: paper.addedBy,
      added_by_name: paper.addedByName,
      added_on: paper.addedOn,
      scanned_at: paper.scannedAt ?? null,
      scan_at: paper.scannedAt ? null : at,
    })
    .execute();
}

/** The documents of a case, newest first, with what they are called. */
export async function papersOf(tx: Tx<Table | Vault>, tenantId: string, caseId: string): Promise<readonly Paper[]> {
  const rows = await tx
    .selectFrom('care.paper')
    .select(['id', 'dossier_id', 'file_id', 'kind', 'content', 'added_by', 'added_by_name', 'added_on', 'scanned_at'])
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .orderBy('added_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const titles = await openMany(
    tx,
    rows.map(({ id, dossier_id, content }) => ({
      about: aboutPerson(caseId),
      dossierId: dossier_id,
      rowId: id,
      column: CONTENT,
      sealed: content,
    })),
  );
  return rows.map((row, index) => ({
    id: row.id,
    caseId,
    dossierId: row.dossier_id,
    fileId: row.file_id,
    kind: row.kind as PaperKind,
    title: titles[index],
    addedBy: row.added_by,
    addedByName: row.added_by_name,
    addedOn: row.added_on,
    scannedAt: row.scanned_at ?? undefined,
  }));
}

/** Of which case a document is. */
export async function caseOfPaper(tx: Tx<Table>, tenantId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('care.paper')
    .select('case_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.case_id;
}
