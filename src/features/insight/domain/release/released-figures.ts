import { cellKey, type Dimension } from '../disclosure/counted-table.ts';
import type { Publication } from '../disclosure/linked-table.ts';
import { crossingsOf, type Property, YEAR } from './property.ts';

/** A cell as it came out: a value per property or null where all are taken together, and people, or null when hidden. */
export interface ReleasedCell {
  readonly year: string;
  readonly at: readonly (string | null)[];
  readonly people: number | null;
}

/** Figures as they were released: the same text for ever. */
export interface ReleasedFigures {
  readonly title: string;
  readonly years: readonly string[];
  readonly properties: readonly Property[];
  readonly cells: readonly ReleasedCell[];
}

/** A publication with its words, every cell in the order of years, properties and values. */
export function releasedFigures(
  title: string,
  years: readonly string[],
  properties: readonly Property[],
  publication: Publication,
): ReleasedFigures {
  const faces = facesOf(properties);
  const cells = years.flatMap((year) =>
    faces.flatMap((face) =>
      spread(properties, face).flatMap((at) => {
        const key = keyOf(year, properties, at);
        return publication.has(key) ? [{ year, at, people: publication.get(key)! }] : [];
      }),
    ),
  );
  return { title, years, properties, cells };
}

/** What was published, by the keys of the cells. */
export function publicationOf({ properties, cells }: ReleasedFigures): Publication {
  return new Map(cells.map(({ year, at, people }) => [keyOf(year, properties, at), people]));
}

/** The dimensions of these figures, the year first. */
export function dimensionsOf({
  years,
  properties,
}: Pick<ReleasedFigures, 'years' | 'properties'>): readonly Dimension[] {
  return [
    { id: YEAR, categories: years },
    ...properties.map(({ id, values }) => ({ id, categories: values.map((value) => value.id) })),
  ];
}

function keyOf(year: string, properties: readonly Property[], at: readonly (string | null)[]): string {
  return cellKey([
    [YEAR, year],
    ...properties.flatMap(({ id }, place) => (at[place] ? [[id, at[place]] as const] : [])),
  ]);
}

/** Which properties a table tells apart: none, one, or a crossing; totals first. */
function facesOf(properties: readonly Property[]): readonly (readonly string[])[] {
  const ids = properties.map(({ id }) => id);
  const crossings = crossingsOf(ids);
  return [[], ...ids.map((id) => [id]), ...crossings.filter((crossing) => crossing.length > 1)];
}

function spread(properties: readonly Property[], face: readonly string[]): readonly (readonly (string | null)[])[] {
  let found: readonly (readonly (string | null)[])[] = [[]];
  for (const { id, values } of properties)
    found = found.flatMap((at) => (face.includes(id) ? values.map((value) => [...at, value.id]) : [[...at, null]]));
  return found;
}

/** One table of two properties in one year, or of one, as people read it. */
export interface ReleasedTable {
  readonly year: string;
  readonly rows: Property;
  /** Absent when only one property was released. */
  readonly columns: Property | undefined;
  /** People in a row and column; undefined for a total over that property. */
  readonly people: (row: string | undefined, column: string | undefined) => number | null;
}

/** The tables of a year. */
export function tablesOf({ properties, cells }: ReleasedFigures, year: string): readonly ReleasedTable[] {
  const shown = new Map(cells.filter((cell) => cell.year === year).map(({ at, people }) => [at.join('|'), people]));
  const property = (id: string | undefined) => properties.find((each) => each.id === id);
  return crossingsOf(properties.map(({ id }) => id)).map(([rowId, columnId]) => ({
    year,
    rows: property(rowId)!,
    columns: property(columnId),
    people: (row, column) =>
      shown.get(
        properties.map(({ id }) => (id === rowId ? (row ?? '') : id === columnId ? (column ?? '') : '')).join('|'),
      ) ?? null,
  }));
}
