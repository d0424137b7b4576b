import { coneDirection } from './cone-direction.ts';
import { nullSpace } from './null-space.ts';

/** 0 exists and is unique; 1 no maximum-likelihood estimate; 2 not identifiable; 3 both. */
export type ExistenceCode = 0 | 1 | 2 | 3;

export interface Existence {
  readonly code: ExistenceCode;
  /** Terms whose parameter runs to ±∞ along the direction in which the likelihood keeps rising (code 1 and 3). */
  readonly escaping: readonly number[];
  /** Terms that can be exchanged for one another without changing any fitted cell (code 2 and 3). */
  readonly confounded: readonly number[];
}

const FINE: Existence = { code: 0, escaping: [], confounded: [] };
const TOLERANCE = 1e-9;

/**
 * Whether a log-linear model has a maximum-likelihood estimate on a table, and whether it is unique.
 *
 * `terms` are the terms with a finite parameter, the empty set included; `emptyTerms` those at minus infinity, whose
 * cells are no part of the table. With A+ the design of the cells with cases and A0 that of the cells without: if A+ has
 * full rank all is well. Otherwise the estimate fails when some x in the null space of A+ has A0 x ≤ 0, A0 x ≠ 0 (the
 * likelihood rises along x for ever), and it is not unique when A0 x = 0 for some x ≠ 0 of that space.
 * Source: Fienberg & Rinaldo (2012), Ann. Stat. 40(2), 996–1023; Chan, Silverman & Vincent (2021).
 */
export function existence(counts: Float64Array, terms: ArrayLike<number>, emptyTerms: ArrayLike<number>): Existence {
  const columns = terms.length;
  const design = (cell: number): Float64Array => {
    const row = new Float64Array(columns);
    for (let j = 0; j < columns; j++) if ((cell & terms[j]!) === terms[j]!) row[j] = 1;
    return row;
  };
  const withCases: Float64Array[] = [];
  for (let cell = 1; cell < counts.length; cell++) if (counts[cell]! > 0) withCases.push(design(cell));
  const { rank, basis } = nullSpace(withCases, columns);
  if (rank === columns) return FINE;

  const d = basis.length;
  const withoutCases: Float64Array[] = [];
  for (let cell = 1; cell < counts.length; cell++) {
    if (counts[cell]! > 0 || containsAny(cell, emptyTerms)) continue;
    const row = new Float64Array(d);
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) if ((cell & terms[j]!) === terms[j]!) sum += basis[i]![j]!;
      row[i] = sum;
    }
    withoutCases.push(row);
  }
  const direction = coneDirection(withoutCases, d);
  const free = nullSpace(withoutCases, d).basis;
  const affected = (vectors: readonly Float64Array[]): number[] =>
    Array.from({ length: columns }, (_, j) => j)
      .filter((j) =>
        vectors.some((x) => Math.abs(basis.reduce((sum, vector, i) => sum + x[i]! * vector[j]!, 0)) > TOLERANCE),
      )
      .map((j) => terms[j]!);
  return {
    code: ((direction ? 1 : 0) + (free.length > 0 ? 2 : 0)) as ExistenceCode,
    escaping: direction ? affected([direction]) : [],
    confounded: affected(free),
  };
}

function containsAny(cell: number, terms: ArrayLike<number>): boolean {
  for (let i = 0; i < terms.length; i++) if ((cell & terms[i]!) === terms[i]!) return true;
  return false;
}
