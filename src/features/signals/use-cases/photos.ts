import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { attachFile, type FileFacts, openFile, storeFile } from '../../../platform/files/file-store.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type AddPhotoRefusal, mayAddPhoto, mayOpenPhoto, type Photo } from '../domain/photo.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { insertPhoto, photoById, photosOf } from '../persistence/photo-store.ts';
import { holdReport, reportByCode } from '../persistence/report-store.ts';
import type { NotThere } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

type Tables = 'signals.signal_report' | 'signals.photo' | 'files.file' | 'vault.dossier_key';

/** Who asks, and whether she weighs signals. */
export interface PhotoReader {
  readonly actor: Actor;
  readonly weighs: boolean;
}

/** The photographs of a signal as somebody sees them: that they are there, and which of them she may open. */
export interface PhotosView extends Done {
  readonly report: SignalReport;
  readonly isOwn: boolean;
  readonly mayAdd: boolean;
  readonly photos: readonly (Photo & { readonly opens: boolean })[];
}

const isTheirs = (report: SignalReport, actor: Actor): boolean => report.reporterPersonId === actor.personId;

/** For whoever passed it on herself, and for who weighs it; for everybody else it is not there. */
export async function viewPhotos(
  tx: Tx<Tables>,
  { actor, weighs }: PhotoReader,
  code: string,
): Promise<Result<PhotosView, NotThere>> {
  const report = await reportByCode(tx, actor.organisationId, code);
  if (!report || !(isTheirs(report, actor) || weighs)) return err({ code: 'not-found' });
  const photos = await photosOf(tx, actor.organisationId, report.id);
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    report,
    isOwn: isTheirs(report, actor),
    mayAdd: isTheirs(report, actor) && mayAddPhoto(report, photos).ok,
    photos: photos.map((photo) => ({ ...photo, opens: mayOpenPhoto(photo, actor.personId, weighs) })),
  });
}

/** A photograph as it comes to be kept: made anew without what says where, when and by whom, and looked through or not. */
export interface NewPhoto {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly scannedAt: 'now' | undefined;
}

/** Adds a photograph to a signal that the actor passed on herself, sealed under the key of its dossier. */
export async function addPhoto(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly code: string; readonly photo: NewPhoto },
  time: DomainTime,
): Promise<Result<Done, NotThere | AddPhotoRefusal>> {
  const { organisationId: tenantId, personId } = actor;
  // held: of two at once the second counts the first
  const report = await holdReport(tx, tenantId, input.code);
  if (!report || !isTheirs(report, actor)) return err({ code: 'not-found' });
  const photos = await photosOf(tx, tenantId, report.id);
  const may = mayAddPhoto(report, photos);
  if (!may.ok) return may;
  const { mediaType, bytes, scannedAt } = input.photo;
  const ending = mediaType === 'image/png' ? 'png' : 'jpg';
  // a name of ours: what somebody called it may name a person
  const name = `foto-${photos.length + 1}.${ending}`;
  const { dossierId } = report;
  const file = await storeFile(tx, { tenantId, dossierId, name, mediaType, bytes, uploadedBy: personId, at: time.now });
  await attachFile(tx, tenantId, file.id, time.now);
  await insertPhoto(tx, tenantId, report, {
    id: newId(),
    fileId: file.id,
    addedBy: personId,
    addedOn: time.today,
    scannedAt: scannedAt && time.now,
    // nobody looked: as soon as there is a scanner, it does
    scanAt: scannedAt ? undefined : time.now,
  });
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

export interface OpenedPhoto extends Done {
  readonly file: FileFacts & { readonly bytes: Buffer };
}

/** Opens a photograph, for whoever added it, and for who weighs once nothing harmful was found in it. */
export async function openPhoto(
  tx: Tx<Tables>,
  { actor, weighs }: PhotoReader,
  id: string,
): Promise<Result<OpenedPhoto, NotThere>> {
  const photo = await photoById(tx, actor.organisationId, id);
  if (!photo || !mayOpenPhoto(photo, actor.personId, weighs)) return err({ code: 'not-found' });
  const file = await openFile(tx, actor.organisationId, photo.fileId);
  if (!file) return err({ code: 'not-found' });
  return ok({ subject: { kind: REPORT_SUBJECT, id: photo.reportId }, file });
}
