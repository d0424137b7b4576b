import type { Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { type About, openBytes, sealFor } from '../vault/sealing.ts';
import type { Recognised } from './recognise.ts';

type Table = 'files.file';

/** What a page may say about a file without opening it. */
export interface FileFacts {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}

/** What belongs to no dossier is sealed under the key of the organisation's own, named after it. */
const dossierOf = (file: { readonly tenantId: string; readonly dossierId?: string | null | undefined }) =>
  file.dossierId ?? file.tenantId;

/**
 * Seals and stores a file for a tenant, under the key of the dossier it belongs to. It stays a day; `attachFile` keeps it. The
 * transaction was lent keys (platform/vault).
 */
export async function storeFile(
  tx: Tx<Table | 'vault.dossier_key'>,
  file: Recognised & {
    readonly tenantId: string;
    readonly dossierId?: string;
    readonly bytes: Buffer;
    readonly uploadedBy: string;
    readonly at: Date;
  },
): Promise<FileFacts> {
  const id = newId();
  await tx
    .insertInto('files.file')
    .values({
      tenant_id: file.tenantId,
      id,
      name: file.name,
      media_type: file.mediaType,
      size: file.bytes.length,
      dossier_id: file.dossierId ?? null,
      sealed: await sealFor(tx, dossierOf(file), 'files.file.sealed', id, file.bytes),
      uploaded_by: file.uploadedBy,
      uploaded_at: file.at,
    })
    .execute();
  return { id, name: file.name, mediaType: file.mediaType, size: file.bytes.length };
}

/** A file of this tenant, without its content. */
export async function findFile(tx: Tx<Table>, tenantId: string, id: string): Promise<FileFacts | undefined> {
  return tx
    .selectFrom('files.file')
    .select(['id', 'name', 'media_type as mediaType', 'size'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** From now on a record refers to this file. False when the tenant has no such file. */
export async function attachFile(tx: Tx<Table>, tenantId: string, id: string, at: Date): Promise<boolean> {
  const attached = await tx
    .updateTable('files.file')
    .set({ attached_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return attached.numUpdatedRows === 1n;
}

/**
 * Opens a file of this tenant. Undefined when there is none, or when the key of its dossier was destroyed. `about` says whom it is
 * about, for the processing log. @throws SealBroken when the content was tampered with
 */
export async function openFile(
  tx: Tx<Table | 'vault.dossier_key'>,
  tenantId: string,
  id: string,
  about: About = 'nobody',
): Promise<(FileFacts & { readonly bytes: Buffer }) | undefined> {
  const row = await tx
    .selectFrom('files.file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const cell = {
    sealed: row.sealed,
    about,
    dossierId: dossierOf({ tenantId, dossierId: row.dossier_id }),
    column: 'files.file.sealed',
    rowId: id,
  } as const;
  const [bytes] = await openBytes(tx, [cell]);
  return bytes && { id: row.id, name: row.name, mediaType: row.media_type, size: row.size, bytes };
}

/** Deletes one file, whatever it belongs to: for what must not be kept. */
export async function deleteFile(tx: Tx<Table>, tenantId: string, id: string): Promise<void> {
  await tx.deleteFrom('files.file').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** The same for a document that belongs to no dossier; one of a dossier is opened only where the dossier is. */
export async function openDocument(
  tx: Tx<Table | 'vault.dossier_key'>,
  tenantId: string,
  id: string,
): Promise<(FileFacts & { readonly bytes: Buffer }) | undefined> {
  const loose = await tx
    .selectFrom('files.file')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('dossier_id', 'is', null)
    .executeTakeFirst();
  return loose && openFile(tx, tenantId, id);
}

/** Removes what this tenant uploaded and never used. */
export async function sweepFiles(tx: Tx<Table>, tenantId: string, before: Date): Promise<number> {
  const swept = await tx
    .deleteFrom('files.file')
    .where('tenant_id', '=', tenantId)
    .where('attached_at', 'is', null)
    .where('uploaded_at', '<', before)
    .executeTakeFirst();
  return Number(swept.numDeletedRows);
}
