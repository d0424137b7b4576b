import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { attachFile, type FileFacts, findFile, storeFile } from '../../../platform/files/file-store.ts';
import type { LookedThrough } from '../../../platform/files/look-through.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';

export type { FileFacts };

/** Keeps an uploaded document that was looked through for a day, until a record refers to it; so it need not be sent again when another field is wrong. */
export async function keepEvidence(
  tx: Tx<'files.file' | 'vault.dossier_key'>,
  actor: Actor,
  { name, mediaType, bytes }: LookedThrough,
  time: DomainTime,
): Promise<Result<{ readonly subject: { kind: string; id: string }; readonly file: FileFacts }, never>> {
  const file = await storeFile(tx, {
    name,
    mediaType,
    bytes,
    tenantId: actor.organisationId,
    uploadedBy: actor.personId,
    at: time.now,
  });
  return ok({ subject: { kind: 'files.file', id: file.id }, file });
}

/** The document behind a record, or one that was just uploaded, without its content. */
export async function readEvidence(
  tx: Tx<'files.file'>,
  actor: Actor,
  id: string | undefined,
): Promise<FileFacts | undefined> {
  return id === undefined ? undefined : findFile(tx, actor.organisationId, id);
}

/** Makes a record's document stay. False when the organisation has no such document. */
export async function holdEvidence(
  tx: Tx<'files.file'>,
  actor: Actor,
  id: string | undefined,
  time: DomainTime,
): Promise<boolean> {
  return id === undefined || attachFile(tx, actor.organisationId, id, time.now);
}
