import { dutchFold } from './dutch-fold.ts';
import { addDays, day, type PlainDate, readDutchDate } from './plain-date.ts';

/** What a table may hold: its columns with the headings that people write above them, folded (`dutchFold`). */
export interface TableShape<Column extends string> {
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  readonly required: readonly Column[];
  /** So many rows at once, the heading not counted. */
  readonly mostRows: number;
}

/** Why a table cannot be read at all. */
export type TableProblem<Column extends string> =
  | { readonly code: 'no-rows' | 'too-many-rows' }
  | { readonly code: 'columns-missing'; readonly columns: readonly Column[] };

/** One row under the heading. */
export interface TableLine<Column extends string> {
  /** The line of the table, the heading being line 1. */
  readonly line: number;
  /** What stands in a column, trimmed; '' when the column or the cell is not there. */
  readonly cell: (column: Column) => string;
}

/** Finds the columns by their headings, in any order; columns of another name are passed over. The first of two alike counts. */
export function readTable<Column extends string>(
  sheet: readonly (readonly string[])[],
  { columns, required, mostRows }: TableShape<Column>,
): { readonly lines: readonly TableLine<Column>[] } | TableProblem<Column> {
  const [headings = [], ...rows] = sheet;
  const names = headings.map((heading) => dutchFold(heading.trim()));
  const at = new Map<Column, number>();
  for (const [column, spellings] of Object.entries(columns) as [Column, readonly string[]][]) {
    const index = names.findIndex((name) => spellings.includes(name));
    if (index >= 0) at.set(column, index);
  }
  const missing = required.filter((column) => !at.has(column));
  if (missing.length > 0) return { code: 'columns-missing', columns: missing };
  if (rows.length === 0) return { code: 'no-rows' };
  if (rows.length > mostRows) return { code: 'too-many-rows' };
  return {
    lines: rows.map((cells, index) => ({
      line: index + 2,
      cell: (column) => (cells[at.get(column) ?? -1] ?? '').trim(),
    })),
  };
}

/** A day as a spreadsheet keeps it: so many days since 30 December 1899. */
export const dayOfSerial = (serial: number): PlainDate => addDays(day('1900-01-01'), Math.floor(serial) - 2);

/** A day as people write it, or the number that a spreadsheet keeps: days since 30 December 1899. */
export function dayInCell(typed: string): PlainDate | undefined {
  if (/^[2-6]\d{4}(\.\d+)?$/.test(typed)) return dayOfSerial(Number(typed));
  return readDutchDate(typed.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1'));
}
