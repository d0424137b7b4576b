/** How far Markov chains of one quantity can be trusted. */
export interface ChainDiagnostics {
  /** Split R-hat: 1 when chains, and their halves, agree; above 1.05 they do not. */
  readonly rHat: number;
  /** Effective sample size: as many independent draws would tell as much about the mean. */
  readonly ess: number;
}

/**
 * Split R-hat and effective sample size of chains of equal length (at least 4 draws), over their halves.
 *
 * With W the mean variance within and B/L the variance between the half chains of length L:
 * var+ = (L - 1)/L W + B/L, R-hat = sqrt(var+ / W). Autocorrelation at lag t is ρ_t = 1 - (W - mean autocovariance_t) / var+,
 * summed in pairs until one is negative, pairs never rising (Geyer's initial monotone sequence).
 * Chains that do not move at all: R-hat 1 when they stand on one value, else Infinity; the effective size is then 0.
 *
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 11.4-11.5; Vehtari et al. (2021), Bayesian Analysis 16.
 */
export function chainDiagnostics(chains: readonly Float64Array[]): ChainDiagnostics {
  const length = Math.floor(chains[0]!.length / 2);
  const halves = chains.flatMap((chain) => [chain.subarray(0, length), chain.subarray(chain.length - length)]);
  const means = halves.map(meanOf);
  const within = meanOf(halves.map((half, m) => autocovariance(half, means[m]!, 0) * (length / (length - 1))));
  const grand = meanOf(means);
  const between = means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0) / (means.length - 1);
  if (within === 0) return { rHat: between === 0 ? 1 : Number.POSITIVE_INFINITY, ess: 0 };
  const variance = ((length - 1) / length) * within + between;

  const correlation = (lag: number) =>
    1 - (within - meanOf(halves.map((half, m) => autocovariance(half, means[m]!, lag)))) / variance;
  let sum = -1;
  let last = Number.POSITIVE_INFINITY;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1);
    if (pair < 0) break;
    last = Math.min(last, pair);
    sum += 2 * last;
  }
  const draws = halves.length * length;
  return { rHat: Math.sqrt(variance / within), ess: draws / Math.max(sum, 1 / Math.log10(draws)) };
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function autocovariance(values: Float64Array, mean: number, lag: number): number {
  let sum = 0;
  for (let i = 0; i + lag < values.length; i++) sum += (values[i]! - mean) * (values[i + lag]! - mean);
  return sum / values.length;
}
