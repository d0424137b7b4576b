import { type CaptureRow, type CaptureTable, captureTable, MAX_LISTS } from './capture-table.ts';
import { type CsvLine, splitCsv } from './split-csv.ts';

/** A row with the values of its covariates, as text. */
export interface StratifiedRow {
  readonly history: number;
  readonly values: readonly string[];
  readonly count: number;
}

export interface TableText {
  /** Summed over the covariates. */
  readonly table: CaptureTable;
  /** Names of the covariates asked for, in the order of the columns. */
  readonly covariates: readonly string[];
  /** Rows with cases, unsummed, for models with covariates. */
  readonly rows: readonly StratifiedRow[];
}

export type TableProblemCode =
  | 'empty-text'
  | 'no-count-column'
  | 'nameless-column'
  | 'repeated-column'
  | 'unknown-covariate'
  | 'too-few-lists'
  | 'too-many-lists'
  | 'wrong-number-of-fields'
  | 'not-zero-or-one'
  | 'not-a-number'
  | 'negative-count'
  | 'fractional-count'
  | 'count-too-large'
  | 'no-list'
  | 'no-cases';

/** Why a text is no capture table, with the place where a reader should look. */
export interface TableProblem {
  readonly code: TableProblemCode;
  /** English sentence for programmers. */
  readonly message: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
}

export type TableResult =
  | { readonly ok: true; readonly value: TableText }
  | { readonly ok: false; readonly error: TableProblem };

export interface ReadOptions {
  /** Columns that are covariates rather than lists. */
  readonly covariates?: readonly string[];
}

const COUNT_NAMES = ['count', 'aantal'];

/**
 * Reads a capture table from delimited text: one 0/1 column per list, then `count`.
 *
 * Understands commas, semicolons and tabs, quotes, a byte order mark, decimal commas ("12,0"), thousands points in
 * semicolon files ("1.299") and R's 1e+07. Rows with the same history are added up, rows with count 0 ignored. Refuses
 * what would silently become a wrong number: a negative or fractional count, a history on no list, a field that is
 * neither 0 nor 1, fewer than two lists or more than ten, no cases at all.
 *
 * @example readTable('A,B,count\n1,0,30\n0,1,40\n1,1,10')
 */
export function readTable(text: string, options: ReadOptions = {}): TableResult {
  const { delimiter, lines: raw } = splitCsv(text);
  const header = raw[0] && withoutEmptyEnd(raw[0], 0);
  if (!header) return refuse('empty-text', 'the text holds no table');
  const shape = readHeader(header, options.covariates ?? []);
  if ('code' in shape) return { ok: false, error: shape };
  const { lists, covariates, columns } = shape;
  const rows: StratifiedRow[] = [];
  for (const { line, fields } of raw.slice(1).map((each) => withoutEmptyEnd(each, columns.length))) {
    if (fields.length !== columns.length) {
      return refuse('wrong-number-of-fields', `line ${line} has ${fields.length} fields, not ${columns.length}`, {
        line,
      });
    }
    let history = 0;
    const values: string[] = [];
    for (const [index, column] of columns.slice(0, -1).entries()) {
      const value = fields[index]!;
      if (covariates.includes(column)) {
        values.push(value);
        continue;
      }
      const bit = toNumber(value, delimiter);
      if (bit !== 0 && bit !== 1) {
        const message = `line ${line}, column ${column}: ${value || 'nothing'} is neither 0 nor 1`;
        return refuse('not-zero-or-one', message, { line, column, value });
      }
      if (bit === 1) history |= 1 << lists.indexOf(column);
    }
    const value = fields.at(-1)!;
    const count = toNumber(value, delimiter);
    const at = { line, value };
    if (Number.isNaN(count)) return refuse('not-a-number', `line ${line}: count ${value || 'missing'}`, at);
    if (count < 0) return refuse('negative-count', `line ${line}: count ${value} is negative`, at);
    if (!Number.isInteger(count)) return refuse('fractional-count', `line ${line}: count ${value} is fractional`, at);
    if (!Number.isSafeInteger(count)) return refuse('count-too-large', `line ${line}: count ${value} is too large`, at);
    if (count === 0) continue;
    if (history === 0) return refuse('no-list', `line ${line}: ${value} cases stand on no list`, at);
    rows.push({ history, values, count });
  }
  if (rows.length === 0) return refuse('no-cases', 'the table holds no cases');
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  if (!Number.isSafeInteger(total)) return refuse('count-too-large', 'the counts add up to too large a number');
  const table = captureTable(
    lists,
    rows.map(({ history, count }): CaptureRow => [history, count]),
  );
  return { ok: true, value: { table, covariates, rows } };
}

/** Spreadsheets add empty columns behind the last; `least` fields are kept. */
function withoutEmptyEnd({ line, fields }: CsvLine, least: number): CsvLine {
  let length = fields.length;
  while (length > least && fields[length - 1] === '') length--;
  return { line, fields: fields.slice(0, length) };
}

interface Shape {
  readonly columns: readonly string[];
  readonly lists: readonly string[];
  readonly covariates: readonly string[];
}

function readHeader({ line, fields }: CsvLine, wanted: readonly string[]): Shape | TableProblem {
  const last = fields.at(-1)!.toLowerCase();
  if (!COUNT_NAMES.includes(last)) {
    return { code: 'no-count-column', message: 'the last column must be named count', line, value: fields.at(-1)! };
  }
  const columns = fields;
  const names = columns.slice(0, -1);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (names.includes('')) return { code: 'nameless-column', message: 'every column must have a name', line };
  if (repeated) {
    return { code: 'repeated-column', message: `two columns are named ${repeated}`, line, column: repeated };
  }
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    return { code: 'unknown-covariate', message: `there is no column ${unknown}`, line, column: unknown };
  }
  const lists = names.filter((name) => !wanted.includes(name));
  if (lists.length < 2) return { code: 'too-few-lists', message: 'at least two lists are needed', line };
  if (lists.length > MAX_LISTS) return { code: 'too-many-lists', message: `at most ${MAX_LISTS} lists`, line };
  return { columns, lists, covariates: names.filter((name) => wanted.includes(name)) };
}

/** A number as a Dutch or an English spreadsheet writes it; NaN when it is none. */
function toNumber(text: string, delimiter: string): number {
  let plain = text;
  if (delimiter === ';' && /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) plain = plain.replaceAll('.', '');
  if (/^-?\d+,\d+$/.test(plain)) plain = plain.replace(',', '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

function refuse(code: TableProblemCode, message: string, place: Partial<TableProblem> = {}): TableResult {
  return { ok: false, error: { code, message, ...place } };
}
