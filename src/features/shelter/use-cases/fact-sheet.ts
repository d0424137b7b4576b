import { heading, paragraph, table } from '../../../platform/documents/blocks.ts';
import type { DocumentTree } from '../../../platform/documents/document-tree.ts';
import type { GridRow, Shown } from '../../../shared-kernel/guarded-counts.ts';
import { addDays, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { type Evidence, type Quarter, SMALLEST, type SoughtType, type Wait } from '../domain/evidence.ts';
import type { OutflowRoute, Refusal } from '../domain/placement.ts';

/** How each key is called on screen and on paper. */
export interface SheetWords {
  readonly about: (count: number | undefined) => string;
  readonly quarter: (key: Quarter) => string;
  readonly type: (key: SoughtType) => string;
  readonly region: (key: string) => string;
  readonly wait: (key: Wait) => string;
  readonly waitMeans: string;
  readonly refusal: (key: Refusal) => string;
  readonly route: (key: OutflowRoute) => string;
}

const counted = <Key extends string>(
  about: SheetWords['about'],
  title: string,
  rows: readonly Shown<Key>[],
  wordOf: (key: Key) => string,
) => [
  heading(title),
  table(
    title,
    ['Wat', 'Ongeveer'],
    rows.map(({ key, count }) => [wordOf(key), about(count)]),
    'Niets om te tellen.',
  ),
];

/** Each region against each kind; the page and the paper lay it the same. */
const crossed = (
  words: SheetWords,
  title: string,
  rows: readonly GridRow<string, number | undefined>[],
  types: readonly Shown<SoughtType>[],
) => [
  heading(title),
  table(
    title,
    ['Gewenste regio', ...types.map(({ key }) => words.type(key))],
    rows.map(({ key, cells }) => [words.region(key), ...cells.map(words.about)]),
    'In elke regio te weinig om te noemen.',
  ),
];

/** The fact sheet of a year: the same counts as the page, guarded the same way. */
export function factSheet(
  evidence: Evidence,
  period: { readonly year: number; readonly from: PlainDate; readonly until: PlainDate },
  made: { readonly organisation: string; readonly today: PlainDate; readonly mark: string | undefined },
  words: SheetWords,
): DocumentTree {
  const { year, from, until } = period;
  return {
    title: `Feitenblad opvang ${year}`,
    subject: 'Wat er ontbreekt in de opvang van slachtoffers mensenhandel',
    author: made.organisation,
    language: 'nl-NL',
    madeOn: made.today,
    mark: made.mark,
    blocks: [
      paragraph(
        `Over ${writeDutchDate(from)} tot en met ${writeDutchDate(addDays(until, -1))}. De getallen komen vanzelf uit het werk van wie plaatst. Een laag getal kan ook betekenen dat er minder is vastgelegd.`,
      ),
      heading('In het kort'),
      table(
        'In het kort',
        ['Wat', 'Ongeveer'],
        [
          ['Aanvragen voor een plek', words.about(evidence.asked)],
          ['Waarvan zonder enige passende plek', words.about(evidence.nothing)],
          ['Dagen bezet door wie verder kon', words.about(evidence.blockedDays)],
          ['Plekken zo bezet aan het eind', words.about(evidence.blockedPlaces)],
        ],
        'Niets.',
      ),
      ...counted(words.about, 'Aanvragen per kwartaal', evidence.quarters, words.quarter),
      ...counted(words.about, 'Aanvragen per soort opvang', evidence.types, words.type),
      ...counted(words.about, 'Geen passende plek, per soort opvang', evidence.nothingByType, words.type),
      ...counted(words.about, 'Geen passende plek, per gewenste regio', evidence.nothingByRegion, words.region),
      ...crossed(words, 'Aanvragen per regio en soort', evidence.regionByType, evidence.types),
      ...crossed(words, 'Geen passende plek, per regio en soort', evidence.nothingRegionByType, evidence.types),
      ...counted(words.about, 'Hoe lang men wachtte', evidence.waits, words.wait),
      paragraph(words.waitMeans),
      ...counted(words.about, 'Waarom een opvang nee zei', evidence.refusals, words.refusal),
      paragraph(
        'Volgens de Wmo 2015 is opvang landelijk toegankelijk: een band met de regio is geen voorwaarde. Welk artikel is nog te verifiëren.',
      ),
      ...counted(words.about, 'Wie verder kon en nog geen woning had, per route', evidence.outflow, words.route),
      paragraph(
        `Minder dan ${SMALLEST} staat er niet; soms is ook een tweede getal verborgen, zodat niemand het kan uitrekenen. Getallen zijn naar beneden afgerond op vijf. Wie twee keer vroeg, telt twee keer.`,
      ),
    ],
  };
}
