import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { dayInCell, readTable, type TableProblem, type TableShape } from '../../../shared-kernel/read-table.ts';
import type { Team } from './team.ts';
import {
  type Provider,
  TRAINED_WORK_NAMES,
  TRAINED_WORKS,
  type TrainedWork,
  type TrainingFacts,
  type TrainingRefusal,
  trainingPeriod,
} from './training.ts';

/** The columns of a table of trained people, with the headings that people write above them. */
export const IMPORT_COLUMNS = {
  naam: ['naam', 'medewerker', 'naam medewerker', 'voornaam en achternaam'],
  email: ['e mail', 'email', 'e mailadres', 'emailadres', 'mail'],
  functie: ['functie', 'rol', 'werk', 'afdeling'],
  team: ['team', 'teamnaam'],
  cursus: ['cursus', 'training', 'opleiding', 'naam training'],
  aanbieder: ['aanbieder', 'gegeven door', 'opleider', 'organisatie'],
  gevolgdOp: ['gevolgd op', 'datum', 'behaald op', 'datum training'],
  geldigTot: ['geldig tot', 'verloopt op', 'einddatum', 'geldigtot'],
  begonnenOp: ['begonnen op', 'in dienst', 'in dienst sinds', 'startdatum', 'begonnenop'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ImportColumn = keyof typeof IMPORT_COLUMNS;

/** So many rows at once. */
export const MOST_ROWS = 2000;
const SHAPE: TableShape<ImportColumn> = {
  columns: IMPORT_COLUMNS,
  required: ['naam', 'email', 'functie', 'cursus', 'gevolgdOp'],
  mostRows: MOST_ROWS,
};

const LONGEST = 200;
/** Two parts around one @, with a point in the last; who typed a comma or a space did not mean an address. */
const ADDRESS = /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,180}\.[a-z]{2,}$/;

/** What the register holds when a table is read. */
export interface ImportGround {
  readonly teams: readonly Pick<Team, 'id' | 'name' | 'work'>[];
  /** Who is in it, by address; and by team and name who has no address yet. */
  readonly byEmail: ReadonlyMap<string, { readonly id: string; readonly teamId: string | undefined }>;
  readonly byName: ReadonlyMap<string, string>;
  /** Trainings that are recorded: `recordKey` of each. */
  readonly recorded: ReadonlySet<string>;
  readonly today: PlainDate;
}

export const nameKey = (teamId: string, name: string): string => `${teamId} ${dutchFold(name)}`;
export const recordKey = (
  traineeId: string,
  { work, course, followedOn }: Pick<TrainingFacts, 'work' | 'course' | 'followedOn'>,
): string => `${traineeId} ${work} ${followedOn} ${dutchFold(course)}`;

/** One training of one person, as it will be recorded. */
export interface ImportedTraining {
  readonly name: string;
  readonly email: string;
  readonly teamId: string;
  readonly startedOn: PlainDate | undefined;
  /** Who is meant, when she is in the register. */
  readonly traineeId: string | undefined;
  readonly facts: TrainingFacts;
}

export type RowProblem =
  | TrainingRefusal['code']
  | 'name-missing'
  | 'text-too-long'
  | 'email-missing'
  | 'email-unreadable'
  | 'work-missing'
  | 'work-unknown'
  | 'team-unknown'
  | 'team-missing'
  | 'in-other-team'
  | 'course-missing'
  | 'date-missing'
  | 'date-unreadable'
  | 'started-in-future'
  | 'row-double';

/** One row as it was read: what it says, that it stands in the register already, or in which column it goes wrong. */
export interface ImportRow {
  /** The line of the table, the heading being line 1. */
  readonly line: number;
  readonly name: string;
  readonly course: string;
  readonly training: ImportedTraining | undefined;
  readonly isRecorded: boolean;
  readonly problems: readonly { readonly column: ImportColumn; readonly code: RowProblem }[];
}

export type ImportProblem = TableProblem<ImportColumn>;

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
    if (!row.training) return row;
    const key = recordKey(row.training.email, row.training.facts);
    if (seen.has(key)) return refused(row, 'cursus', 'row-double');
    seen.add(key);
    return row;
  });
  return { rows };
}

function refused(row: ImportRow, column: ImportColumn, code: RowProblem): ImportRow {
  return { ...row, training: undefined, isRecorded: false, problems: [...row.problems, { column, code }] };
}

/** In which column a refusal of the period is put right. */
const COLUMN_OF: Readonly<Record<TrainingRefusal['code'], ImportColumn>> = {
  'followed-in-future': 'gevolgdOp',
  'training-lapsed': 'gevolgdOp',
  'valid-before-followed': 'geldigTot',
  'valid-too-long': 'geldigTot',
};

function readRow(cell: (column: ImportColumn) => string, line: number, ground: ImportGround): ImportRow {
  const problems: { column: ImportColumn; code: RowProblem }[] = [];
  const wrong = (column: ImportColumn, code: RowProblem) => {
    problems.push({ column, code });
    return undefined;
  };
  const text = (column: 'naam' | 'cursus', code: RowProblem) => {
    const typed = cell(column).replace(/\s+/g, ' ');
    if (typed.length > LONGEST) return wrong(column, 'text-too-long');
    return typed === '' ? wrong(column, code) : typed;
  };
  const dateIn = (column: ImportColumn) =>
    cell(column) === '' ? undefined : (dayInCell(cell(column)) ?? wrong(column, 'date-unreadable'));
  const name = text('naam', 'name-missing');
  const typedEmail = cell('email').toLowerCase();
  const email = ADDRESS.test(typedEmail)
    ? typedEmail
    : wrong('email', typedEmail === '' ? 'email-missing' : 'email-unreadable');
  const work = workOf(cell('functie')) ?? wrong('functie', cell('functie') === '' ? 'work-missing' : 'work-unknown');
  const course = text('cursus', 'course-missing');
  const followedOn = dateIn('gevolgdOp') ?? (cell('gevolgdOp') === '' ? wrong('gevolgdOp', 'date-missing') : undefined);
  const until = dateIn('geldigTot');
  const startedOn = dateIn('begonnenOp');
  if (startedOn !== undefined && startedOn > ground.today) wrong('begonnenOp', 'started-in-future');
  const team = work && teamOf(work, cell('team'), ground);
  if (typeof team === 'string') wrong('team', team);
  const row: ImportRow = {
    line,
    name: cell('naam').slice(0, LONGEST),
    course: cell('cursus').slice(0, LONGEST),
    training: undefined,
    isRecorded: false,
    problems,
  };
  const period = followedOn && trainingPeriod(followedOn, until, ground.today);
  if (period && !period.ok) return refused(row, COLUMN_OF[period.error.code], period.error.code);
  if (problems.length > 0 || !name || !email || !work || !course || !period || !team || typeof team === 'string')
    return row;
  const known = ground.byEmail.get(email);
  if (known && known.teamId !== undefined && known.teamId !== team.id) return refused(row, 'team', 'in-other-team');
  const traineeId = known?.id ?? ground.byName.get(nameKey(team.id, name));
  const facts = { work, course, provider: providerOf(cell('aanbieder')), ...period.value };
  const isRecorded = traineeId !== undefined && ground.recorded.has(recordKey(traineeId, facts));
  return { ...row, isRecorded, training: { name, email, teamId: team.id, startedOn, traineeId, facts } };
}

/** A code, or the name of the work as people write it. */
export function workOf(typed: string): TrainedWork | undefined {
  const folded = dutchFold(typed);
  if (folded === '') return undefined;
  const code = TRAINED_WORKS.find((work) => work.toLowerCase() === folded);
  if (code) return code;
  if (folded.startsWith('aandachtsfunctionaris') || folded.startsWith('vervanger')) return 'AF';
  if (['bestuurder', 'burgemeester', 'wethouder', 'raadslid', 'raad', 'college'].includes(folded)) return 'BB';
  return TRAINED_WORKS.find((work) => dutchFold(TRAINED_WORK_NAMES[work]) === folded);
}

function teamOf(
  work: TrainedWork,
  typed: string,
  { teams }: ImportGround,
): Pick<Team, 'id'> | 'team-unknown' | 'team-missing' {
  const ofWork = teams.filter((team) => team.work === work);
  if (typed !== '') return ofWork.find(({ name }) => dutchFold(name) === dutchFold(typed)) ?? 'team-unknown';
  if (ofWork.length > 1) return 'team-missing';
  return ofWork[0] ?? 'team-unknown';
}

const PROVIDER_WORDS: readonly (readonly [string, Provider])[] = [
  ['mensenhandel academy', 'mensenhandel-academy'],
  ['comensha', 'mensenhandel-academy'],
  ['ccv', 'ccv'],
  ['politieacademie', 'police-academy'],
  ['eigen', 'own-trainer'],
];

function providerOf(typed: string): Provider {
  const folded = dutchFold(typed);
  return PROVIDER_WORDS.find(([words]) => folded.includes(words))?.[1] ?? 'other';
}
