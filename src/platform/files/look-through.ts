import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Scan } from './clamd.ts';
import { recognise, type Upload, type UploadRefusal } from './recognise.ts';
import { type ImageRefusal, stripImage } from './strip-image.ts';

export type LookRefusal = UploadRefusal | ImageRefusal | { readonly code: 'file-harmful' | 'scanner-unreachable' };

/** A file as it may be kept. */
export interface LookedThrough {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** A scanner found nothing harmful in it; false where none is set. */
  readonly isScanned: boolean;
}

/**
 * Looks an upload through before anything is kept, outside every transaction: what it is by its content, whether a scanner finds harm
 * in what came in, and a photograph made anew without what says where, when and by whom it was taken. Where a scanner is set and does
 * not answer, nothing is kept.
 */
export async function lookThrough(
  upload: Upload,
  scan: Scan | undefined,
  { onlyImages = false } = {},
): Promise<Result<LookedThrough, LookRefusal>> {
  const known = await recognise(upload);
  if ('code' in known) return err(known);
  const isImage = known.mediaType.startsWith('image/');
  if (onlyImages && !isImage) return err({ code: 'file-kind-unknown' });
  const verdict = await scan?.(upload.bytes);
  if (verdict === 'found') return err({ code: 'file-harmful' });
  if (verdict === 'unreachable') return err({ code: 'scanner-unreachable' });
  const isScanned = verdict === 'clean';
  if (!isImage) return ok({ ...known, bytes: upload.bytes, isScanned });
  const stripped = await stripImage(known.mediaType, upload.bytes);
  return 'code' in stripped ? err(stripped) : ok({ ...known, ...stripped, isScanned });
}
