import { type OpenColumn, writeCsv } from '../../../platform/open-data/open-table.ts';
import { MUST_ACT_WORDS, STATE_WORDS } from '../ui/care-words.ts';
import type { CoverageRow } from '../ui/coverage-page.tsx';

function column(
  name: string,
  title: string,
  datatype: 'string' | 'integer',
  cell: (row: CoverageRow) => string | number,
): OpenColumn<CoverageRow> {
  const both = { nl: title, en: title };
  return { name, title: both, description: both, datatype, cell };
}

const COLUMNS = [
  column('code', 'Gemeentecode', 'string', ({ code }) => code),
  column('naam', 'Gemeente', 'string', ({ name }) => name),
  column('provincie', 'Provincie', 'string', ({ provinceName }) => provinceName),
  column('stand', 'Stand', 'string', ({ state }) => STATE_WORDS[state].value),
  column('gedekt', 'Combinaties gedekt', 'integer', ({ counts }) => counts.covered),
  column('nietGedekt', 'Combinaties niet gedekt', 'integer', ({ counts }) => counts.gap),
  column('onbekend', 'Combinaties onbekend', 'integer', ({ counts }) => counts.unknown),
  column('aanZet', 'Wie is aan zet', 'string', ({ mustAct }) => MUST_ACT_WORDS[mustAct]),
];

/** The table of coverage as comma-separated text: for professionals, as the page is. */
export const coverageCsv = (rows: readonly CoverageRow[], mark: string | undefined): string =>
  writeCsv(COLUMNS, rows, mark);
