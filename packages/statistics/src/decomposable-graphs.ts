import type { CaptureTable } from './capture-table.ts';
import { decomposablePosterior, type PriorOnTotal } from './decomposable-posterior.ts';
import type { EstimateStatus, Interval } from './estimate-status.ts';
import { hasOverlap } from './has-overlap.ts';
import { isSparse } from './is-sparse.ts';
import { lowerBound } from './lower-bound.ts';
import { prepareTable } from './prepare-table.ts';
import { termNames } from './term-names.ts';
import { VERSION } from './version.ts';

export interface DecomposableOptions {
  /** Dirichlet weight per cell; default 2^-k. A larger one pulls the total towards the observed number. */
  readonly delta?: number;
  /** Largest number in no list that is considered; default 10 n. */
  readonly gridMax?: number;
  /** Most grid points; the grid holds every integer when it fits. Default 2000. */
  readonly gridPoints?: number;
  /** Default 'reciprocal': p(N) proportional to 1/N. */
  readonly priorN?: PriorOnTotal;
  /** Probability inside the interval; default 0.95. */
  readonly level?: number;
}

export interface DecomposableDiagnostics {
  readonly median: number;
  readonly mode: number;
  readonly sd: number;
  /** Posterior quantiles of the total, by probability. */
  readonly quantiles: Readonly<Record<string, number>>;
  /** The hundred most probable graphs by falling posterior probability, with the posterior mean of the total under each alone. */
  readonly graphs: readonly {
    readonly cliques: readonly (readonly string[])[];
    readonly probability: number;
    readonly mean: number;
  }[];
  /** Posterior probability that two lists are directly connected. */
  readonly pairs: readonly { readonly pair: readonly [string, string]; readonly probability: number }[];
  /** The posterior itself: total and probability per grid point. To be shown, not summarised away. */
  readonly posterior: { readonly totals: readonly number[]; readonly probabilities: readonly number[] };
  /** Posterior mean had the grid been three times as long: how much the end of the grid decides. */
  readonly meanOnTripleGrid: number;
  readonly delta: number;
  readonly gridMax: number;
  readonly gridPoints: number;
  readonly priorN: PriorOnTotal;
}

export interface DecomposableEstimate {
  readonly status: Extract<EstimateStatus, 'ok' | 'infinite' | 'not-identifiable' | 'invalid-input'>;
  readonly method: 'dga';
  /** Cases in the table as given. */
  readonly observed: number;
  /** Posterior mean of the total, or null when `status` is not 'ok'. */
  readonly estimate: number | null;
  /** Credible; for status 'infinite' the lower limit alone. */
  readonly interval: Interval | null;
  /** Cliques of the most probable graph. */
  readonly model: readonly (readonly string[])[];
  /** Lists the estimate rests on. */
  readonly lists: readonly string[];
  /** `list-dropped:X`; `sparse`; `too-many-lists`; `grid-limit`: the end of the grid moves the mean; `grid-coarse`: too few points; `bimodal`: more than one answer. */
  readonly warnings: readonly string[];
  readonly diagnostics: DecomposableDiagnostics | null;
  /** No random numbers are used. */
  readonly seed: null;
  readonly version: string;
}

/**
 * Bayesian model averaging over all decomposable graphs on 3 to 6 lists: the posterior of the total, averaged over which
 * lists depend on each other. Unit: cases. No random numbers.
 *
 * Lists from which nothing can be learned are dropped and named in the warnings. Status `infinite` when no case is on two
 * lists: the data then set a lower limit only and any number would be the grid's; `not-identifiable` for two lists;
 * `invalid-input` when fewer or more than 6 are left.
 *
 * @throws RangeError for a delta, grid or level that means nothing.
 *
 * Source: Madigan & York (1997), Biometrika 84, 19-31; δ = 2^-k: Silverman (2020), JRSS A 183.
 */
export function decomposableGraphs(table: CaptureTable, options: DecomposableOptions = {}): DecomposableEstimate {
  const {
    delta: givenDelta,
    gridMax: givenMax,
    gridPoints: mostPoints = 2000,
    priorN = 'reciprocal',
    level = 0.95,
  } = options;
  if (givenDelta !== undefined && !(givenDelta > 0 && Number.isFinite(givenDelta)))
    throw new RangeError('delta is positive');
  if (givenMax !== undefined && !(Number.isSafeInteger(givenMax) && givenMax > 1))
    throw new RangeError('the end of the grid is a whole number from 2');
  if (!(Number.isSafeInteger(mostPoints) && mostPoints > 1)) throw new RangeError('a grid has at least 2 points');
  if (!(level > 0 && level < 1)) throw new RangeError('a level lies between 0 and 1');

  const { table: usable, dropped } = prepareTable(table);
  const lists = usable?.lists ?? [];
  const warnings = dropped.map(({ list }) => `list-dropped:${list}`);
  const nothing = {
    method: 'dga',
    observed: table.observed,
    estimate: null,
    interval: null,
    model: [],
    lists,
    warnings,
    diagnostics: null,
    seed: null,
    version: VERSION,
  } as const;
  if (!usable) return { ...nothing, status: 'invalid-input' };
  const { counts, observed } = usable;
  const k = lists.length;
  if (!hasOverlap(counts)) {
    const low = lowerBound(
      lists.map((_, i) => counts[1 << i]!),
      level,
    );
    return { ...nothing, status: 'infinite', interval: { level, kind: 'profile', low, high: null } };
  }
  if (k < 3) return { ...nothing, status: 'not-identifiable' };
  if (k > 6) return { ...nothing, status: 'invalid-input', warnings: [...warnings, 'too-many-lists'] };

  const delta = givenDelta ?? 2 ** -k;
  const gridMax = givenMax ?? 10 * observed;
  const gridPoints = Math.min(mostPoints, gridMax);
  const dark = Float64Array.from({ length: gridPoints }, (_, i) =>
    Math.round(1 + (i * (gridMax - 1)) / (gridPoints - 1)),
  );
  const { mass, graphs, logWeight } = decomposablePosterior(counts, dark, delta, priorN);
  const totals = dark.map((n0) => observed + n0);
  const mean = momentOf(totals, mass, (total) => total);
  const quantile = quantileOf(totals, mass);
  const low = quantile((1 - level) / 2);
  const high = quantile((1 + level) / 2);
  const largest = mass.reduce((best, m, i) => (m > mass[best]! ? i : best), 0);

  // Beyond the grid one point stands for a stretch of it, so its weight grows with the stretch.
  const stretch = Math.max(1, Math.round((2 * gridMax) / 500));
  const beyond = Float64Array.from(
    { length: Math.ceil((2 * gridMax) / stretch) },
    (_, i) => gridMax + (i + 0.5) * stretch,
  );
  const tail = decomposablePosterior(counts, beyond, delta, priorN);
  const odds = Math.exp(tail.logWeight - logWeight) * ((stretch * (gridPoints - 1)) / (gridMax - 1));
  const tailMean = observed + momentOf(beyond, tail.mass, (n0) => n0);
  const meanOnTripleGrid = (mean + odds * tailMean) / (1 + odds);

  const ranked = [...graphs].sort((a, b) => b.probability - a.probability);

  if (isSparse(usable)) warnings.push('sparse');
  if (Math.abs(meanOnTripleGrid / mean - 1) > 0.01) warnings.push('grid-limit');
  if (gridPoints < gridMax && mass[largest]! > 0.2) warnings.push('grid-coarse');
  if (countModes(mass) > 1) warnings.push('bimodal');

  return {
    ...nothing,
    status: 'ok',
    estimate: mean,
    interval: { level, kind: 'credible', low, high },
    model: ranked[0]!.graph.cliques.map((clique) => termNames(lists, clique)),
    diagnostics: {
      median: quantile(0.5),
      mode: totals[largest]!,
      sd: Math.sqrt(momentOf(totals, mass, (total) => (total - mean) ** 2)),
      quantiles: Object.fromEntries([0.025, 0.1, 0.5, 0.9, 0.975].map((p) => [String(p), quantile(p)])),
      graphs: ranked.slice(0, 100).map(({ graph, probability, dark: n0 }) => ({
        cliques: graph.cliques.map((clique) => termNames(lists, clique)),
        probability,
        mean: observed + n0,
      })),
      pairs: lists.flatMap((a, i) =>
        lists.slice(i + 1).map((b, j) => {
          const both = (1 << i) | (1 << (i + 1 + j));
          const joined = graphs.filter(({ graph }) => graph.cliques.some((clique) => (clique & both) === both));
          return { pair: [a, b] as const, probability: joined.reduce((sum, { probability }) => sum + probability, 0) };
        }),
      ),
      posterior: { totals: [...totals], probabilities: [...mass] },
      meanOnTripleGrid,
      delta,
      gridMax,
      gridPoints,
      priorN,
    },
  };
}

function momentOf(totals: Float64Array, mass: Float64Array, of: (total: number) => number): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < totals.length; i++) {
    sum += mass[i]! * of(totals[i]!);
    weight += mass[i]!;
  }
  return sum / weight;
}

/** Smallest grid point with at least probability p at or below it. */
function quantileOf(totals: Float64Array, mass: Float64Array): (p: number) => number {
  let sum = 0;
  const cumulative = mass.map((m) => {
    sum += m;
    return sum;
  });
  return (p) =>
    totals[
      Math.max(
        0,
        cumulative.findIndex((c) => c >= p),
      )
    ] ?? Number.NaN;
}

/** Peaks that hold 5% or more each, parted by a valley under half the lower of the two. */
function countModes(mass: Float64Array): number {
  let modes = 0;
  let peak = 0;
  let valley = Infinity;
  let held = 0;
  for (const m of mass) {
    if (valley < peak / 2 && m > 2 * valley) {
      if (held >= 0.05) modes++;
      peak = 0;
      held = 0;
      valley = Infinity;
    }
    held += m;
    if (m > peak) {
      peak = m;
      valley = m;
    } else if (m < valley) valley = m;
  }
  return modes + (held >= 0.05 ? 1 : 0);
}
