import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { attachFile, type FileFacts, openFile, storeFile } from '../../../../platform/files/file-store.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import { ok, type Result } from '../../../../shared-kernel/result.ts';
import { mayAddPaper, type PaperKind, type PaperRefusal } from '../../domain/cases/paper.ts';
import { aboutPerson } from '../../persistence/case-store.ts';
import { insertPaper, papersOf } from '../../persistence/paper-store.ts';
import { keepCase } from './begin-case.ts';
import { CASE_SUBJECT } from './case-names.ts';
import { heldFull, type NotFull } from './full-file.ts';
import type { Asking, HeldCaseTables, NotThere } from './held-case.ts';

export type PaperTables = HeldCaseTables | KeepTables | 'care.paper' | 'files.file' | 'vault.dossier_key';

/** A document as it comes in: what it is by its content, and looked through or not. */
export interface IncomingPaper {
  readonly mediaType: string;
  /** By its content, such as `pdf`. */
  readonly ending: string;
  readonly bytes: Buffer;
  readonly isScanned: boolean;
}

/** Adds a document, sealed under the key of the case. Its own name is not kept: that may name a person. */
export async function addPaper(
  tx: Tx<PaperTables>,
  asking: Asking,
  input: { readonly code: string; readonly kind: PaperKind; readonly title: string; readonly paper: IncomingPaper },
  time: DomainTime,
): Promise<Result<Done, NotThere | NotFull | PaperRefusal>> {
  const held = await heldFull(tx, asking, input.code, time);
  if (!held.ok) return held;
  const { id: caseId, dossierId } = held.value;
  const { organisationId: tenantId, personId, personName } = asking.actor;
  const papers = await papersOf(tx, tenantId, caseId);
  const may = mayAddPaper(papers);
  if (!may.ok) return may;
  const { mediaType, bytes, ending, isScanned } = input.paper;
  const name = `document-${papers.length + 1}.${ending}`;
  const file = await storeFile(tx, { tenantId, dossierId, name, mediaType, bytes, uploadedBy: personId, at: time.now });
  await attachFile(tx, tenantId, file.id, time.now);
  await insertPaper(
    tx,
    tenantId,
    {
      id: newRandomId(),
      caseId,
      dossierId,
      fileId: file.id,
      kind: input.kind,
      title: input.title,
      addedBy: personId,
      addedByName: personName,
      addedOn: time.today,
      scannedAt: isScanned ? time.now : undefined,
    },
    time.now,
  );
  await keepCase(tx, tenantId, held.value, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: caseId } });
}

/** Opens one document of a case that was opened; undefined when it has no such document. */
export async function readPaper(
  tx: Tx<PaperTables>,
  tenantId: string,
  caseId: string,
  paperId: unknown,
): Promise<(FileFacts & { readonly bytes: Buffer }) | undefined> {
  const paper = (await papersOf(tx, tenantId, caseId)).find(({ id }) => id === paperId);
  return paper && openFile(tx, tenantId, paper.fileId, aboutPerson(caseId));
}
