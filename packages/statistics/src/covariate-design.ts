import type { CovariateCells } from './covariate-cells.ts';

/** A term of a model with covariates: bit i for list i, bit k + c for covariate c; 0 is the intercept. */
export type CovariateTerm = number;

/** A column of the design: 1 in cells on all `lists` and at each of the `levels` [covariate, level]. */
export interface DesignColumn {
  readonly term: CovariateTerm;
  readonly lists: number;
  readonly levels: readonly (readonly [covariate: number, level: number])[];
}

/** Columns of terms in treatment coding: one per combination of levels other than the first. */
export function designColumns(cells: CovariateCells, terms: readonly CovariateTerm[]): DesignColumn[] {
  return terms.flatMap((term) =>
    combinations(cells, term, 1).map((levels) => ({ term, lists: listsOf(cells, term), levels })),
  );
}

/** Which columns are 1 for a history in a pattern. */
export function designRow(columns: readonly DesignColumn[], history: number, pattern: readonly number[]): number[] {
  const ones: number[] = [];
  columns.forEach(({ lists, levels }, j) => {
    if ((history & lists) === lists && levels.every(([c, level]) => pattern[c] === level)) ones.push(j);
  });
  return ones;
}

/**
 * Cells that a model puts at zero: those of a term, at some combination of its levels, without a single case (the
 * parameter is minus infinity, as for an empty overlap of two lists). Dark cells can be among them, when a combination of
 * covariates does not occur at all.
 */
export function emptyCells(cells: CovariateCells, terms: readonly CovariateTerm[], counts: Float64Array): Uint8Array {
  const size = 2 ** cells.lists.length;
  const empty = new Uint8Array(counts.length);
  for (const term of terms) {
    const lists = listsOf(cells, term);
    for (const levels of combinations(cells, term, 0)) {
      const inside: number[] = [];
      let cases = 0;
      cells.patterns.forEach((pattern, g) => {
        if (!levels.every(([c, level]) => pattern[c] === level)) return;
        for (let w = lists; w < size; w++) {
          if ((w & lists) !== lists) continue;
          inside.push(g * size + w);
          cases += counts[g * size + w]!;
        }
      });
      if (cases === 0) for (const cell of inside) empty[cell] = 1;
    }
  }
  return empty;
}

function listsOf(cells: CovariateCells, term: CovariateTerm): number {
  return term & (2 ** cells.lists.length - 1);
}

/** Every combination of levels, from number `first` on, of the covariates in a term. */
function combinations(cells: CovariateCells, term: CovariateTerm, first: 0 | 1): (readonly [number, number])[][] {
  return cells.covariates.reduce<(readonly [number, number])[][]>(
    (sofar, { levels }, c) =>
      (term >> (cells.lists.length + c)) & 1
        ? sofar.flatMap((some) => levels.slice(first).map((_, level) => [...some, [c, level + first] as const]))
        : sofar,
    [[]],
  );
}
