import { err, ok, type Result } from '../../shared-kernel/result.ts';
import { LARGEST_FILE, type Upload } from '../files/recognise.ts';
import { readDelimited, type Sheet } from './read-delimited.ts';
import { readXlsx } from './read-xlsx.ts';

export type SheetRefusal = { readonly code: 'file-too-large' | 'file-empty' | 'sheet-unreadable' };

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** Reads a table from a file: an Excel workbook (.xlsx), or text separated by tabs, semicolons or commas in UTF-8 or Windows-1252. */
export function readSheet({ bytes, isCutOff }: Upload): Result<Sheet, SheetRefusal> {
  if (isCutOff || bytes.length > LARGEST_FILE) return err({ code: 'file-too-large' });
  if (bytes.length === 0) return err({ code: 'file-empty' });
  const sheet = bytes.subarray(0, 4).equals(ZIP) ? readXlsx(bytes) : readText(bytes);
  if (!sheet || sheet.length === 0) return err({ code: 'sheet-unreadable' });
  return ok(sheet);
}

function readText(bytes: Buffer): Sheet | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return readDelimited(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return readDelimited(new TextDecoder('windows-1252').decode(bytes));
  }
}
