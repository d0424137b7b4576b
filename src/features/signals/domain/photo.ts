import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { SignalReport } from './signal-report.ts';

/** More photographs than this say no more about a place. [design: In Beeld] */
export const MOST_PHOTOS = 5;

/** A photograph of a building or an object with a signal about a place. */
export interface Photo {
  readonly id: string;
  readonly fileId: string;
  readonly addedBy: string;
  /** When nothing harmful was found in it; undefined as long as nobody looked. */
  readonly scannedAt: Date | undefined;
}

export type AddPhotoRefusal = {
  readonly code: 'photo-of-person' | 'signal-closed' | 'too-many-photos';
};

/** Whether a photograph may be added: only about a place, only while somebody works on it. */
export function mayAddPhoto(
  report: Pick<SignalReport, 'kind' | 'closedOn'>,
  photos: readonly unknown[],
): Result<undefined, AddPhotoRefusal> {
  if (report.kind !== 'location') return err({ code: 'photo-of-person' });
  if (report.closedOn) return err({ code: 'signal-closed' });
  if (photos.length >= MOST_PHOTOS) return err({ code: 'too-many-photos' });
  return ok(undefined);
}

/** Whoever added a photograph opens it; somebody else only when nothing harmful was found in it. */
export function mayOpenPhoto(photo: Pick<Photo, 'addedBy' | 'scannedAt'>, personId: string, weighs: boolean): boolean {
  return photo.addedBy === personId || (weighs && photo.scannedAt !== undefined);
}
