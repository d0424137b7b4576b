import { z } from 'zod';
import type { Upload } from '../files/recognise.ts';
import { readDelimited, type Sheet } from './read-delimited.ts';
import { readSheet, type SheetRefusal } from './read-sheet.ts';

/** A table that is pasted, of at most so many characters; what is longer comes in a file. */
export const tableForm = (longest: number) =>
  z.object({ tabel: z.string().max(longest, 'Dit is te veel om te plakken. Kies een bestand.') });

/** The table as it goes from looking to recording, in one field of at most so many characters. */
export const carriedTableForm = (longest: number) => z.object({ tabel: z.string().min(1).max(longest) });

const FILE_REFUSED: Readonly<Record<SheetRefusal['code'], string>> = {
  'file-too-large': 'Dit bestand is groter dan 20 MB. Deel de tabel in stukken.',
  'file-empty': 'Dit bestand is leeg. Kies een ander bestand.',
  'sheet-unreadable': 'Hierin vinden wij geen tabel. Kies een bestand van Excel (.xlsx) of CSV.',
};

/** Where a table came from: there stands what is wrong with it. */
export type TableField = 'tabel' | 'bestand';

/** A table that was given, or what is wrong with it, by field and in words. */
export type GivenTable =
  | { readonly sheet: Sheet; readonly field: TableField }
  | { readonly errors: { readonly [field in TableField]?: string } };

/** The table of a form: the file when there is one, otherwise what was pasted. */
export function tableIn(pasted: string, upload: Upload | undefined): GivenTable {
  if (upload) {
    const read = readSheet(upload);
    return read.ok ? { sheet: read.value, field: 'bestand' } : { errors: { bestand: FILE_REFUSED[read.error.code] } };
  }
  const sheet = readDelimited(pasted);
  return sheet.length > 0 ? { sheet, field: 'tabel' } : { errors: { tabel: 'Plak de tabel, of kies een bestand.' } };
}
