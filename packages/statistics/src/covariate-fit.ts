import { hasBinaryRank } from './binary-rank.ts';
import { coneDirection } from './cone-direction.ts';
import type { CovariateCells } from './covariate-cells.ts';
import { type CovariateTerm, type DesignColumn, designColumns, designRow, emptyCells } from './covariate-design.ts';
import { poissonRegression } from './covariate-regression.ts';
import type { EstimateStatus } from './estimate-status.ts';
import { nullSpace } from './null-space.ts';

export interface CovariateFit {
  readonly status: Extract<EstimateStatus, 'ok' | 'no-mle' | 'not-identifiable' | 'not-converged'>;
  /** Fitted cases in no list per pattern; empty unless 'ok'. */
  readonly dark: Float64Array;
  /** Fitted cases per cell, in the order of `CovariateCells.counts`; the dark cells hold `dark`. */
  readonly means: Float64Array;
  readonly columns: readonly DesignColumn[];
  /** Per column; minus infinity where a margin has no case, null where a column repeats others. */
  readonly coefficients: readonly (number | null)[];
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly degreesOfFreedom: number;
  /** Columns, those at minus infinity included. */
  readonly parameters: number;
  readonly aic: number;
  /** With log of the number of cases, as elsewhere in capture-recapture. */
  readonly bic: number;
}

/**
 * Maximum-likelihood fit of a Poisson log-linear model with covariates: log μ = Σ of the coefficients of the columns that
 * are 1; the dark cell of every pattern is predicted. Margins without a case are at minus infinity and take their cells
 * along. Status `not-identifiable` when some dark cell is not determined by the cells seen, `no-mle` when the likelihood
 * keeps rising.
 *
 * @param terms hierarchical, with 0 (the intercept), every list and every covariate
 * @param start means of a model nearby, to begin with
 *
 * Source: Fienberg & Rinaldo (2012), Ann. Stat. 40(2), 996-1023; Van Dijk et al. (2017) for the use of covariates.
 */
export function covariateFit(
  cells: CovariateCells,
  terms: readonly CovariateTerm[],
  counts: Float64Array = cells.counts,
  start?: Float64Array,
): CovariateFit {
  const size = 2 ** cells.lists.length;
  const all = designColumns(cells, terms);
  const empty = emptyCells(cells, terms, counts);
  const kept: number[] = [];
  for (let cell = 0; cell < counts.length; cell++) if (cell % size !== 0 && !empty[cell]) kept.push(cell);
  const row = (cell: number) => designRow(all, cell % size, cells.patterns[Math.floor(cell / size)]!);
  const rows = kept.map(row);
  const none = (status: CovariateFit['status']): CovariateFit => ({
    status,
    dark: new Float64Array(0),
    means: new Float64Array(0),
    columns: all,
    coefficients: [],
    logLikelihood: Number.NaN,
    deviance: Number.NaN,
    degreesOfFreedom: Number.NaN,
    parameters: all.length,
    aic: Number.NaN,
    bic: Number.NaN,
  });

  const y = Float64Array.from(kept, (cell) => counts[cell]!);
  const darkRows = cells.patterns.map((_, g) => (empty[g * size] ? undefined : row(g * size)));
  const withCases = rows.filter((_, i) => y[i]! > 0);
  const left: number[] = [];
  if (!hasFullRank(withCases, all.length)) {
    // Columns that the kept cells cannot tell from those before them are left out; no dark cell may depend on that.
    const { basis } = nullSpace(
      rows.map((ones) => dense(ones, all.length)),
      all.length,
    );
    if (darkRows.some((ones) => ones && basis.some((vector) => Math.abs(along(ones, vector)) > 1e-9)))
      return none('not-identifiable');
    left.push(...basis.map((vector) => vector.findLastIndex((x) => Math.abs(x) > 1e-9)));
    const seen = nullSpace(
      [...withCases.map((ones) => dense(ones, all.length)), ...left.map((j) => dense([j], all.length))],
      all.length,
    ).basis;
    const withoutCases = rows
      .filter((_, i) => y[i] === 0)
      .map((ones) => Float64Array.from(seen, (v) => along(ones, v)));
    if (seen.length > 0 && coneDirection(withoutCases, seen.length)) return none('no-mle');
  }
  const columns = all.length - left.length;
  const place = all.map((_, j) => (left.includes(j) ? -1 : j - left.filter((other) => other < j).length));
  const packed = (ones: readonly number[]) => ones.map((j) => place[j]!).filter((j) => j >= 0);
  const design = left.length === 0 ? rows : rows.map(packed);
  const from = start && Float64Array.from(kept, (cell) => start[cell]! || counts[cell]! + 0.1);

  const { converged, coefficients, logLikelihood, deviance } = poissonRegression(design, y, columns, from);
  if (!converged) return none('not-converged');
  const mean = (ones: readonly number[]) => Math.exp(packed(ones).reduce((eta, j) => eta + coefficients[j]!, 0));
  const dark = Float64Array.from(darkRows, (ones) => (ones ? mean(ones) : 0));
  const means = new Float64Array(counts.length);
  kept.forEach((cell, i) => {
    means[cell] = mean(rows[i]!);
  });
  dark.forEach((m, g) => {
    means[g * size] = m;
  });
  const used = new Set(rows.flat());
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    status: 'ok',
    dark,
    means,
    columns: all,
    coefficients: all.map((_, j) =>
      place[j]! >= 0 ? coefficients[place[j]!]! : used.has(j) ? null : Number.NEGATIVE_INFINITY,
    ),
    logLikelihood,
    deviance,
    degreesOfFreedom: kept.length - columns,
    parameters: all.length,
    aic: 2 * all.length - 2 * logLikelihood,
    bic: all.length * Math.log(n) - 2 * logLikelihood,
  };
}

/** Whether 0/1 rows have full column rank: modulo 2 that is quickly proved, else by elimination. */
function hasFullRank(rows: readonly (readonly number[])[], columns: number): boolean {
  if (columns < 31) {
    const bits = Int32Array.from(rows, (ones) => ones.reduce((mask, j) => mask | (1 << j), 0));
    if (hasBinaryRank(bits, bits.length, columns, new Int32Array(31))) return true;
  }
  return (
    nullSpace(
      rows.map((ones) => dense(ones, columns)),
      columns,
    ).rank === columns
  );
}

function dense(ones: readonly number[], columns: number): Float64Array {
  const vector = new Float64Array(columns);
  for (const j of ones) vector[j] = 1;
  return vector;
}

function along(ones: readonly number[], vector: Float64Array): number {
  return ones.reduce((sum, j) => sum + vector[j]!, 0);
}
