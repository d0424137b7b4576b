import type { CaptureTable } from './capture-table.ts';
import type { Interval } from './estimate-status.ts';
import { RandomStream } from './random-stream.ts';
import { type SimulationModel, simulateTable } from './simulate-table.ts';

/** What a method says of one simulated table; `run` can serve as its seed. */
export type SimulatedMethod = (
  table: CaptureTable,
  run: number,
) => { readonly estimate: number | null; readonly interval: Interval | null };

export interface Coverage {
  readonly runs: number;
  /** Tables for which the method gave no interval; they count as not covered. */
  readonly withoutInterval: number;
  /** Share of all tables whose interval holds the true total; a missing upper limit holds everything above the lower. */
  readonly coverage: number;
  /** Standard error of that share, sqrt(c (1 - c) / runs). */
  readonly standardError: number;
  /** Share of tables whose interval lies wholly below, wholly above the true total. */
  readonly below: number;
  readonly above: number;
  /** Median of the estimates, null when there is none. */
  readonly median: number | null;
}

/**
 * How often the intervals of a method hold the true total, on tables drawn from a population of known size.
 * Run r draws from stream r of the seed, so runs may be divided over workers with `from`.
 *
 * Source: Chan, Silverman & Vincent (2021), JASA 116(535), section 4, for the experiment.
 */
export function simulateCoverage(
  model: SimulationModel,
  method: SimulatedMethod,
  { runs = 200, seed = 1, from = 0 }: { readonly runs?: number; readonly seed?: number; readonly from?: number } = {},
): Coverage {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError('a simulation has at least one run');
  const estimates: number[] = [];
  let withoutInterval = 0;
  let covered = 0;
  let below = 0;
  let above = 0;
  for (let run = from; run < from + runs; run++) {
    const table = simulateTable(model, new RandomStream(seed, run));
    const { estimate, interval } = table.observed > 0 ? method(table, run) : { estimate: null, interval: null };
    if (estimate !== null) estimates.push(estimate);
    if (!interval) withoutInterval++;
    else if (interval.high !== null && interval.high < model.total) below++;
    else if (interval.low !== null && interval.low > model.total) above++;
    else covered++;
  }
  estimates.sort((a, b) => a - b);
  const coverage = covered / runs;
  return {
    runs,
    withoutInterval,
    coverage,
    standardError: Math.sqrt((coverage * (1 - coverage)) / runs),
    below: below / runs,
    above: above / runs,
    median: estimates.length > 0 ? estimates[Math.floor(estimates.length / 2)]! : null,
  };
}
