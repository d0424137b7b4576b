import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { TableShape } from '../../../shared-kernel/read-table.ts';

/** The columns of a file with registrations, with the headings that people write above them. */
export const BULK_COLUMNS = {
  nummer: ['eigen nummer', 'nummer', 'kenmerk', 'eigen kenmerk', 'regelnummer'],
  weg: ['manier', 'weg', 'manier van aanmelden', 'hoe aangemeld'],
  aanmelder: ['aanmelder', 'soort aanmelder', 'organisatie'],
  regio: ['politieregio', 'regio', 'politie eenheid', 'eenheid'],
  naam: ['naam', 'naam persoon', 'volledige naam'],
  geboortedatum: ['geboortedatum', 'geboren', 'geboren op', 'geboorte'],
  leeftijd: ['leeftijd', 'leeftijdsgroep', 'leeftijdsklasse'],
  geslacht: ['geslacht', 'gender'],
  nationaliteit: ['nationaliteit', 'nationaliteiten', 'land'],
  vormen: ['vorm', 'vormen', 'vorm van uitbuiting', 'vormen van uitbuiting'],
  sectoren: ['werk', 'sector', 'sectoren', 'soort werk'],
  waar: ['waar', 'plaats van uitbuiting', 'waar uitgebuit'],
  geworven: ['geworven', 'werving', 'hoe geworven', 'geworven door'],
  van: ['vanaf', 'van', 'begin', 'startdatum'],
  tot: ['tot', 'tot en met', 'einde', 'einddatum'],
  herkend: ['herkend', 'herkend op', 'datum herkend', 'gesignaleerd op'],
  aangifte: ['aangifte', 'aangifte gedaan'],
  kinderen: ['kinderen', 'kinderen erbij', 'aantal kinderen'],
  sub3: ['273f onder 3', 'artikel 273f onder 3', 'sub 3', 'sub3'],
  gegevenDoor: ['toestemming van', 'toestemming door', 'toestemming gegeven door'],
  hoe: ['toestemming hoe', 'hoe toestemming', 'wijze van toestemming'],
  gegevenOp: ['toestemming op', 'datum toestemming', 'toestemming datum'],
  taal: ['toestemming taal', 'taal', 'taal toestemming'],
  tolk: ['tolk', 'met tolk', 'tolk erbij'],
  wens: ['wens van het kind', 'wens kind', 'wens'],
  betrokken: ['ouder of voogd betrokken', 'betrokken', 'zelf betrokken'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type BulkColumn = keyof typeof BULK_COLUMNS;

/** So many registrations in one file. */
export const MOST_BULK_ROWS = 10_000;

export const BULK_SHAPE: TableShape<BulkColumn> = {
  columns: BULK_COLUMNS,
  required: ['nummer', 'weg'],
  mostRows: MOST_BULK_ROWS,
};

/** What never travels in a file: the file is refused as a whole, so that it is not even kept. */
const NEVER_IN_A_FILE: readonly RegExp[] = [
  /verblijf/,
  /^(?:v|vreemdelingen) ?nummer$/,
  /vreemdeling/,
  /^(?:ind|cos) ?nummer$/,
  /^bsn\b/,
  /burgerservice/,
  /sofi ?nummer/,
  /^residence/,
];

/** The headings that may not stand in a file with registrations, as they were written. */
export function headingsNotAllowed(headings: readonly string[]): readonly string[] {
  return headings.filter((heading) => {
    const folded = dutchFold(heading.trim());
    return NEVER_IN_A_FILE.some((pattern) => pattern.test(folded));
  });
}

/** What is wrong in a cell, before any rule of registering is asked. */
export type CellProblem =
  | 'missing'
  | 'not-in-list'
  | 'too-many'
  | 'date-unreadable'
  | 'number-unreadable'
  | 'text-too-long'
  | 'letters-broken'
  | 'holds-bsn'
  | 'number-twice'
  | 'number-used-before';

/** In which column a refusal of the rules is put right. */
export const COLUMN_OF_REFUSAL = {
  'from-in-future': 'van',
  'until-in-future': 'tot',
  'identified-in-future': 'herkend',
  'birth-date-in-future': 'geboortedatum',
  'ends-before-start': 'tot',
  'unknown-nationality': 'nationaliteit',
  'kmar-only': 'sub3',
  'other-reporter': 'aanmelder',
  'only-duty-bound': 'weg',
  'age-unknown': 'leeftijd',
  'person-too-young': 'gegevenDoor',
  'person-old-enough': 'gegevenDoor',
  'wish-missing': 'wens',
  'child-objects': 'wens',
  'consent-in-future': 'gegevenOp',
  'own-rules': 'gegevenDoor',
  'interpreter-missing': 'tolk',
  'representative-not-judged': 'betrokken',
  'representative-contested': 'betrokken',
  'no-consent-needed': 'gegevenDoor',
  'consent-missing': 'gegevenDoor',
  'name-missing': 'naam',
  'name-present': 'naam',
  'consent-lapsed': 'gegevenOp',
} as const satisfies Readonly<Record<string, BulkColumn>>;
export type RuleProblem = keyof typeof COLUMN_OF_REFUSAL;

/** One thing that is wrong: where, and what. Never what stands in the cell. */
export interface BulkProblem {
  /** The line of the table, the heading being line 1. */
  readonly line: number;
  readonly column: BulkColumn;
  readonly code: CellProblem | RuleProblem;
}

/** How the rows of a file are registered: all of them or none, or the good ones and not the others. */
export const BULK_MODES = ['all', 'good'] as const;
export type BulkMode = (typeof BULK_MODES)[number];

/** Where a file with registrations stands. */
export type BulkStanding = 'read' | 'running' | 'stopped' | 'done' | 'discarded';

export interface BulkProgress {
  readonly startedAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  /** Why it stopped before its end. */
  readonly stoppedBy: string | undefined;
}

/** Whoever brought it did not want it registered. */
export const DISCARDED = 'discarded';

/** Follows from what happened; never stored. */
export function bulkStanding({ startedAt, finishedAt, stoppedBy }: BulkProgress): BulkStanding {
  if (stoppedBy === DISCARDED) return 'discarded';
  if (finishedAt) return 'done';
  if (stoppedBy !== undefined) return 'stopped';
  return startedAt ? 'running' : 'read';
}
