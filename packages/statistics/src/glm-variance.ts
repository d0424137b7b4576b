/**
 * Variance of the logarithm of the dark cell as R's `glm` reports it.
 *
 * Iteratively reweighted least squares from mu = n + 0.1, stopped as `glm` stops (|dev − dev'| / (|dev| + 0.1) < 1e-8, at
 * most 25 steps); the variance comes from the weights of the last step, one iterate before the solution. It differs from
 * the converged variance by up to some 1e-5 relative, and makes the conditional quantiles of SparseMSE repeatable.
 * `terms` are the finite terms (empty set first), `cells` the histories that have a mean. NaN when singular.
 */
export function glmVariance(counts: Float64Array, terms: readonly number[], cells: readonly number[]): number {
  const p = terms.length;
  let mu = cells.map((cell) => counts[cell]! + 0.1);
  let eta = mu.map(Math.log);
  let deviance = devianceOf(counts, cells, mu);
  let variance = Number.NaN;
  for (let step = 0; step < 25; step++) {
    const system = Array.from({ length: p }, () => new Float64Array(p + 2));
    cells.forEach((cell, c) => {
      const weight = mu[c]!;
      const target = weight * eta[c]! + counts[cell]! - weight;
      for (let a = 0; a < p; a++) {
        if ((cell & terms[a]!) !== terms[a]!) continue;
        for (let b = 0; b < p; b++) if ((cell & terms[b]!) === terms[b]!) system[a]![b]! += weight;
        system[a]![p]! += target;
      }
    });
    system[0]![p + 1] = 1;
    const [alpha, inverse] = solveTwo(system);
    if (!alpha || !inverse) return Number.NaN;
    variance = inverse[0]!;
    eta = cells.map((cell) => terms.reduce((sum, term, a) => ((cell & term) === term ? sum + alpha[a]! : sum), 0));
    mu = eta.map((value) => Math.exp(Math.min(value, 700)));
    const next = devianceOf(counts, cells, mu);
    const settled = Math.abs(next - deviance) / (Math.abs(next) + 0.1) < 1e-8;
    deviance = next;
    if (settled) break;
  }
  return variance;
}

function devianceOf(counts: Float64Array, cells: readonly number[], mu: readonly number[]): number {
  return cells.reduce((sum, cell, c) => {
    const count = counts[cell]!;
    return sum + 2 * ((count > 0 ? count * Math.log(count / mu[c]!) : 0) - (count - mu[c]!));
  }, 0);
}

/** Solutions for the two right-hand sides behind a square system, by elimination with pivoting. */
function solveTwo(system: Float64Array[]): [Float64Array | null, Float64Array | null] {
  const p = system.length;
  for (let column = 0; column < p; column++) {
    let best = column;
    for (let r = column + 1; r < p; r++) {
      if (Math.abs(system[r]![column]!) > Math.abs(system[best]![column]!)) best = r;
    }
    const pivotRow = system[best]!;
    system[best] = system[column]!;
    system[column] = pivotRow;
    const pivot = pivotRow[column]!;
    if (!(Math.abs(pivot) > 0)) return [null, null];
    for (let j = column; j < p + 2; j++) pivotRow[j]! /= pivot;
    for (const row of system) {
      const factor = row[column]!;
      if (row === pivotRow || factor === 0) continue;
      for (let j = column; j < p + 2; j++) row[j]! -= factor * pivotRow[j]!;
    }
  }
  return [Float64Array.from(system, (row) => row[p]!), Float64Array.from(system, (row) => row[p + 1]!)];
}
