import { NumberText } from '../../../../ui/format/number-text.tsx';
import { useLanguage } from '../../../../ui/language.tsx';
import { type Column, Table } from '../../../../ui/show/table.tsx';
import type { Property } from '../../domain/release/property.ts';
import { type ReleasedFigures, type ReleasedTable, tablesOf } from '../../domain/release/released-figures.ts';
import { REGISTERED_TEXTS, wordOf } from './registered-texts.tsx';

/** A count as it came out; every hidden one looks the same. */
export function ReleasedCount({ people }: { people: number | null }) {
  const { hidden } = REGISTERED_TEXTS[useLanguage()];
  return people === null ? <span class="ib-soft">{hidden}</span> : <NumberText value={people} />;
}

/** All tables of one year. */
export function ReleasedTables({ figures, year }: { figures: ReleasedFigures; year: string }) {
  return (
    <>
      {tablesOf(figures, year).map((table) => (
        <OneTable key={`${table.rows.id} ${table.columns?.id}`} table={table} />
      ))}
    </>
  );
}

interface Line {
  readonly id: string | undefined;
  readonly name: string;
}

function OneTable({ table }: { table: ReleasedTable }) {
  const language = useLanguage();
  const texts = REGISTERED_TEXTS[language];
  const { rows, columns, year, people } = table;
  const lines = (property: Property): readonly Line[] => [
    ...property.values.map(({ id, name }) => ({ id, name: wordOf(property.id, id, name, language) })),
    { id: undefined, name: texts.together },
  ];
  const nameOf = ({ id, name }: Property) => wordOf(id, '', name, language);
  const counts: readonly Column<Line>[] = columns
    ? lines(columns).map((column) => ({
        header: column.name,
        kind: 'number',
        cell: (row) => <ReleasedCount people={people(row.id, column.id)} />,
      }))
    : [{ header: texts.people, kind: 'number', cell: (row) => <ReleasedCount people={people(row.id, undefined)} /> }];
  return (
    <Table
      id={`tabel-${year}-${rows.id}${columns ? `-${columns.id}` : ''}`}
      narrow="scroll"
      caption={columns ? texts.crossed(year, nameOf(rows), nameOf(columns)) : texts.single(year, nameOf(rows))}
      rows={lines(rows)}
      rowKey={({ id }) => id ?? 'samen'}
      columns={[{ header: nameOf(rows), cell: ({ name }) => name }, ...counts]}
    />
  );
}
