const TOLERANCE = 1e-9;

/**
 * A direction x with Zx ≤ 0 and Zx ≠ 0, or null when there is none.
 *
 * One dimension: the single column has one sign. More: the linear programme max −Σ(Zx) subject to Zx ≤ 0 and
 * −Σ(Zx) ≤ 1, whose optimum is 1 or 0, by the simplex method with Bland's rule (no cycling); the origin is feasible.
 * `rows` holds Z by row, each of length d ≥ 1.
 */
export function coneDirection(rows: readonly Float64Array[], d: number): Float64Array | null {
  const distinct = distinctRays(rows);
  if (distinct.length === 0) return null;
  if (d === 1) {
    const signs = new Set(distinct.map((row) => Math.sign(row[0]!)));
    return signs.size === 1 ? Float64Array.of(signs.has(1) ? -1 : 1) : null;
  }
  const m = distinct.length + 1;
  const width = 2 * d + m + 1;
  // Variables: x⁺ (d), x⁻ (d), slacks (m), right-hand side.
  const tableau = Array.from({ length: m }, () => new Float64Array(width));
  const objective = new Float64Array(width);
  distinct.forEach((row, r) => {
    for (let j = 0; j < d; j++) {
      tableau[r]![j] = row[j]!;
      tableau[r]![d + j] = -row[j]!;
      objective[j]! -= row[j]!;
      objective[d + j]! += row[j]!;
    }
  });
  tableau[m - 1]!.set(objective);
  for (let r = 0; r < m; r++) tableau[r]![2 * d + r] = 1;
  tableau[m - 1]![width - 1] = 1;
  const basis = Array.from({ length: m }, (_, r) => 2 * d + r);
  for (;;) {
    let entering = 0;
    while (entering < width - 1 && objective[entering]! <= TOLERANCE) entering++;
    if (entering === width - 1) return null;
    let leaving = -1;
    let best = Number.POSITIVE_INFINITY;
    for (let r = 0; r < m; r++) {
      const pivot = tableau[r]![entering]!;
      if (pivot <= TOLERANCE) continue;
      const ratio = tableau[r]![width - 1]! / pivot;
      if (ratio < best - TOLERANCE || (ratio < best + TOLERANCE && leaving >= 0 && basis[r]! < basis[leaving]!)) {
        best = Math.min(best, ratio);
        leaving = r;
      }
    }
    if (leaving < 0) return null;
    const pivotRow = tableau[leaving]!;
    const pivot = pivotRow[entering]!;
    for (let j = 0; j < width; j++) pivotRow[j]! /= pivot;
    for (const row of [...tableau, objective]) {
      if (row === pivotRow) continue;
      const factor = row[entering]!;
      if (factor === 0) continue;
      for (let j = 0; j < width; j++) row[j]! -= factor * pivotRow[j]!;
    }
    basis[leaving] = entering;
    if (-objective[width - 1]! > TOLERANCE) {
      const direction = new Float64Array(d);
      basis.forEach((variable, r) => {
        const value = tableau[r]![width - 1]!;
        if (variable < d) direction[variable]! += value;
        else if (variable < 2 * d) direction[variable - d]! -= value;
      });
      return direction;
    }
  }
}

/** Rows scaled to a largest entry of 1, zero rows and repeats left out. */
function distinctRays(rows: readonly Float64Array[]): Float64Array[] {
  const seen = new Map<string, Float64Array>();
  for (const row of rows) {
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest <= TOLERANCE) continue;
    const scaled = row.map((value) => (Math.abs(value) <= TOLERANCE ? 0 : value / largest));
    seen.set(
      scaled.reduce((key, value) => `${key} ${value.toFixed(7)}`, ''),
      scaled,
    );
  }
  return [...seen.values()];
}
