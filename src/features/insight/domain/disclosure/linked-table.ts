/**
 * What a cell is to a reader. `published`: stands in the publication, as a number or hidden. `unpublished`: is part of the
 * sums and never shown, but can be reasoned about. `earlier`: stood in an earlier edition and cannot be taken back.
 * `change`: by how much a count differs from that edition; may be negative.
 */
export type CellKind = 'published' | 'unpublished' | 'earlier' | 'change';

/** One count of people. */
export interface Cell {
  readonly kind: CellKind;
  readonly count: number;
  /** How many of them the largest contributor counted; 0 when that is not known of this cell. */
  readonly largest: number;
}

/** A total and the parts it is the sum of, by key. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Counts of people that hang together: a table with its totals, or several tables and editions that share cells. */
export interface LinkedTable {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly relations: readonly Relation[];
}

/** What is published of each cell: a number, or null for a cell that is kept back. Every hidden cell looks the same. */
export type Publication = ReadonlyMap<string, number | null>;

/** Two tables as one, for cells that have the same key in both, with what else ties them. */
export function linkTables(a: LinkedTable, b: LinkedTable, between: readonly Relation[] = []): LinkedTable {
  return { cells: new Map([...a.cells, ...b.cells]), relations: [...a.relations, ...b.relations, ...between] };
}
