import type { CaptureTable } from './capture-table.ts';
import type { EstimateStatus, Interval } from './estimate-status.ts';
import { hasOverlap } from './has-overlap.ts';
import { isSparse } from './is-sparse.ts';
import { type LatentClassChain, latentClassChain } from './latent-class-chain.ts';
import { type ChainDiagnostics, chainDiagnostics } from './latent-class-diagnostics.ts';
import { lowerBound } from './lower-bound.ts';
import { prepareTable } from './prepare-table.ts';
import { quantileType8 } from './quantile-type-8.ts';
import { RandomStream } from './random-stream.ts';
import { VERSION } from './version.ts';

export interface LatentClassOptions {
  /** Markov chains, 4 or more; default 8. They begin with 1 to `classes` classes, so that agreement means something. */
  readonly chains?: number;
  /** Sweeps kept per chain in the first round; default 20,000. */
  readonly sweeps?: number;
  /** Sweeps thrown away before them; default 10,000. */
  readonly warmUp?: number;
  /**
   * While R-hat is above 1.02 or the effective size under 200, all is thrown away and twice as many sweeps are made, up to
   * this many rounds; default 3.
   */
  readonly rounds?: number;
  /** Most latent classes; default 10. */
  readonly classes?: number;
  /** Most cases in no list, as a multiple of those observed; default 20, the constant inside R package LCMCR. */
  readonly cap?: number;
  /** Shape and rate of the gamma prior on the concentration of classes; default 0.25 and 0.25. */
  readonly shape?: number;
  readonly rate?: number;
  /** Whole number, default 1. */
  readonly seed?: number;
  /** Probability inside the interval; default 0.95. */
  readonly level?: number;
}

/** Why a run was ended from outside. */
export type StopReason = 'cancelled' | 'time-limit';

export interface LatentClassControl {
  /** Hears the share of all possible sweeps made so far, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Ends the run at the next block of sweeps once `aborted`; an AbortSignal fits. */
  readonly signal?: { readonly aborted: boolean };
  /** Milliseconds since the start, from the caller's clock; without it there is no time limit. */
  readonly elapsed?: () => number;
  /** Most milliseconds; default 60,000. */
  readonly budget?: number;
}

export interface LatentClassDiagnostics extends ChainDiagnostics {
  /** Of all kept draws together, converged or not. Not an estimate when the status is not 'ok'. */
  readonly pooled: { readonly median: number; readonly mean: number; readonly sd: number };
  /** Posterior quantiles of the total, by probability; null unless the chains agree. */
  readonly quantiles: Readonly<Record<string, number>> | null;
  /** Per chain: its own median, the number of classes it began with, and the mean number occupied. */
  readonly chains: readonly { readonly median: number; readonly start: number; readonly occupied: number }[];
  /** Sweeps per chain thrown away and kept; every `thin`-th of those kept counts as a draw. */
  readonly warmUp: number;
  readonly sweeps: number;
  readonly thin: number;
  readonly classes: number;
  readonly cap: number;
  /** Share of sweeps in which the cap cut the draw off. */
  readonly capped: number;
}

export interface LatentClassEstimate {
  readonly status: Extract<EstimateStatus, 'ok' | 'infinite' | 'not-identifiable' | 'not-converged' | 'invalid-input'>;
  readonly method: 'lcmcr';
  /** Cases in the table as given. */
  readonly observed: number;
  /** Pooled posterior median of the total; null when `status` is not 'ok'. */
  readonly estimate: number | null;
  /** Credible; for status 'infinite' the lower limit alone. */
  readonly interval: Interval | null;
  /** Always empty: the classes stand in for interactions between lists. */
  readonly model: readonly (readonly string[])[];
  /** Lists the estimate rests on. */
  readonly lists: readonly string[];
  /** `list-dropped:X`, `sparse`, `chains-disagree`, `few-effective-draws`, `cap-reached`, `cancelled`, `time-limit`. */
  readonly warnings: readonly string[];
  readonly diagnostics: LatentClassDiagnostics | null;
  readonly seed: number;
  readonly version: string;
}

const BLOCK = 250;
const MOST_DRAWS = 4000;

/**
 * Bayesian latent class estimate of the total: cases differ in how likely lists meet them, in at most `classes` kinds.
 * Unit: cases. The same seed gives the same result.
 *
 * No number unless the chains agree: status `not-converged` when R-hat (of log N) exceeds 1.05, the effective sample size
 * is under 100, or the run was ended early; the draws so far are then described in `diagnostics` alone. Status `infinite`
 * when no case is on two lists, `not-identifiable` for two lists.
 *
 * @throws RangeError for options that mean nothing: fewer than 4 chains, 40 sweeps or 2 classes, a level outside 0 … 1 and so on.
 *
 * Source: Manrique-Vallier (2016), Biometrics 72, 1246-1254; R package LCMCR.
 */
export function latentClass(
  table: CaptureTable,
  options: LatentClassOptions = {},
  control: LatentClassControl = {},
): LatentClassEstimate {
  const { progress, signal, elapsed, budget = 60_000 } = control;
  const run = latentClassRun(table, options);
  let step = run.next();
  while (!step.done) {
    progress?.(step.value);
    const stop = signal?.aborted ? 'cancelled' : elapsed && elapsed() >= budget ? 'time-limit' : undefined;
    step = run.next(stop);
  }
  progress?.(1);
  return step.value;
}

/**
 * The same estimate in small steps, for a caller that has other work in between: each `next()` makes a block of sweeps of
 * one chain and yields the share done; `next(reason)` ends the run.
 */
export function* latentClassRun(
  table: CaptureTable,
  options: LatentClassOptions = {},
): Generator<number, LatentClassEstimate, StopReason | undefined> {
  const { chains = 8, sweeps = 20_000, warmUp = 10_000, rounds = 3, classes = 10, cap = 20 } = options;
  const { shape = 0.25, rate = 0.25, seed = 1, level = 0.95 } = options;
  requireWhole('chains', chains, 4);
  requireWhole('sweeps', sweeps, 40);
  requireWhole('warm-up sweeps', warmUp, 0);
  requireWhole('rounds', rounds, 1);
  requireWhole('classes', classes, 2);
  if (!(cap > 0 && Number.isFinite(cap))) throw new RangeError('the cap is a positive multiple of the observed number');
  if (!(shape > 0 && rate > 0)) throw new RangeError('shape and rate of the prior are positive');
  if (!(level > 0 && level < 1)) throw new RangeError('a level lies between 0 and 1');

  const { table: usable, dropped } = prepareTable(table);
  const lists = usable?.lists ?? [];
  const warnings = dropped.map(({ list }) => `list-dropped:${list}`);
  const nothing = {
    method: 'lcmcr',
    observed: table.observed,
    estimate: null,
    interval: null,
    model: [],
    lists,
    warnings,
    diagnostics: null,
    seed,
    version: VERSION,
  } as const;
  if (!usable) return { ...nothing, status: 'invalid-input' };
  const { counts, observed } = usable;
  if (!hasOverlap(counts)) {
    const low = lowerBound(
      lists.map((_, i) => counts[1 << i]!),
      level,
    );
    return { ...nothing, status: 'infinite', interval: { level, kind: 'profile', low, high: null } };
  }
  if (lists.length < 3) return { ...nothing, status: 'not-identifiable' };
  if (isSparse(usable)) warnings.push('sparse');

  const prior = { classes, shape, rate, cap: Math.floor(cap * observed) };
  const starts = Array.from({ length: chains }, (_, c) => 1 + Math.round((c * (classes - 1)) / (chains - 1)));
  const running = starts.map((start, c) => latentClassChain(usable, prior, new RandomStream(seed, c), start));
  const possible = warmUp + sweeps * (2 ** rounds - 1);
  let made = 0;

  function* advance(count: number, record?: (chain: number, draw: number, chainNow: LatentClassChain) => void) {
    for (let from = 0; from < count; from += BLOCK) {
      const to = Math.min(count, from + BLOCK);
      for (const [c, chain] of running.entries()) {
        for (let i = from; i < to; i++) {
          const dark = chain.sweep();
          if (record && (i + 1) % thin === 0) record(c, observed + dark, chain);
        }
        const stop: StopReason | undefined = yield (made + ((to - from) * (c + 1)) / chains) / possible;
        if (stop) return stop;
      }
      made += to - from;
    }
    return undefined;
  }

  let kept = sweeps;
  let thin = 1;
  let stopped = yield* advance(warmUp);
  for (let round = 1; ; round++) {
    const thrown = made;
    thin = Math.ceil(kept / MOST_DRAWS);
    const draws: number[][] = starts.map(() => []);
    const occupied = new Float64Array(chains);
    const capped = running.reduce((sum, chain) => sum + chain.capped(), 0);
    stopped ??= yield* advance(kept, (c, total, chain) => {
      draws[c]!.push(total);
      occupied[c]! += chain.occupied();
    });
    const length = Math.min(...draws.map((own) => own.length));
    if (stopped) warnings.push(stopped);
    if (length < 4) return { ...nothing, status: 'not-converged' };
    const equal = draws.map((own) => Float64Array.from(own.slice(0, length)));
    const trust = chainDiagnostics(equal.map((own) => own.map(Math.log)));
    const agree = trust.rHat <= 1.05 && trust.ess >= 100;
    const settled = trust.rHat <= 1.02 && trust.ess >= 200;
    if (!settled && !stopped && round < rounds) {
      kept *= 2;
      continue;
    }
    const pooled = Float64Array.from(equal.flatMap((own) => [...own])).sort();
    const mean = pooled.reduce((sum, total) => sum + total, 0) / pooled.length;
    const share = (running.reduce((sum, chain) => sum + chain.capped(), 0) - capped) / (length * thin * chains);
    if (trust.rHat > 1.05) warnings.push('chains-disagree');
    if (trust.ess < 100) warnings.push('few-effective-draws');
    if (share > 0.01) warnings.push('cap-reached');
    const ok = agree && !stopped;
    const median = quantileType8(pooled, 0.5);
    const tail = (1 - level) / 2;
    return {
      ...nothing,
      status: ok ? 'ok' : 'not-converged',
      estimate: ok ? median : null,
      interval: ok
        ? { level, kind: 'credible', low: quantileType8(pooled, tail), high: quantileType8(pooled, 1 - tail) }
        : null,
      diagnostics: {
        ...trust,
        pooled: {
          median,
          mean,
          sd: Math.sqrt(pooled.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (pooled.length - 1)),
        },
        quantiles: ok
          ? Object.fromEntries([0.025, 0.1, 0.5, 0.9, 0.975].map((p) => [String(p), quantileType8(pooled, p)]))
          : null,
        chains: equal.map((own, c) => ({
          median: quantileType8(own.slice().sort(), 0.5),
          start: starts[c]!,
          occupied: occupied[c]! / draws[c]!.length,
        })),
        warmUp: thrown,
        sweeps: length * thin,
        thin,
        classes,
        cap,
        capped: share,
      },
    };
  }
}

function requireWhole(what: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`the number of ${what} is a whole number from ${least}`);
}
