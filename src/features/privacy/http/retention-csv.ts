import { type OpenColumn, writeCsv } from '../../../platform/open-data/open-table.ts';
import type { ErasedView } from '../ui/retention-view.ts';

function column(name: string, title: string, cell: (line: ErasedView) => string): OpenColumn<ErasedView> {
  const both = { nl: title, en: title };
  return { name, title: both, description: both, datatype: 'string', cell };
}

const COLUMNS = [
  column('id', 'Nummer', ({ id }) => id),
  column('gewistTijdstip', 'Gewist op', ({ erasedAt }) => erasedAt.toISOString()),
  column('wat', 'Wat', ({ what }) => what),
  column('soort', 'Soort gegeven', ({ subjectKind }) => subjectKind),
  column('termijn', 'Termijn (ISO 8601)', ({ period }) => period),
  column('teltVanaf', 'Telde vanaf', ({ startsOn }) => startsOn),
  column('categorie', 'Categorie van de selectielijst', ({ category }) => category),
  column('aantallen', 'Regels per tabel', ({ erased }) =>
    Object.entries(erased)
      .map(([table, rows]) => `${table}: ${rows}`)
      .join('; '),
  ),
];

/** The declaration of destruction as comma-separated text, for the archive. */
export function writeErased(lines: readonly ErasedView[], mark: string | undefined): string {
  return writeCsv(COLUMNS, lines, mark);
}
