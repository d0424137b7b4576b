import { createHash } from 'node:crypto';
import type { Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import type { MasterKey } from '../vault/master-key.ts';
import { seal, unseal } from '../vault/seal.ts';
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

const context = (tenantId: string, id: string) => `files.file:${tenantId}:${id}`;
const keyOf = (keys: MasterKey, tenantId: string) => keys.derive(`files:${tenantId}`);

/** Seals and stores a file for a tenant. It stays a day; `attachFile` keeps it. */
export async function storeFile(
  tx: Tx<Table>,
  keys: MasterKey,
  file: Recognised & {
    readonly tenantId: string;
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
      sha256: createHash('sha256').update(file.bytes).digest(),
      sealed: seal(keyOf(keys, file.tenantId), file.bytes, context(file.tenantId, id)),
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

/** Opens a file of this tenant. @throws when the content was tampered with or the key is another. */
export async function openFile(
  tx: Tx<Table>,
  keys: MasterKey,
  tenantId: string,
  id: string,
): Promise<(FileFacts & { readonly bytes: Buffer }) | undefined> {
  const row = await tx
    .selectFrom('files.file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const bytes = unseal(keyOf(keys, tenantId), row.sealed, context(tenantId, id));
  if (!bytes) throw new Error(`file ${id} does not open: its content or its key is not what it was`);
  return { id: row.id, name: row.name, mediaType: row.media_type, size: row.size, bytes };
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
