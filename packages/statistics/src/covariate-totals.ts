import type { CaptureTable } from './capture-table.ts';
import { type CovariateCells, covariateCells } from './covariate-cells.ts';
import type { CovariateTerm, DesignColumn } from './covariate-design.ts';
import { covariateFit } from './covariate-fit.ts';
import { type CovariateSelection, selectCovariateModel } from './covariate-selection.ts';
import { drawMultinomial } from './draw-multinomial.ts';
import type { EstimateStatus, Interval } from './estimate-status.ts';
import { hasOverlap } from './has-overlap.ts';
import type { StopReason } from './latent-class.ts';
import { lowerBound } from './lower-bound.ts';
import { prepareTable } from './prepare-table.ts';
import { quantileType8 } from './quantile-type-8.ts';
import { RandomStream } from './random-stream.ts';
import type { StratifiedRow } from './read-table.ts';
import { VERSION } from './version.ts';

/** Cases per history and covariate values; what `readTable` gives when covariates are asked for. */
export interface StratifiedTable {
  readonly table: CaptureTable;
  readonly covariates: readonly string[];
  readonly rows: readonly StratifiedRow[];
}

export interface CovariateOptions {
  /** Default 'bic', with log of the number of cases. */
  readonly criterion?: 'bic' | 'aic';
  /** Parametric bootstrap replicates, default 1,000; 0 for the estimates alone. */
  readonly bootstrap?: number;
  /** Whether each replicate chooses its model anew; default true. Without it the interval ignores that choice. */
  readonly reselect?: boolean;
  readonly seed?: number;
  readonly level?: number;
}

export interface CovariateControl {
  /** Hears the share of replicates made, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked after every replicate; a reason ends the run, without intervals. */
  readonly stop?: () => StopReason | undefined;
}

/** Cases in a group: everyone with the given values. */
export interface GroupTotal {
  readonly values: Readonly<Record<string, string>>;
  readonly observed: number;
  /** Observed and dark together. */
  readonly estimate: number;
  /** Never below the number observed. */
  readonly interval: Interval | null;
}

/** A group estimated by itself, without help from the others. */
export interface StratumTotal {
  readonly values: Readonly<Record<string, string>>;
  readonly status: EstimateStatus;
  readonly observed: number;
  readonly estimate: number | null;
  readonly model: readonly (readonly string[])[];
}

export interface CovariateEstimate {
  readonly status: EstimateStatus;
  readonly method: 'covariates';
  readonly criterion: 'bic' | 'aic';
  readonly observed: number;
  /** Total over all groups under the joint model. */
  readonly estimate: number | null;
  /** 'percentile' when every replicate chose its model anew, else 'conditional'; for status 'infinite' the lower limit alone. */
  readonly interval: Interval | null;
  /** Interactions, of lists with each other and with covariates; every pair of covariates is always in. */
  readonly model: readonly (readonly string[])[];
  readonly lists: readonly string[];
  readonly covariates: readonly string[];
  /** Totals per combination of values, then per value of each covariate when there are more covariates. */
  readonly groups: readonly GroupTotal[];
  /** Every combination of values estimated by itself, and the sum: null unless all have a number. To be shown beside it. */
  readonly stratified: { readonly estimate: number | null; readonly strata: readonly StratumTotal[] };
  /** The same selection on the table without covariates: biased unless lists do not depend on them. To be shown beside it. */
  readonly collapsed: Omit<StratumTotal, 'values'>;
  readonly coefficients: readonly { readonly term: string; readonly value: number | null }[];
  readonly deviance: number | null;
  readonly degreesOfFreedom: number | null;
  readonly aic: number | null;
  readonly bic: number | null;
  /** Replicates asked for, and those left out because they had no estimate. */
  readonly bootstrap: { readonly replicates: number; readonly failed: number };
  /**
   * `list-dropped:X`; `independence-assumed` for two lists; `stratum-without-estimate`; `bootstrap-failures` when more than
   * 1% of replicates have no number; `cancelled` and `time-limit` when the bootstrap was ended, so that there is no interval.
   */
  readonly warnings: readonly string[];
  readonly seed: number;
  readonly version: string;
}

/**
 * Totals per group from one log-linear model for lists and covariates together. Unit: cases.
 *
 * The model holds every list, every covariate and every pair of covariates; pairs of lists and of a list with a covariate
 * enter or leave while the criterion falls. N = n + Σ over groups of the predicted cases in no list. Intervals come from a
 * parametric bootstrap: whole tables of N cases drawn from the fitted cells, dark ones included, the dark then hidden.
 * Beside the joint model stand the sum of separate estimates and the estimate without covariates.
 *
 * @throws RangeError for rows that contradict the lists or covariates, no covariate at all, one replicate, and the like.
 *
 * Source: Van Dijk, Cruyff, van der Heijden & Kragten-Heerdink (2017); Fienberg & Rinaldo (2012) for empty margins.
 */
export function covariateTotals(
  input: StratifiedTable,
  options: CovariateOptions = {},
  control: CovariateControl = {},
): CovariateEstimate {
  const { criterion = 'bic', bootstrap = 1000, reselect = true, seed = 1, level = 0.95 } = options;
  if (input.covariates.length === 0) throw new RangeError('a model with covariates has at least one');
  if (!Number.isInteger(bootstrap) || bootstrap < 0 || bootstrap === 1)
    throw new RangeError('a bootstrap requires 0 or at least 2 replicates');
  if (!Number.isSafeInteger(seed)) throw new RangeError('a seed is a whole number');
  if (!(level > 0 && level < 1)) throw new RangeError('a level lies between 0 and 1');

  const { covariates } = input;
  const { table, dropped } = prepareTable(input.table);
  const warnings = dropped.map(({ list }) => `list-dropped:${list}`);
  const nothing = {
    method: 'covariates',
    criterion,
    observed: input.table.observed,
    estimate: null,
    interval: null,
    model: [],
    lists: table?.lists ?? [],
    covariates,
    groups: [],
    stratified: { estimate: null, strata: [] },
    coefficients: [],
    deviance: null,
    degreesOfFreedom: null,
    aic: null,
    bic: null,
    bootstrap: { replicates: 0, failed: 0 },
    warnings,
    seed,
    version: VERSION,
  } as const;
  if (!table) {
    const collapsed = { status: 'invalid-input', observed: input.table.observed, estimate: null, model: [] } as const;
    return { ...nothing, status: 'invalid-input', collapsed };
  }

  const cells = covariateCells(table.lists, covariates, keptRows(input, table));
  const collapsed = estimateAlone(table, criterion);
  const strata = cells.patterns.map((pattern, g) => ({
    values: valuesOf(cells, pattern),
    ...estimateAlone(stratumTable(cells, g), criterion),
  }));
  const summed = strata.every(({ estimate, observed }) => estimate !== null || observed === 0);
  const stratified = {
    estimate: summed ? strata.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0) : null,
    strata,
  };
  if (!summed) warnings.push('stratum-without-estimate');
  if (table.lists.length === 2) warnings.push('independence-assumed');
  if (!hasOverlap(table.counts)) {
    const low = lowerBound(
      table.lists.map((_, i) => table.counts[1 << i]!),
      level,
    );
    return {
      ...nothing,
      status: 'infinite',
      interval: { level, kind: 'profile', low, high: null },
      stratified,
      collapsed,
    };
  }

  const chosen = selectCovariateModel(cells, criterion);
  const { fit, terms } = chosen;
  if (fit.status !== 'ok') return { ...nothing, status: fit.status, stratified, collapsed };
  const totals = groupsOf(cells).map(({ values, patterns }) => ({
    values,
    patterns,
    observed: patterns.reduce((sum, g) => sum + observedIn(cells, cells.counts, g), 0),
  }));
  const all = { values: {}, patterns: cells.patterns.map((_, g) => g) };
  const total = ({ patterns }: { patterns: readonly number[] }, dark: Float64Array, counts: Float64Array) =>
    patterns.reduce((sum, g) => sum + observedIn(cells, counts, g) + dark[g]!, 0);
  const replicates: number[][] = [];
  let stopped: StopReason | undefined;
  for (let b = 0; b < bootstrap && !stopped; b++) {
    const own = replicate(cells, chosen, reselect ? criterion : undefined, new RandomStream(seed, b));
    if (own) replicates.push([all, ...totals].map((group) => total(group, own.dark, own.counts)));
    control.progress?.((b + 1) / bootstrap);
    stopped = b + 1 < bootstrap ? control.stop?.() : undefined;
  }
  if (stopped) warnings.push(stopped);
  else if (bootstrap - replicates.length > bootstrap / 100) warnings.push('bootstrap-failures');
  const interval = (index: number, observed: number): Interval | null => {
    if (stopped || replicates.length < 2) return null;
    const sorted = Float64Array.from(replicates, (own) => own[index]!).sort();
    const [low, high] = [(1 - level) / 2, (1 + level) / 2].map((p) => Math.max(observed, quantileType8(sorted, p)));
    return { level, kind: reselect ? 'percentile' : 'conditional', low: low!, high: high! };
  };

  return {
    ...nothing,
    status: 'ok',
    estimate: total(all, fit.dark, cells.counts),
    interval: interval(0, table.observed),
    model: terms.filter(isInteraction).map((term) => namesOf(cells, term)),
    groups: totals.map((group, i) => ({
      values: group.values,
      observed: group.observed,
      estimate: total(group, fit.dark, cells.counts),
      interval: interval(i + 1, group.observed),
    })),
    stratified,
    collapsed,
    coefficients: fit.columns.map((column, j) => ({ term: columnName(cells, column), value: fit.coefficients[j]! })),
    deviance: fit.deviance,
    degreesOfFreedom: fit.degreesOfFreedom,
    aic: fit.aic,
    bic: fit.bic,
    bootstrap: { replicates: bootstrap, failed: stopped ? 0 : bootstrap - replicates.length },
  };
}

/** A table of N cases drawn from the fitted cells, its dark cells hidden, and what its own fit says of them. */
function replicate(
  cells: CovariateCells,
  { fit, terms }: CovariateSelection,
  criterion: 'bic' | 'aic' | undefined,
  random: RandomStream,
): { readonly dark: Float64Array; readonly counts: Float64Array } | undefined {
  const whole = Math.round(fit.means.reduce((sum, mean) => sum + mean, 0));
  const counts = new Float64Array(fit.means.length);
  drawMultinomial(random, whole, fit.means, [...fit.means.keys()], counts);
  for (let cell = 0; cell < counts.length; cell += 2 ** cells.lists.length) counts[cell] = 0;
  const own = criterion
    ? selectCovariateModel(cells, criterion, counts).fit
    : covariateFit(cells, terms, counts, fit.means);
  return own.status === 'ok' ? { dark: own.dark, counts } : undefined;
}

/** Selection and fit on one table, without covariates. */
function estimateAlone(table: CaptureTable, criterion: 'bic' | 'aic'): Omit<StratumTotal, 'values'> {
  const nothing = { observed: table.observed, estimate: null, model: [] };
  const usable = table.observed > 0 ? prepareTable(table).table : null;
  if (!usable) return { ...nothing, status: 'invalid-input' };
  if (!hasOverlap(usable.counts)) return { ...nothing, status: 'infinite' };
  const rows = [...usable.counts.entries()].slice(1).map(([history, count]) => ({ history, values: [], count }));
  const cells = covariateCells(usable.lists, [], rows);
  const { fit, terms } = selectCovariateModel(cells, criterion);
  if (fit.status !== 'ok') return { ...nothing, status: fit.status };
  const model = terms.filter(isInteraction).map((term) => namesOf(cells, term));
  return { ...nothing, status: 'ok', estimate: usable.observed + fit.dark[0]!, model };
}

/** Rows on the lists that were kept; cases that stood on dropped lists alone are gone, as in the table. */
function keptRows(input: StratifiedTable, table: CaptureTable): StratifiedRow[] {
  const from = table.lists.map((list) => input.table.lists.indexOf(list));
  return input.rows
    .map((row) => ({ ...row, history: from.reduce((w, at, i) => w | (((row.history >> at) & 1) << i), 0) }))
    .filter(({ history }) => history > 0);
}

function stratumTable(cells: CovariateCells, pattern: number): CaptureTable {
  const size = 2 ** cells.lists.length;
  const counts = cells.counts.slice(pattern * size, (pattern + 1) * size);
  return { lists: cells.lists, counts, observed: observedIn(cells, cells.counts, pattern) };
}

function observedIn(cells: CovariateCells, counts: Float64Array, pattern: number): number {
  const size = 2 ** cells.lists.length;
  let sum = 0;
  for (let w = 1; w < size; w++) sum += counts[pattern * size + w]!;
  return sum;
}

/** Every combination of values, then with two or more covariates every value by itself. */
function groupsOf(cells: CovariateCells): { values: Record<string, string>; patterns: number[] }[] {
  const combined = cells.patterns.map((pattern, g) => ({ values: valuesOf(cells, pattern), patterns: [g] }));
  if (cells.covariates.length < 2) return combined;
  const single = cells.covariates.flatMap(({ name, levels }, c) =>
    levels.map((value, level) => ({
      values: { [name]: value },
      patterns: [...cells.patterns.keys()].filter((g) => cells.patterns[g]![c] === level),
    })),
  );
  return [...combined, ...single];
}

function valuesOf(cells: CovariateCells, pattern: readonly number[]): Record<string, string> {
  return Object.fromEntries(cells.covariates.map(({ name, levels }, c) => [name, levels[pattern[c]!]!]));
}

function isInteraction(term: CovariateTerm): boolean {
  return (term & (term - 1)) !== 0;
}

function namesOf({ lists, covariates }: CovariateCells, term: CovariateTerm): string[] {
  return [...lists, ...covariates.map(({ name }) => name)].filter((_, i) => (term >> i) & 1);
}

/** As R writes it: `S2:S3`, `ethcaucasian`, `(Intercept)`. */
function columnName({ lists, covariates }: CovariateCells, { lists: on, levels }: DesignColumn): string {
  const parts = [
    ...lists.filter((_, i) => (on >> i) & 1),
    ...levels.map(([c, level]) => `${covariates[c]!.name}${covariates[c]!.levels[level]!}`),
  ];
  return parts.join(':') || '(Intercept)';
}
