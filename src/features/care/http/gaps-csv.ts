import { type OpenColumn, writeCsv } from '../../../platform/open-data/open-table.ts';
import { type CellGroup, type Cells, cellsWhere, groupCells } from '../domain/cells.ts';
import { type Coverage, type MustAct, whoMustAct } from '../domain/coverage.ts';
import { groupWords, MUST_ACT_WORDS } from '../ui/care-words.ts';
import type { CoverageRow } from '../ui/coverage-page.tsx';

/** Combinations in one municipality that nobody serves, or of which nobody knows, that are alike. */
export interface GapRow {
  readonly at: Pick<CoverageRow, 'code' | 'name' | 'provinceName'>;
  readonly group: CellGroup;
  readonly isKnown: boolean;
  readonly mustAct: MustAct;
}

/** What is not covered in one municipality, the gaps before what is unknown, each with who must act for it. */
export function gapsIn(at: GapRow['at'], coverage: Coverage, asked: Cells): readonly GapRow[] {
  const of = (cells: Cells, isKnown: boolean) =>
    groupCells(cells & asked).map((group) => ({
      at,
      group,
      isKnown,
      mustAct: whoMustAct(coverage, cellsOfGroup(group)),
    }));
  return [...of(coverage.gap, true), ...of(coverage.unknown, false)];
}

const cellsOfGroup = ({ moments, genders, ages, forms }: CellGroup): Cells =>
  cellsWhere(
    ({ moment, gender, age, form }) =>
      moments.includes(moment) && genders.includes(gender) && ages.includes(age) && forms.includes(form),
  );

function column(name: string, title: string, cell: (row: GapRow) => string): OpenColumn<GapRow> {
  const both = { nl: title, en: title };
  return { name, title: both, description: both, datatype: 'string', cell };
}

const COLUMNS = [
  column('code', 'Gemeentecode', ({ at }) => at.code),
  column('naam', 'Gemeente', ({ at }) => at.name),
  column('provincie', 'Provincie', ({ at }) => at.provinceName),
  column('stand', 'Stand', ({ isKnown }) => (isKnown ? 'niet gedekt' : 'onbekend')),
  column('moment', 'Wanneer', ({ group }) => groupWords(group).when),
  column('geslacht', 'Voor wie', ({ group }) => groupWords(group).genders),
  column('leeftijd', 'Leeftijd', ({ group }) => groupWords(group).ages),
  column('vorm', 'Vorm', ({ group }) => groupWords(group).forms),
  column('aanZet', 'Wie is aan zet', ({ mustAct }) => MUST_ACT_WORDS[mustAct]),
];

/** The list of gaps as comma-separated text: for professionals, as the page is. */
export const gapsCsv = (rows: readonly GapRow[], mark: string | undefined): string => writeCsv(COLUMNS, rows, mark);
