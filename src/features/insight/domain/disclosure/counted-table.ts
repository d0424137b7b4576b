import type { Cell, LinkedTable, Relation } from './linked-table.ts';

/** One line of a table before protection: how many people have these values, and who counted them. */
export interface CountedRow {
  /** A value for every dimension, in their order. */
  readonly values: readonly string[];
  /** Organisation that counted; equal texts are one contributor. */
  readonly contributor: string;
  readonly count: number;
}

/** A property that people are told apart by, with every value it can have. */
export interface Dimension {
  readonly id: string;
  readonly categories: readonly string[];
}

/** Counts by all dimensions at once. The first dimension is the year: nothing is summed over it. */
export interface CountedTable {
  readonly dimensions: readonly Dimension[];
  readonly rows: readonly CountedRow[];
}

/** The dimensions that one published table crosses besides the year, by id. */
export type Crossing = readonly string[];

/** The key of a cell: the values it is about, in the order of the dimensions; what is left out is summed over. */
export function cellKey(values: readonly (readonly [dimension: string, value: string])[]): string {
  return values.map(([dimension, value]) => `${dimension}=${value}`).join('|');
}

/**
 * Every cell of these crossings with all their totals, per year, as one linked table. A margin that two crossings share is one
 * cell. The finest cells, by all dimensions at once, are part of it too: nobody sees them, but who knows every margin can
 * reason about them. What has no row counts nought.
 */
export function linkedTableOf({ dimensions, rows }: CountedTable, crossings: readonly Crossing[]): LinkedTable {
  const [year, ...others] = dimensions;
  if (!year) throw new RangeError('een tabel heeft een jaar');
  const faces = facesOf(
    others.map(({ id }) => id),
    crossings,
  );
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  for (const when of year.categories) {
    const ofYear = rows.filter(({ values }) => values[0] === when);
    for (const face of faces) {
      const chosen = others.filter(({ id }) => face.ids.includes(id));
      for (const [key, cell] of cellsOf(year.id, when, chosen, others, ofYear))
        cells.set(key, { ...cell, kind: face.isPublished ? 'published' : 'unpublished' });
      for (const finer of finerFaces(face, faces)) relations.push(...sumsOf(year.id, when, chosen, finer.ids, others));
    }
  }
  return { cells, relations };
}

interface Face {
  readonly ids: readonly string[];
  readonly isPublished: boolean;
}

/** Every subset of a crossing is published with it; the whole of all dimensions is there, published or not. */
function facesOf(all: readonly string[], crossings: readonly Crossing[]): readonly Face[] {
  const published = new Set(
    crossings.flatMap((crossing) => subsets(all.filter((id) => crossing.includes(id))).map((ids) => ids.join())),
  );
  published.add('');
  const faces = subsets(all)
    .filter((ids) => published.has(ids.join()))
    .map((ids) => ({ ids, isPublished: true }));
  return published.has(all.join()) ? faces : [...faces, { ids: all, isPublished: false }];
}

function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [[]];
  for (const id of ids) found.push(...found.map((subset) => [...subset, id]));
  return found;
}

/** The faces with one dimension more, or else the whole: a total is the sum of its cells in each of them. */
function finerFaces(face: Face, faces: readonly Face[]): readonly Face[] {
  const within = faces.filter(({ ids }) => ids.length > face.ids.length && face.ids.every((id) => ids.includes(id)));
  const next = within.filter(({ ids, isPublished }) => isPublished && ids.length === face.ids.length + 1);
  return next.length > 0 ? next : within.slice(-1);
}

function* cellsOf(
  yearId: string,
  when: string,
  chosen: readonly Dimension[],
  others: readonly Dimension[],
  rows: readonly CountedRow[],
): Generator<readonly [key: string, cell: Omit<Cell, 'kind'>]> {
  const places = chosen.map((dimension) => others.indexOf(dimension) + 1);
  const byKey = new Map<string, { count: number; readonly byContributor: Map<string, number> }>();
  for (const { values, contributor, count } of rows) {
    const key = cellKey([[yearId, when], ...chosen.map(({ id }, at) => [id, values[places[at]!]!] as const)]);
    const sum = byKey.get(key) ?? { count: 0, byContributor: new Map() };
    sum.count += count;
    sum.byContributor.set(contributor, (sum.byContributor.get(contributor) ?? 0) + count);
    byKey.set(key, sum);
  }
  for (const values of combinations(chosen)) {
    const key = cellKey([[yearId, when], ...values]);
    const sum = byKey.get(key);
    yield [key, { count: sum?.count ?? 0, largest: sum ? Math.max(...sum.byContributor.values()) : 0 }];
  }
}

function sumsOf(
  yearId: string,
  when: string,
  chosen: readonly Dimension[],
  finer: readonly string[],
  others: readonly Dimension[],
): readonly Relation[] {
  const more = others.filter(({ id }) => finer.includes(id));
  const byTotal = new Map<string, string[]>();
  for (const values of combinations(more)) {
    const total = cellKey([[yearId, when], ...values.filter(([id]) => chosen.some((each) => each.id === id))]);
    const parts = byTotal.get(total) ?? [];
    parts.push(cellKey([[yearId, when], ...values]));
    byTotal.set(total, parts);
  }
  return [...byTotal].map(([total, parts]) => ({ total, parts }));
}

/** Every combination of one value per dimension. */
export function combinations(
  dimensions: readonly Dimension[],
): readonly (readonly (readonly [dimension: string, value: string])[])[] {
  return dimensions.reduce<readonly (readonly (readonly [string, string])[])[]>(
    (so, { id, categories }) => so.flatMap((before) => categories.map((value) => [...before, [id, value] as const])),
    [[]],
  );
}
