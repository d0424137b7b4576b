import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { dayInCell, readTable, type TableProblem, type TableShape } from '../../../shared-kernel/read-table.ts';
import { bodyInWords } from './adoption.ts';
import {
  checkPublicFact,
  cvdrLink,
  PUBLIC_SOURCES,
  type PublicFactContent,
  type PublicFactRefusal,
  type PublicSource,
  readCvdr,
} from './public-fact.ts';

/** The columns of a table of public sources, with the headings that people write above them. */
export const IMPORT_COLUMNS = {
  gemeente: ['gemeente', 'gemeentecode', 'gemeentenaam', 'naam gemeente', 'code'],
  onderdeel: ['onderdeel', 'element'],
  bron: ['bron', 'soort bron'],
  cvdr: ['cvdr', 'cvdr nummer', 'cvdrnummer'],
  titel: ['titel', 'document', 'naam document', 'regeling'],
  vindplaats: ['vindplaats', 'adres', 'link', 'url'],
  orgaan: ['orgaan', 'vastgesteld door'],
  datum: ['datum', 'vastgesteld op', 'besluitdatum', 'datum besluit'],
  geldigTot: ['geldig tot', 'einddatum', 'geldigtot'],
  bekekenOp: ['bekeken op', 'geraadpleegd op', 'bekekenop'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ImportColumn = keyof typeof IMPORT_COLUMNS;

/** So many rows at once: every municipality with every element of the monitor. */
export const MOST_ROWS = 2500;
const SHAPE: TableShape<ImportColumn> = {
  columns: IMPORT_COLUMNS,
  required: ['gemeente', 'onderdeel', 'titel', 'datum'],
  mostRows: MOST_ROWS,
};

const LONGEST = 200;
const LONGEST_LINK = 500;

/** What is known of the country when the table is checked. */
export interface ImportGround {
  /** Municipalities that exist today: id by code, and by folded name. */
  readonly municipalities: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Codes and folded names of municipalities that are no more. */
  readonly ended: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  /** 'municipality element' that has an entry already, or that the municipality stated itself. */
  readonly entered: ReadonlySet<string>;
  readonly stated: ReadonlySet<string>;
  readonly today: PlainDate;
}

export type RowProblem =
  | PublicFactRefusal['code']
  | 'title-missing'
  | 'title-too-long'
  | 'date-missing'
  | 'date-unreadable'
  | 'source-unknown'
  | 'cvdr-unreadable'
  | 'link-unreadable'
  | 'body-unknown'
  | 'row-double';

/** One row as it was read: what it says, or in which column it goes wrong. */
export interface ImportRow {
  /** The line of the table, the heading being line 1. */
  readonly line: number;
  readonly name: string;
  readonly element: string;
  readonly content: PublicFactContent | undefined;
  readonly problems: readonly { readonly column: ImportColumn; readonly code: RowProblem }[];
}

export type ImportProblem = TableProblem<ImportColumn>;

export const keyOfEntry = (municipalityId: string, element: string): string => `${municipalityId} ${element}`;

/** Reads a table with headings, row by row; every problem of every row at once. Nothing is kept here. */
export function readImport(
  sheet: readonly (readonly string[])[],
  ground: ImportGround,
): { readonly rows: readonly ImportRow[] } | ImportProblem {
  const table = readTable(sheet, SHAPE);
  if ('code' in table) return table;
  const seen = new Set<string>();
  const rows = table.lines.map(({ cell, line }) => {
    const row = readRow(cell, line, ground);
    if (!row.content) return row;
    const key = keyOfEntry(row.content.municipalityId, row.content.element);
    if (seen.has(key)) return refused(row, 'onderdeel', 'row-double');
    seen.add(key);
    return row;
  });
  return { rows };
}

function refused(row: ImportRow, column: ImportColumn, code: RowProblem): ImportRow {
  return { ...row, content: undefined, problems: [...row.problems, { column, code }] };
}

function readRow(cell: (column: ImportColumn) => string, line: number, ground: ImportGround): ImportRow {
  const problems: { column: ImportColumn; code: RowProblem }[] = [];
  const wrong = (column: ImportColumn, code: RowProblem) => {
    problems.push({ column, code });
    return undefined;
  };
  const key = placeKey(cell('gemeente'));
  const municipality =
    ground.municipalities.get(key) ??
    wrong('gemeente', ground.ended.has(key) ? 'municipality-ended' : 'unknown-municipality');
  const element = /^k\d\.\d/i.exec(cell('onderdeel'))?.[0].toUpperCase() ?? cell('onderdeel');
  if (!ground.elements.has(element)) wrong('onderdeel', 'unknown-element');
  const title = cell('titel');
  if (title === '') wrong('titel', 'title-missing');
  if (title.length > LONGEST) wrong('titel', 'title-too-long');
  const cvdr = cell('cvdr') === '' ? undefined : (readCvdr(cell('cvdr')) ?? wrong('cvdr', 'cvdr-unreadable'));
  const source = sourceOf(cell('bron'), cvdr, cell('vindplaats')) ?? wrong('bron', 'source-unknown');
  const hasAddress = cell('vindplaats') !== '';
  const link = linkOf(cell('vindplaats'), cvdr);
  // where the number cannot be read, that is what has to be mended
  if (!link && (hasAddress || cell('cvdr') === ''))
    wrong('vindplaats', hasAddress ? 'link-unreadable' : 'link-missing');
  const body = cell('orgaan') === '' ? undefined : (ownBody(cell('orgaan')) ?? wrong('orgaan', 'body-unknown'));
  const dateIn = (column: ImportColumn) =>
    cell(column) === '' ? undefined : (dayInCell(cell(column)) ?? wrong(column, 'date-unreadable'));
  const decidedOn = dateIn('datum') ?? (cell('datum') === '' ? wrong('datum', 'date-missing') : undefined);
  const validUntil = dateIn('geldigTot');
  const readOn = dateIn('bekekenOp') ?? ground.today;
  const row: ImportRow = {
    line,
    name: municipality?.name ?? cell('gemeente').slice(0, LONGEST),
    element: element.slice(0, LONGEST),
    content: undefined,
    problems,
  };
  if (problems.length > 0 || !municipality || !source || !link || !decidedOn) return row;
  const checked = checkPublicFact(
    {
      municipalityId: municipality.id,
      element,
      source,
      cvdr,
      title,
      link,
      adoptingBody: body,
      decidedOn,
      validUntil,
      readOn,
    },
    ground.elements,
    ground.today,
  );
  if (!checked.ok) return refused(row, COLUMN_OF[checked.error.code], checked.error.code);
  const entry = keyOfEntry(municipality.id, element);
  if (ground.entered.has(entry)) return refused(row, 'onderdeel', 'entered-before');
  if (ground.stated.has(entry)) return refused(row, 'onderdeel', 'stated-by-municipality');
  return { ...row, content: checked.value };
}

/** In which column, or field, a refusal of the content is put right. */
export const COLUMN_OF: Readonly<Record<PublicFactRefusal['code'], ImportColumn>> = {
  'unknown-element': 'onderdeel',
  'unknown-municipality': 'gemeente',
  'municipality-ended': 'gemeente',
  'cvdr-missing': 'cvdr',
  'link-missing': 'vindplaats',
  'decided-in-future': 'datum',
  'ends-before-decision': 'geldigTot',
  'read-in-future': 'bekekenOp',
  'read-before-decision': 'bekekenOp',
  'entered-before': 'onderdeel',
  'stated-by-municipality': 'onderdeel',
};

/** A code, or a name without what people write differently. */
export function placeKey(typed: string): string {
  const clean = typed.trim();
  return /^gm\d{4}$/i.test(clean) ? clean.toUpperCase() : dutchFold(clean.replace(/^gemeente\s+/i, ''));
}

function sourceOf(typed: string, cvdr: string | undefined, link: string): PublicSource | undefined {
  const folded = dutchFold(typed);
  if (folded === '') {
    if (cvdr) return 'lokaleregelgeving';
    return /officielebekendmakingen\.nl/i.test(link) ? 'bekendmaking' : 'anders';
  }
  if (folded.startsWith('lokaleregelgeving') || folded === 'cvdr') return 'lokaleregelgeving';
  if (folded.startsWith('bekendmaking') || folded.startsWith('officielebekendmaking')) return 'bekendmaking';
  return PUBLIC_SOURCES.find((source) => source === folded) ?? (folded.startsWith('ander') ? 'anders' : undefined);
}

/** The address that was given, or the one that follows from the number. */
export function linkOf(typed: string, cvdr: string | undefined): string | undefined {
  if (typed === '') return cvdr && cvdrLink(cvdr);
  return typed.length <= LONGEST_LINK && /^https?:\/\/[^\s]+\.[^\s]+$/i.test(typed) ? typed : undefined;
}

function ownBody(words: string): PublicFactContent['adoptingBody'] {
  const body = bodyInWords(words);
  return body === 'mandaat' ? undefined : body;
}
