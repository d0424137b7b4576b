import { logGamma } from './log-gamma.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * One binomial draw: the number of successes in `trials` independent trials with chance `p`.
 *
 * Inversion by waiting along the probabilities while the expected number is below 10, transformed rejection (BTRS)
 * above, so that the cost does not grow with the number of trials.
 * Source: Hörmann (1993), The generation of binomial random variates, J. Stat. Comput. Simul. 46, 101–110.
 */
export function drawBinomial(random: RandomStream, trials: number, p: number): number {
  if (trials === 0 || p <= 0) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - drawBinomial(random, trials, 1 - p);
  return trials * p < 10 ? byInversion(random, trials, p) : byRejection(random, trials, p);
}

function byInversion(random: RandomStream, trials: number, p: number): number {
  const odds = p / (1 - p);
  const none = Math.exp(trials * Math.log1p(-p));
  for (;;) {
    let left = random.uniform();
    let probability = none;
    for (let successes = 0; successes <= trials && successes < 120; successes++) {
      if (left < probability) return successes;
      left -= probability;
      probability *= (odds * (trials - successes)) / (successes + 1);
    }
  }
}

function byRejection(random: RandomStream, trials: number, p: number): number {
  const spread = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = trials * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= quick) return successes;
    if (successes < 0 || successes > trials) continue;
    const mode = Math.floor((trials + 1) * p);
    const logRatio =
      logGamma(mode + 1) +
      logGamma(trials - mode + 1) -
      logGamma(successes + 1) -
      logGamma(trials - successes + 1) +
      (successes - mode) * Math.log(p / (1 - p));
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= logRatio) return successes;
  }
}
