import { logGamma } from './log-gamma.ts';
import type { RandomStream } from './random-stream.ts';

/** One draw from Poisson(mean), mean >= 0. Source: Hörmann (1993), Insurance: Mathematics and Economics 12 (PTRS); below mean 10 by inversion. */
export function drawPoisson(random: RandomStream, mean: number): number {
  if (mean < 10) {
    let left = random.uniform();
    let mass = Math.exp(-mean);
    let x = 0;
    while (left > mass && x < 200) {
      left -= mass;
      x += 1;
      mass *= mean / x;
    }
    return x;
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const scale = 1.1239 + 1.1328 / (b - 3.4);
  const accept = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const edge = 0.5 - Math.abs(u);
    const x = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= accept) return x;
    if (x < 0 || (edge < 0.013 && v > edge)) continue;
    if (Math.log((v * scale) / (a / (edge * edge) + b)) <= x * logMean - mean - logGamma(x + 1)) return x;
  }
}
