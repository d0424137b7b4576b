import { LANGUAGES, type Translated } from '../../shared-kernel/language.ts';

/** What one cell holds; null where it is not known or not told. */
export type Cell = string | number | boolean | null;

/** One column of a table that everybody may take away: the same in CSV, in JSON, in its description for machines and on the page for people. */
export interface OpenColumn<Row> {
  /** Letters and digits only, as in the API. */
  readonly name: string;
  readonly title: Translated<string>;
  /** What it means, in which unit, and when it is empty. */
  readonly description: Translated<string>;
  readonly datatype: 'string' | 'date' | 'boolean' | 'integer';
  /** Every row has it. */
  readonly required?: boolean | undefined;
  /** All values it can have, with their meaning. */
  readonly values?: Readonly<Record<string, Translated<string>>> | undefined;
  readonly cell: (row: Row) => Cell;
}

/** What the table is, for who finds the file without the page. */
export interface OpenTableFacts {
  /** The name of the file beside which the description stands: 'data.csv'. */
  readonly file: string;
  readonly id: string;
  readonly title: Translated<string>;
  readonly description: Translated<string>;
  /** The day on which it is true. */
  readonly date: string;
  /** Says in every format that nothing of it is real; undefined when it is. */
  readonly mark: string | undefined;
}

export const CC0 = 'http://creativecommons.org/publicdomain/zero/1.0/';

/** The media type of what `writeCsv` writes. */
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

function markColumn<Row>(mark: string): OpenColumn<Row> {
  return {
    name: 'merk',
    title: { nl: 'Merk', en: 'Mark' },
    description: {
      nl: `Alleen in een voorbeeldomgeving: «${mark}».`,
      en: 'Only in a demonstration: says that nothing of it is real.',
    },
    datatype: 'string',
    required: true,
    cell: () => mark,
  };
}

const columnsWith = <Row>(columns: readonly OpenColumn<Row>[], mark: string | undefined) =>
  mark === undefined ? columns : [...columns, markColumn<Row>(mark)];

/** The columns and rows as comma-separated text, with the names as first line; described by `csvwMetadata`. */
export function writeCsv<Row>(
  columns: readonly OpenColumn<Row>[],
  rows: readonly Row[],
  mark: string | undefined,
): string {
  const all = columnsWith(columns, mark);
  return csvOf([all.map(({ name }) => name), ...rows.map((row) => all.map(({ cell }) => cell(row)))]);
}

/**
 * Comma-separated text in UTF-8 (RFC 4180). A text that a spreadsheet would run as a formula starts with an apostrophe; what is null
 * is empty.
 */
export function csvOf(lines: readonly (readonly Cell[])[]): string {
  return lines.map((line) => `${line.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const plain = /^\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A row as JSON: the names of the columns with their cells. */
export function jsonRow<Row>(columns: readonly OpenColumn<Row>[], row: Row): Readonly<Record<string, Cell>> {
  return Object.fromEntries(columns.map(({ name, cell }) => [name, cell(row)]));
}

/** What stands in the CSV, for machines. Source: W3C, Metadata Vocabulary for Tabular Data (CSVW). */
export function csvwMetadata<Row>(columns: readonly OpenColumn<Row>[], facts: OpenTableFacts): object {
  const { file, id, title, description, date, mark } = facts;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: file,
    'dc:title': inEachLanguage(title),
    'dc:description': [
      ...(mark === undefined ? [] : [{ '@value': mark, '@language': 'nl' }]),
      ...inEachLanguage(description),
    ],
    'dc:identifier': id,
    'dc:modified': { '@value': date, '@type': 'date' },
    'dc:license': { '@id': CC0 },
    dialect: { delimiter: ',', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columnsWith(columns, mark).map((column) => ({
        name: column.name,
        // the first is what stands in the file
        titles: { nl: [column.name, column.title.nl], en: [column.title.en] },
        'dc:description': inEachLanguage(column.description),
        datatype: column.values
          ? { base: column.datatype, format: Object.keys(column.values).join('|') }
          : column.datatype,
        required: column.required ?? false,
      })),
    },
  };
}

const inEachLanguage = (text: Translated<string>) =>
  LANGUAGES.map((language) => ({ '@value': text[language], '@language': language }));
