import { z } from 'zod';
import type { Upload } from '../files/recognise.ts';
import { readDelimited, type Sheet } from './read-delimited.ts';
import { type PlainRefusal, readSheet, type SheetRefusal } from './read-sheet.ts';

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

/** The same for a file that must be a plain table: what is wrong with it, and how to make it one. */
export const PLAIN_FILE_REFUSED: Readonly<Record<PlainRefusal['code'], string>> = {
  ...FILE_REFUSED,
  'sheet-formulas':
    'Er staan formules in dit bestand. Plak de tabel in Excel als waarden in een nieuw blad, en kies dat bestand.',
  'sheet-macros':
    'Er zitten macro’s in dit bestand. Bewaar het in Excel als gewone werkmap (.xlsx), en kies dat bestand.',
  'sheet-merged':
    'Er zijn cellen samengevoegd. Hef dat in Excel op, zodat elke rij eigen cellen heeft, en kies het bestand opnieuw.',
  'sheet-other-calendar':
    'Dit bestand telt dagen vanaf 1904. Zet dat in Excel uit bij Opties, Geavanceerd, en vul de datums opnieuw in.',
  'sheet-old-excel':
    'Dit is een oud of beveiligd Excel-bestand. Haal het wachtwoord eraf, bewaar het als .xlsx en kies dat bestand.',
  'letters-unknown':
    'Wij herkennen de letters in dit bestand niet. Bewaar het in Excel als CSV UTF-8, en kies dat bestand.',
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
