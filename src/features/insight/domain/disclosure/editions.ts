import type { Cell, LinkedTable, Publication, Relation } from './linked-table.ts';

/** An earlier edition: its counts, which its publisher still has, and what it showed of them. */
export interface EarlierEdition {
  /** Number of the edition, for the keys of its cells. */
  readonly number: number;
  readonly table: LinkedTable;
  readonly shown: Publication;
}

/** A table tied to earlier editions that told of the same people. */
export interface TiedTable {
  readonly table: LinkedTable;
  /** Cells with the same counts as before: they stay as they were. */
  readonly known: Publication;
  /** What earlier editions showed of the cells that are part of `table` with the kind `earlier`. */
  readonly earlier: Publication;
}

/**
 * Ties a table to the editions before it. Where a year has the same counts as before, its cells stay as they were published.
 * Where a year was revised, the earlier cells become part of what an attacker knows, each with the change between: a change
 * of fewer people than a cell may show is as sensitive as such a cell. `groupOf` names what is revised as one: the year of a key.
 */
export function tieToEarlier(
  table: LinkedTable,
  editions: readonly EarlierEdition[],
  groupOf: (key: string) => string,
): TiedTable {
  const known = new Map<string, number | null>();
  const earlier = new Map<string, number | null>();
  const cells = new Map<string, Cell>(table.cells);
  const relations: Relation[] = [...table.relations];
  for (const edition of editions) {
    const shared = [...edition.shown.keys()].filter((key) => table.cells.has(key));
    const revised = new Set(
      shared.filter((key) => table.cells.get(key)!.count !== edition.table.cells.get(key)?.count).map(groupOf),
    );
    for (const key of shared)
      if (!revised.has(groupOf(key)) && typeof known.get(key) !== 'number') known.set(key, edition.shown.get(key)!);
    if (revised.size > 0) addRevised(edition, revised);
  }

  function addRevised({ number, table: before, shown }: EarlierEdition, revised: ReadonlySet<string>) {
    const then = (key: string) => `uitgave ${number}: ${key}`;
    const kept = (key: string) => before.cells.has(key) && revised.has(groupOf(key));
    for (const [key, cell] of before.cells) {
      if (!kept(key)) continue;
      const wasShown = shown.get(key);
      cells.set(then(key), { ...cell, kind: wasShown === undefined ? 'unpublished' : 'earlier' });
      if (wasShown === undefined) continue;
      earlier.set(then(key), wasShown);
      const now = table.cells.get(key);
      if (!now) continue;
      const change = `sinds uitgave ${number}: ${key}`;
      cells.set(change, { kind: 'change', count: now.count - cell.count, largest: 0 });
      relations.push({ total: key, parts: [then(key), change] });
    }
    for (const { total, parts } of before.relations)
      if (kept(total)) relations.push({ total: then(total), parts: parts.map(then) });
  }
  return { table: { cells, relations }, known, earlier };
}
