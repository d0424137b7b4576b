import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { attachFile, type FileFacts, findFile, storeFile } from '../../../platform/files/file-store.ts';
import { recognise, type Upload, type UploadRefusal } from '../../../platform/files/recognise.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';

export type { FileFacts, Upload, UploadRefusal };

/** Keeps an uploaded document for a day, until a record refers to it; so it need not be sent again when another field is wrong. */
export async function keepEvidence(
  tx: Tx<'files.file' | 'vault.dossier_key'>,
  actor: Actor,
  input: { readonly upload: Upload },
  time: DomainTime,
): Promise<Result<{ readonly subject: { kind: string; id: string }; readonly file: FileFacts }, UploadRefusal>> {
  const known = await recognise(input.upload);
  if ('code' in known) return err(known);
  const file = await storeFile(tx, {
    ...known,
    tenantId: actor.organisationId,
    bytes: input.upload.bytes,
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
