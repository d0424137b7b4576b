import { holdsBsn } from '../../../shared-kernel/bsn.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import {
  dayInCell,
  dayOfSerial,
  readTable,
  type TableLine,
  type TableProblem,
} from '../../../shared-kernel/read-table.ts';
import { BULK_SHAPE, type BulkColumn, type BulkProblem, type CellProblem } from '../domain/bulk-table.ts';
import type { Representative } from '../domain/consent.ts';
import {
  type AgeGroup,
  COUNTRIES,
  type PartialDate,
  type RegistrationContent,
  readPartialDate,
} from '../domain/registration.ts';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';
import {
  AGE_GROUP_WORDS,
  COMPLAINT_WORDS,
  countryName,
  EXPLOITED_IN_WORDS,
  FORM_WORDS,
  GENDER_WORDS,
  GIVER_WORDS,
  LANGUAGE_WORDS,
  MANNER_WORDS,
  RECRUITED_WORDS,
  REGION_WORDS,
  REPORTER_WORDS,
  ROUTE_WORDS,
  SECTOR_WORDS,
  WISH_WORDS,
} from '../ui/registration-words.ts';
import type { ConsentInput } from '../use-cases/consents.ts';
import type { BulkRow } from '../use-cases/receive-bulk.ts';

/** From what people write in a cell to what it means: the code, the words of the form, and a few short ones. */
type Vocabulary<Value extends string> = ReadonlyMap<string, Value>;

function vocabulary<Value extends string>(
  words: Readonly<Record<Value, string>>,
  also: Readonly<Record<string, NoInfer<Value>>> = {},
): Vocabulary<Value> {
  const values = Object.keys(words) as Value[];
  return new Map([
    ...values.map((value) => [dutchFold(value), value] as const),
    ...values.map((value) => [dutchFold(words[value]), value] as const),
    ...Object.entries(also),
  ]);
}

const routeLabels = Object.fromEntries(
  Object.entries(ROUTE_WORDS).map(([route, { label }]) => [route, label]),
) as Record<Route, string>;
const ROUTES_IN = vocabulary(routeLabels, {
  'met naam': 'by-name',
  'met toestemming': 'by-name',
  'op naam': 'by-name',
  dienst: 'must',
  verplicht: 'must',
  opsporingsdienst: 'must',
  inspectiedienst: 'must',
});
export const REPORTERS_IN = vocabulary(REPORTER_WORDS);
export const REGIONS_IN = vocabulary(REGION_WORDS);
const AGES_IN = vocabulary(AGE_GROUP_WORDS);
const GENDERS_IN = vocabulary(GENDER_WORDS, {
  v: 'woman',
  m: 'man',
  x: 'other',
  vrouwelijk: 'woman',
  mannelijk: 'man',
});
const FORMS_IN = vocabulary(FORM_WORDS, { bedelarij: 'begging', anders: 'other' });
const SECTORS_IN = vocabulary(SECTOR_WORDS, { anders: 'other' });
const PLACES_IN = vocabulary(EXPLOITED_IN_WORDS, { nederland: 'netherlands', buitenland: 'abroad', beide: 'both' });
const RECRUITED_IN = vocabulary(RECRUITED_WORDS);
const COMPLAINTS_IN = vocabulary(COMPLAINT_WORDS);
const GIVERS_IN = vocabulary(GIVER_WORDS, { persoon: 'person', zelf: 'person', ouder: 'parent', voogd: 'guardian' });
const MANNERS_IN = vocabulary(MANNER_WORDS, { schriftelijk: 'written', 'met tolk': 'signed-with-interpreter' });
const LANGUAGES_IN = vocabulary(LANGUAGE_WORDS);
const WISHES_IN = vocabulary(WISH_WORDS, { ja: 'agrees', nee: 'objects', 'weet niet': 'does-not-know' });
const INVOLVED_IN: Vocabulary<Representative> = new Map([
  ['nee', 'trusted'],
  ['ja', 'contested'],
  ['onbekend', 'unknown'],
]);
const YES_NO: Vocabulary<'ja' | 'nee'> = new Map([
  ['ja', 'ja'],
  ['nee', 'nee'],
]);
const COUNTRIES_IN: Vocabulary<string> = new Map(
  [...COUNTRIES].flatMap((code) => [[dutchFold(code), code] as const, [dutchFold(countryName(code)), code] as const]),
);

const LONGEST = { nummer: 60, naam: 200 } as const;
/** A letter that was lost when the file was saved: as a replacement mark, as two letters for one, or as a question mark inside a word. */
const BROKEN =
  /\uFFFD|[ÃÂ][\u0080-\u00BF\u2013-\u203A\u20AC\u2122\u0152\u0153\u0160\u0161\u0178\u0192]|â€|\p{L}\?\p{L}/u;

/** Reads a table with registrations, row by row as they are asked; every problem of every row at once. Nothing is kept here. */
export function readBulkTable(
  sheet: readonly (readonly string[])[],
  reporters: readonly ReporterType[],
): { readonly rows: Iterable<BulkRow> } | TableProblem<BulkColumn> {
  const table = readTable(sheet, BULK_SHAPE);
  if ('code' in table) return table;
  return { rows: readRows(table.lines, reporters) };
}

function* readRows(lines: readonly TableLine<BulkColumn>[], reporters: readonly ReporterType[]): Iterable<BulkRow> {
  for (const { line, cell } of lines) yield readRow(line, cell, reporters);
}

function readRow(line: number, cell: (column: BulkColumn) => string, reporters: readonly ReporterType[]): BulkRow {
  const problems: BulkProblem[] = [];
  const wrong = (column: BulkColumn, code: CellProblem): undefined => {
    problems.push({ line, column, code });
  };
  /** What stands in a cell; nothing when it says that it is unknown. */
  const typed = (column: BulkColumn) => (dutchFold(cell(column)) === 'onbekend' ? '' : cell(column));
  const choice = <Value extends string>(column: BulkColumn, words: Vocabulary<Value>, none?: Value) => {
    const text = typed(column);
    return text === '' ? none : (words.get(dutchFold(text)) ?? wrong(column, 'not-in-list'));
  };
  const required = <Value extends string>(column: BulkColumn, words: Vocabulary<Value>) =>
    typed(column) === '' ? wrong(column, 'missing') : choice(column, words);
  const some = <Value extends string>(column: BulkColumn, words: Vocabulary<Value>, most: number): readonly Value[] => {
    const found = typed(column)
      .split(/[;,]/)
      .map((each) => each.trim())
      .filter((each) => each !== '' && dutchFold(each) !== 'onbekend')
      .map((each) => words.get(dutchFold(each)));
    if (found.includes(undefined)) wrong(column, 'not-in-list');
    else if (found.length > most) wrong(column, 'too-many');
    return [...new Set(found.flatMap((each) => each ?? []))];
  };
  const text = (column: 'nummer' | 'naam') => {
    const found = typed(column).replace(/\s+/g, ' ');
    if (found.length > LONGEST[column]) return wrong(column, 'text-too-long');
    if (BROKEN.test(found)) return wrong(column, 'letters-broken');
    return found === '' ? undefined : found;
  };
  const date = (column: BulkColumn): PartialDate | undefined => {
    const found = typed(column);
    if (found === '') return undefined;
    return partialDateIn(found) ?? wrong(column, 'date-unreadable');
  };

  const reference = text('nummer');
  if (cell('nummer') === '') wrong('nummer', 'missing');
  else if (reference !== undefined && holdsBsn(reference)) wrong('nummer', 'holds-bsn');
  const route = required('weg', ROUTES_IN);
  const reporterType =
    cell('aanmelder') === '' && reporters.length === 1 ? reporters[0] : required('aanmelder', REPORTERS_IN);
  const content: RegistrationContent = {
    ageGroup: ageIn(typed('leeftijd')) ?? choice('leeftijd', AGES_IN, 'unknown') ?? 'unknown',
    gender: choice('geslacht', GENDERS_IN, 'unknown') ?? 'unknown',
    nationalities: some('nationaliteit', COUNTRIES_IN, 5),
    forms: some('vormen', FORMS_IN, FORMS_IN.size),
    sectors: some('sectoren', SECTORS_IN, SECTORS_IN.size),
    exploitedIn: choice('waar', PLACES_IN, 'unknown') ?? 'unknown',
    recruitedBy: choice('geworven', RECRUITED_IN, 'unknown') ?? 'unknown',
    from: date('van'),
    until: date('tot'),
    identifiedOn: date('herkend'),
    complaint: choice('aangifte', COMPLAINTS_IN, 'unknown') ?? 'unknown',
    children: childrenIn(typed('kinderen'), () => wrong('kinderen', 'number-unreadable')),
    isKmarSub3: choice('sub3', YES_NO, 'nee') === 'ja',
  };
  const region = choice('regio', REGIONS_IN, 'unknown') ?? 'unknown';
  const name = text('naam');
  const birthDate = date('geboortedatum');
  // a date of birth without a name says who it is all the same
  const person = name !== undefined || birthDate !== undefined ? { name: name ?? '', birthDate } : undefined;
  if (route !== 'nameless' && birthDate !== undefined && name === undefined && cell('naam') === '')
    wrong('naam', 'missing');
  const consent = consentIn();
  const entry =
    problems.length === 0 && route && reporterType
      ? { route, reporterType, region, content, person, consent }
      : undefined;
  return { line, reference: reference ?? '', entry, problems };

  function consentIn(): ConsentInput | undefined {
    const columns = ['gegevenDoor', 'hoe', 'gegevenOp', 'taal', 'tolk', 'wens', 'betrokken'] as const;
    if (columns.every((column) => typed(column) === '')) return undefined;
    const givenBy = required('gegevenDoor', GIVERS_IN);
    const manner = required('hoe', MANNERS_IN);
    const language = required('taal', LANGUAGES_IN);
    const wish = choice('wens', WISHES_IN);
    // that it is not known is an answer here
    const involved = dutchFold(cell('betrokken'));
    const representative =
      involved === '' ? undefined : (INVOLVED_IN.get(involved) ?? wrong('betrokken', 'not-in-list'));
    const hasInterpreter = choice('tolk', YES_NO, 'nee') === 'ja';
    const day = typed('gegevenOp');
    const givenOn = day === '' ? wrong('gegevenOp', 'missing') : dayInCell(day);
    if (day !== '' && !givenOn) wrong('gegevenOp', 'date-unreadable');
    if (!givenBy || !manner || !language || !givenOn) return undefined;
    return { givenBy, manner, language, wish, representative, hasInterpreter, givenOn };
  }
}

/** A day, a month or a year as people write it, or a day as a spreadsheet counts it. */
function partialDateIn(typed: string): PartialDate | undefined {
  const written = typed.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1');
  // before 3 October 1954 Excel counts no more than 19,999 days
  const day = /^1\d{4}$/.test(typed) ? dayOfSerial(Number(typed)) : dayInCell(typed);
  return readPartialDate(written) ?? (day as string as PartialDate | undefined);
}

const OLDEST_IN: readonly (readonly [number, AgeGroup])[] = [
  [11, '0-11'],
  [15, '12-15'],
  [17, '16-17'],
  [22, '18-22'],
  [30, '23-30'],
  [40, '31-40'],
  [50, '41-50'],
  [120, '51+'],
];

/** The group of somebody of so many years. */
function ageIn(typed: string): AgeGroup | undefined {
  if (!/^\d{1,3}$/.test(typed)) return undefined;
  return OLDEST_IN.find(([oldest]) => Number(typed) <= oldest)?.[1];
}

function childrenIn(typed: string, wrong: () => undefined): number | undefined {
  if (typed === '') return undefined;
  return /^([0-9]|[12][0-9]|30)$/.test(typed) ? Number(typed) : wrong();
}
