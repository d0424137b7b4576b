import { fileTypeFromBuffer } from 'file-type';

/** 20 MB: what is larger is refused. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** The kinds of document we keep, by their content: media type and the endings that belong to it. */
export const KEPT_TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};

/** An upload as it came in: what it calls itself, and its bytes. */
export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
  /** More was sent than we take; `bytes` holds only the beginning. */
  readonly isCutOff: boolean;
}

export type UploadRefusal = { readonly code: 'file-too-large' | 'file-empty' | 'file-kind-unknown' | 'file-disguised' };

export interface Recognised {
  readonly name: string;
  readonly mediaType: string;
}

/** Says what an upload really is. A name that promises something else than the content is refused: somebody is being fooled. */
export async function recognise(upload: Upload): Promise<Recognised | UploadRefusal> {
  if (upload.isCutOff || upload.bytes.length > LARGEST_FILE) return { code: 'file-too-large' };
  if (upload.bytes.length === 0) return { code: 'file-empty' };
  const name = safeName(upload.name);
  const type = await fileTypeFromBuffer(upload.bytes);
  const endings = type && KEPT_TYPES[type.mime];
  const ending = name.split('.').at(-1)!.toLowerCase();
  const promisesKept = Object.values(KEPT_TYPES).some((each) => each.includes(ending));
  if (!type || !endings) return { code: promisesKept ? 'file-disguised' : 'file-kind-unknown' };
  return endings.includes(ending) ? { name, mediaType: type.mime } : { code: 'file-disguised' };
}

/** The last part of the path, without characters that mean something to a system or hide the ending. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()&+,-]/gu, '_')
    .trim();
  return clean.length > 120 ? `${clean.slice(0, 100)}…${clean.slice(-19)}` : clean || 'bestand';
}
