import { logGamma } from './log-gamma.ts';

export interface PoissonRegression {
  readonly converged: boolean;
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
  readonly deviance: number;
}

/**
 * Poisson regression with log link on a design of zeros and ones, by iteratively weighted least squares:
 * α <- H^-1 X'(μ η + n - μ), H = X' diag(μ) X, from μ = n + 0.1 unless told otherwise, until the deviance changes by less than 1e-10 of itself
 * (at most 60 steps). A step that raises the deviance is halved. Requires a design of full rank on which the estimate exists.
 *
 * @param rows per cell the columns that are 1
 * @param start positive means to begin with
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 2.5.
 */
export function poissonRegression(
  rows: readonly (readonly number[])[],
  counts: ArrayLike<number>,
  columns: number,
  start: Float64Array = Float64Array.from(counts, (n) => n + 0.1),
): PoissonRegression {
  let alpha: Float64Array = new Float64Array(columns);
  let mu = start;
  let deviance = Number.POSITIVE_INFINITY;
  let converged = false;
  for (let step = 0; step < 60 && !converged; step++) {
    const information = new Float64Array(columns * columns);
    const target = new Float64Array(columns);
    rows.forEach((ones, cell) => {
      const m = mu[cell]!;
      const working = m * Math.log(m) + counts[cell]! - m;
      for (const i of ones) {
        target[i]! += working;
        for (const j of ones) if (j <= i) information[i * columns + j]! += m;
      }
    });
    const next = solveSymmetric(information, target);
    if (next === undefined) break;
    let fitted = means(rows, next);
    let found = devianceOf(counts, fitted);
    for (let halving = 0; step > 0 && !(found <= deviance * (1 + 1e-12) + 1e-12) && halving < 30; halving++) {
      for (let j = 0; j < columns; j++) next[j] = (next[j]! + alpha[j]!) / 2;
      fitted = means(rows, next);
      found = devianceOf(counts, fitted);
    }
    converged = Math.abs(found - deviance) / (Math.abs(found) + 0.1) < 1e-10;
    alpha = next;
    mu = fitted;
    deviance = found;
  }
  let logLikelihood = 0;
  for (let i = 0; i < mu.length; i++)
    logLikelihood += counts[i]! * Math.log(mu[i]!) - mu[i]! - logGamma(counts[i]! + 1);
  return { converged, coefficients: alpha, logLikelihood, deviance };
}

function means(rows: readonly (readonly number[])[], alpha: Float64Array): Float64Array {
  return Float64Array.from(rows, (ones) =>
    Math.exp(
      Math.min(
        700,
        ones.reduce((eta, j) => eta + alpha[j]!, 0),
      ),
    ),
  );
}

/** Deviance 2 Σ (n log(n / μ) - n + μ); an empty cell gives 2 μ. */
function devianceOf(counts: ArrayLike<number>, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mu.length; i++) {
    const n = counts[i]!;
    sum += (n > 0 ? n * Math.log(n / mu[i]!) : 0) - n + mu[i]!;
  }
  return 2 * sum;
}

/** Solves H x = b by Cholesky; H is positive definite, its lower triangle by row. Undefined when it is not. */
function solveSymmetric(h: Float64Array, b: Float64Array): Float64Array | undefined {
  const p = b.length;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = h[i * p + j]!;
      for (let l = 0; l < j; l++) sum -= h[i * p + l]! * h[j * p + l]!;
      if (i === j) {
        if (!(sum > 0)) return undefined;
        h[i * p + i] = Math.sqrt(sum);
      } else h[i * p + j] = sum / h[j * p + j]!;
    }
  }
  const x = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    let sum = b[i]!;
    for (let l = 0; l < i; l++) sum -= h[i * p + l]! * x[l]!;
    x[i] = sum / h[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let l = i + 1; l < p; l++) sum -= h[l * p + i]! * x[l]!;
    x[i] = sum / h[i * p + i]!;
  }
  return x;
}
