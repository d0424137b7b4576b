import { type DecomposableGraph, listDecomposableGraphs } from './decomposable-graph-list.ts';
import { logGamma } from './log-gamma.ts';

/** Graphs whose largest term is e^-100 of the best or less are not worked out: they get probability 0. */
const NEGLIGIBLE = 100;

/** Prior on the total N: p(N) proportional to 1/N, or the same for every N of the grid. */
export type PriorOnTotal = 'reciprocal' | 'uniform';

export interface DecomposablePosterior {
  /** p(N | data) at each grid point; sums to one. */
  readonly mass: Float64Array;
  /** Log of the sum over graphs and grid, up to a constant of the table: compares two grids for the same table. */
  readonly logWeight: number;
  /** Per graph, in the order of `listDecomposableGraphs`: p(G | data) and E(dark | G, data). */
  readonly graphs: readonly {
    readonly graph: DecomposableGraph;
    readonly probability: number;
    readonly dark: number;
  }[];
}

/**
 * Posterior over decomposable graphs G and the number in no list n0, on a grid of n0:
 *
 * log p(n | G, n0) = Σ_C L(C) - Σ_S L(S) + (#C - #S)(lgamma(D) - lgamma(n + n0 + D)) + lgamma(n + n0 + 1) - lgamma(n0 + 1),
 * L(C) = lgamma(n_C0 + n0 + d_C) + Σ_{y ≠ 0} lgamma(n_Cy + d_C) - 2^c lgamma(d_C), D = δ 2^k, d_C = δ 2^(k-c),
 *
 * with C the cliques, S the non-empty separators, n_Cy the cases whose history on C is y. Every graph is as likely
 * beforehand. Terms equal for all G and n0 are left out. The maximum is subtracted before exponentials are taken, so
 * large tables do not underflow.
 *
 * @param counts cases per capture history, index = bit mask of lists, length 2^k; index 0 is ignored
 * @param dark ascending grid of n0
 * @param delta Dirichlet weight per cell of the full table
 *
 * Source: Madigan & York (1997), Biometrika 84, 19-31; hyper-Dirichlet law: Dawid & Lauritzen (1993).
 */
export function decomposablePosterior(
  counts: ArrayLike<number>,
  dark: Float64Array,
  delta: number,
  prior: PriorOnTotal,
): DecomposablePosterior {
  const k = Math.log2(counts.length);
  const points = dark.length;
  let n = 0;
  for (let w = 1; w < counts.length; w++) n += counts[w]!;
  const whole = delta * 2 ** k;
  const base = dark.map(
    (n0) => logGamma(n + n0 + 1) - logGamma(n0 + 1) - (prior === 'reciprocal' ? Math.log(n + n0) : 0),
  );
  const perTree = dark.map((n0) => logGamma(whole) - logGamma(n + n0 + whole));
  const terms = logMarginals(counts, dark, delta);

  const graphs = listDecomposableGraphs(k);
  const mass = new Float64Array(points);
  const peaks = new Float64Array(graphs.length);
  const sums = new Float64Array(graphs.length);
  const means = new Float64Array(graphs.length);
  const value = new Float64Array(points);
  let top = -Infinity;
  graphs.forEach(({ cliques, separators }, g) => {
    const trees = cliques.length - separators.reduce((sum, { times }) => sum + times, 0);
    for (let i = 0; i < points; i++) value[i] = base[i]! + trees * perTree[i]!;
    for (const [c, clique] of cliques.entries()) {
      const separator = separators[c];
      if (separator) addBoth(value, terms[clique]!, terms[separator.lists]!, -separator.times);
      else addTo(value, terms[clique]!);
    }
    let peak = -Infinity;
    for (let i = 0; i < points; i++) if (value[i]! > peak) peak = value[i]!;
    if (peak > top) {
      const shrink = Math.exp(top - peak);
      for (let i = 0; i < points; i++) mass[i]! *= shrink;
      top = peak;
    }
    peaks[g] = peak;
    if (peak < top - NEGLIGIBLE) return;
    const share = Math.exp(peak - top);
    let sum = 0;
    let weighted = 0;
    const least = Math.max(-50, top - NEGLIGIBLE - peak); // e^-50 of the graph's largest term is lost in rounding
    for (let i = 0; i < points; i++) {
      const below = value[i]! - peak;
      if (below < least) continue;
      const e = Math.exp(below);
      sum += e;
      weighted += e * dark[i]!;
      mass[i]! += share * e;
    }
    sums[g] = sum;
    means[g] = weighted / sum;
  });

  const total = mass.reduce((sum, m) => sum + m, 0);
  return {
    mass: mass.map((m) => m / total),
    logWeight: top + Math.log(total),
    graphs: graphs.map((graph, g) => ({
      graph,
      probability: (Math.exp(peaks[g]! - top) * sums[g]!) / total,
      dark: means[g]!,
    })),
  };
}

/** L(C) over the grid for every non-empty set of lists C; index = bit mask. */
function logMarginals(counts: ArrayLike<number>, dark: Float64Array, delta: number): Float64Array[] {
  const k = Math.log2(counts.length);
  return Array.from({ length: counts.length }, (_, lists) => {
    if (lists === 0) return new Float64Array(0);
    const cells = new Map<number, number>();
    for (let w = 1; w < counts.length; w++) cells.set(w & lists, (cells.get(w & lists) ?? 0) + counts[w]!);
    let size = 0;
    for (let bits = lists; bits !== 0; bits &= bits - 1) size++;
    const d = delta * 2 ** (k - size);
    let constant = -(2 ** size) * logGamma(d);
    for (let y = lists; y !== 0; y = (y - 1) & lists) constant += logGamma((cells.get(y) ?? 0) + d);
    const outside = cells.get(0) ?? 0;
    return dark.map((n0) => constant + logGamma(outside + n0 + d));
  });
}

function addTo(sum: Float64Array, term: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += term[i]!;
}

function addBoth(sum: Float64Array, term: Float64Array, other: Float64Array, times: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += term[i]! + times * other[i]!;
}
