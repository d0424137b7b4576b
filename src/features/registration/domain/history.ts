import { holdsBsn } from '../../../shared-kernel/bsn.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { dayInCell, readTable, type TableProblem } from '../../../shared-kernel/read-table.ts';
import type { Region } from './registration.ts';
import type { ReporterType } from './reporting-guide.ts';

/** What a series counted in a year, as the register brought it along. */
export interface HistoryCount {
  readonly series: string;
  readonly year: number;
  readonly count: number;
  readonly source: string;
  /** The day to which the number holds. */
  readonly asOf: PlainDate;
  /** Why this year does not compare with the one before: a break in the series. */
  readonly breakReason: string | undefined;
  /** Of which region and kind of reporter it is; undefined when it is of all. */
  readonly split: { readonly region: Region; readonly reporterType: ReporterType } | undefined;
}

/** The columns of a table with earlier years, and what people write above them, folded. */
export const HISTORY_COLUMNS = {
  reeks: ['reeks', 'naam van de reeks'],
  jaar: ['jaar'],
  aantal: ['aantal', 'waarde'],
  bron: ['bron'],
  datum: ['datum', 'peildatum', 'bijgewerkt tot'],
  breuk: ['breuk', 'breuk in de reeks'],
  regio: ['regio', 'politieregio'],
  aanmelder: ['aanmelder', 'soort aanmelder'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type HistoryColumn = keyof typeof HISTORY_COLUMNS;

/** So many numbers at once: fifty years of ten series. */
export const MOST_HISTORY_ROWS = 500;
const FIRST_YEAR = 1990;
const LONGEST = { reeks: 80, bron: 300, breuk: 300 } as const;

export type HistoryProblem =
  | 'missing'
  | 'text-too-long'
  | 'holds-bsn'
  | 'no-year'
  | 'year-to-come'
  | 'no-count'
  | 'date-unreadable'
  | 'date-in-future'
  | 'not-in-list'
  | 'number-twice';

/** A row of the table: the number, or what is wrong with it. */
export interface HistoryRow {
  readonly line: number;
  readonly entry: HistoryCount | undefined;
  readonly problems: readonly { readonly column: HistoryColumn; readonly code: HistoryProblem }[];
}

/** What people write for a region and for a kind of reporter, folded. */
export interface HistoryWords {
  readonly regio: ReadonlyMap<string, Region>;
  readonly aanmelder: ReadonlyMap<string, ReporterType>;
}

/** Reads a table with earlier years; every problem of every row at once. A year that is not over yet is no history. */
export function readHistory(
  sheet: readonly (readonly string[])[],
  today: PlainDate,
  words: HistoryWords,
): { readonly rows: readonly HistoryRow[] } | TableProblem<HistoryColumn> {
  const table = readTable<HistoryColumn>(sheet, {
    columns: HISTORY_COLUMNS,
    required: ['reeks', 'jaar', 'aantal', 'bron', 'datum'],
    mostRows: MOST_HISTORY_ROWS,
  });
  if ('code' in table) return table;
  const seen = new Set<string>();
  return { rows: table.lines.map(({ line, cell }) => readRow(line, cell, today, words, seen)) };
}

function readRow(
  line: number,
  cell: (column: HistoryColumn) => string,
  today: PlainDate,
  words: HistoryWords,
  seen: Set<string>,
): HistoryRow {
  const problems: { column: HistoryColumn; code: HistoryProblem }[] = [];
  const wrong = (column: HistoryColumn, code: HistoryProblem): undefined => {
    problems.push({ column, code });
  };
  const text = (column: keyof typeof LONGEST) => {
    const found = cell(column).replace(/\s+/g, ' ');
    if (found.length > LONGEST[column]) return wrong(column, 'text-too-long');
    if (holdsBsn(found)) return wrong(column, 'holds-bsn');
    return found === '' ? undefined : found;
  };
  const required = (column: 'reeks' | 'bron') => (cell(column) === '' ? wrong(column, 'missing') : text(column));
  const choice = <Value>(column: 'regio' | 'aanmelder', list: ReadonlyMap<string, Value>) =>
    cell(column) === '' ? undefined : (list.get(dutchFold(cell(column))) ?? wrong(column, 'not-in-list'));
  const series = required('reeks');
  const source = required('bron');
  const breakReason = text('breuk');
  const year = yearIn(cell('jaar'), today, (code) => wrong('jaar', code));
  const count = countIn(cell('aantal')) ?? wrong('aantal', 'no-count');
  const asOf = cell('datum') === '' ? wrong('datum', 'missing') : dayInCell(cell('datum'));
  if (cell('datum') !== '' && !asOf) wrong('datum', 'date-unreadable');
  if (asOf && asOf > today) wrong('datum', 'date-in-future');
  const region = choice('regio', words.regio);
  const reporterType = choice('aanmelder', words.aanmelder);
  // of one region and one kind of reporter, or of all: half of that says nothing
  for (const [one, other] of [
    ['regio', 'aanmelder'],
    ['aanmelder', 'regio'],
  ] as const)
    if (cell(one) === '' && cell(other) !== '') wrong(one, 'missing');
  const split = region && reporterType ? { region, reporterType } : undefined;
  const key = `${series} ${year} ${asOf} ${region} ${reporterType}`;
  if (series && year !== undefined && asOf && seen.has(key)) wrong('jaar', 'number-twice');
  seen.add(key);
  const isWhole = series !== undefined && source !== undefined && year !== undefined && count !== undefined;
  const entry =
    problems.length === 0 && isWhole && asOf ? { series, year, count, source, asOf, breakReason, split } : undefined;
  return { line, entry, problems };
}

function yearIn(
  typed: string,
  today: PlainDate,
  wrong: (code: 'no-year' | 'year-to-come') => undefined,
): number | undefined {
  const year = /^\d{4}$/.test(typed) ? Number(typed) : undefined;
  if (year === undefined || year < FIRST_YEAR) return wrong('no-year');
  return year >= Number(today.slice(0, 4)) ? wrong('year-to-come') : year;
}

/** 1062, 1.062 and 1 062. */
function countIn(typed: string): number | undefined {
  const plain = typed.replace(/[.\s](?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}

/** A series with its years, oldest first. Of a number that was revised the newest counts; the earlier ones stand with it. */
export interface HistorySeries {
  readonly name: string;
  readonly years: readonly (HistoryCount & { readonly earlier: readonly HistoryCount[] })[];
}

/** The numbers of all regions and reporters by series, by name: two series that count differently stay two. */
export function seriesOf(counts: readonly HistoryCount[]): readonly HistorySeries[] {
  const byName = Map.groupBy(
    counts.filter(({ split }) => !split),
    ({ series }) => series,
  );
  return [...byName]
    .sort(([one], [other]) => one.localeCompare(other, 'nl'))
    .map(([name, own]) => ({
      name,
      years: [...Map.groupBy(own, ({ year }) => year)]
        .sort(([one], [other]) => one - other)
        .map(([, ofYear]) => {
          const [newest, ...earlier] = ofYear.toSorted((one, other) => other.asOf.localeCompare(one.asOf));
          return { ...newest!, earlier };
        }),
    }));
}

/** The series cut where they break: within a piece the years compare. */
export function piecesOf({ years }: HistorySeries): readonly HistorySeries['years'][] {
  const pieces: HistorySeries['years'][number][][] = [];
  for (const each of years) {
    if (pieces.length === 0 || each.breakReason !== undefined) pieces.push([]);
    pieces.at(-1)!.push(each);
  }
  return pieces;
}
