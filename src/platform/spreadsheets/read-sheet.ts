import { err, ok, type Result } from '../../shared-kernel/result.ts';
import { LARGEST_FILE, type Upload } from '../files/recognise.ts';
import { listInTurns } from '../runner/in-turns.ts';
import { delimitedRows, readDelimited, type Sheet } from './read-delimited.ts';
import { type NotPlain, readPlainXlsx, readXlsx, USUAL_LIMITS, type XlsxLimits } from './read-xlsx.ts';

export type SheetRefusal = { readonly code: 'file-too-large' | 'file-empty' | 'sheet-unreadable' };

/** Why a file is not the plain table that was asked for. */
export type PlainRefusal = SheetRefusal | NotPlain | { readonly code: 'sheet-old-excel' | 'letters-unknown' };

/** In which letters a text was written. */
export type Letters = 'utf-8' | 'utf-16' | 'windows-1252';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** Reads a table from a file: an Excel workbook (.xlsx), or text separated by tabs, semicolons or commas in UTF-8 or Windows-1252. */
export function readSheet({ bytes, isCutOff }: Upload): Result<Sheet, SheetRefusal> {
  if (isCutOff || bytes.length > LARGEST_FILE) return err({ code: 'file-too-large' });
  if (bytes.length === 0) return err({ code: 'file-empty' });
  const sheet = bytes.subarray(0, 4).equals(ZIP) ? readXlsx(bytes) : readText(bytes);
  if (!sheet || sheet.length === 0) return err({ code: 'sheet-unreadable' });
  return ok(sheet);
}

/** Reads a text as UTF-8, or as Windows-1252 when it is not. */
function readText(bytes: Buffer): Sheet | undefined {
  if (bytes.includes(0)) return undefined;
  return readDelimited(utf8In(bytes) ?? new TextDecoder('windows-1252').decode(bytes));
}

const OLD_EXCEL = Buffer.from('D0CF11E0A1B11AE1', 'hex');
/** Bytes that mean nothing in Windows-1252: the text was written in other letters. */
const NO_LETTER = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** A large table of people: 40 MB when it is unpacked. */
const plainLimits = (mostRows: number): XlsxLimits => ({ largestPart: 2 * USUAL_LIMITS.largestPart, mostRows });

/**
 * Reads a table that must hold nothing but what is seen in it: no formulas, macros or merged cells, and in letters that we know.
 * At most so many rows are read, with the heading, in turns with other requests; `letters` says as what a text was read.
 */
export async function readPlainSheet(
  { bytes, isCutOff }: Upload,
  mostRows: number,
): Promise<Result<{ readonly sheet: Sheet; readonly letters: Letters | undefined }, PlainRefusal>> {
  if (isCutOff || bytes.length > LARGEST_FILE) return err({ code: 'file-too-large' });
  if (bytes.length === 0) return err({ code: 'file-empty' });
  if (bytes.subarray(0, 8).equals(OLD_EXCEL)) return err({ code: 'sheet-old-excel' });
  if (bytes.subarray(0, 4).equals(ZIP)) {
    const read = await readPlainXlsx(bytes, plainLimits(mostRows));
    if (read && 'code' in read) return err(read);
    return read && read.length > 0 ? ok({ sheet: read, letters: undefined }) : err({ code: 'sheet-unreadable' });
  }
  const text = textIn(bytes);
  if (!text) return err({ code: bytes.includes(0) ? 'sheet-unreadable' : 'letters-unknown' });
  const sheet = await listInTurns(delimitedRows(text.text));
  return sheet.length > 0 ? ok({ sheet, letters: text.letters }) : err({ code: 'sheet-unreadable' });
}

function textIn(bytes: Buffer): { readonly text: string; readonly letters: Letters } | undefined {
  const mark = bytes.length > 1 ? bytes.readUInt16LE(0) : 0;
  if (mark === 0xfeff || mark === 0xfffe) {
    const name = mark === 0xfeff ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(name).decode(bytes), letters: 'utf-16' };
  }
  if (bytes.includes(0)) return undefined;
  const utf8 = utf8In(bytes);
  if (utf8 !== undefined) return { text: utf8, letters: 'utf-8' };
  if (NO_LETTER.some((byte) => bytes.includes(byte))) return undefined;
  return { text: new TextDecoder('windows-1252').decode(bytes), letters: 'windows-1252' };
}

function utf8In(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
