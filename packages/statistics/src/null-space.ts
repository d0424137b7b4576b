const TOLERANCE = 1e-9;

/** What row reduction tells of a matrix: its rank and a basis of the vectors it sends to 0. */
export interface NullSpace {
  readonly rank: number;
  /** Each of length `columns`. */
  readonly basis: readonly Float64Array[];
}

/**
 * Rank and null space of a matrix of small numbers (0 and 1, or differences of those), by Gauss–Jordan elimination with
 * partial pivoting; entries below 1e-9 count as 0. The rows are overwritten.
 */
export function nullSpace(rows: Float64Array[], columns: number): NullSpace {
  const pivotColumns: number[] = [];
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column++) {
    let best = rank;
    for (let r = rank + 1; r < rows.length; r++) {
      if (Math.abs(rows[r]![column]!) > Math.abs(rows[best]![column]!)) best = r;
    }
    if (Math.abs(rows[best]![column]!) <= TOLERANCE) continue;
    const pivotRow = rows[best]!;
    rows[best] = rows[rank]!;
    rows[rank] = pivotRow;
    const pivot = pivotRow[column]!;
    for (let j = column; j < columns; j++) pivotRow[j]! /= pivot;
    for (let r = 0; r < rows.length; r++) {
      if (r === rank) continue;
      const row = rows[r]!;
      const factor = row[column]!;
      if (Math.abs(factor) <= TOLERANCE) continue;
      for (let j = column; j < columns; j++) row[j]! -= factor * pivotRow[j]!;
    }
    pivotColumns.push(column);
    rank++;
  }
  const basis: Float64Array[] = [];
  for (let column = 0; column < columns; column++) {
    if (pivotColumns.includes(column)) continue;
    const vector = new Float64Array(columns);
    vector[column] = 1;
    pivotColumns.forEach((pivot, r) => {
      vector[pivot] = -rows[r]![column]!;
    });
    basis.push(vector);
  }
  return { rank, basis };
}
