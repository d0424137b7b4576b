import type { RandomStream } from './random-stream.ts';
import { drawNormal } from './simulate-normal.ts';

/** One draw from Gamma(shape, rate 1), shape >= 1. Source: Marsaglia & Tsang (2000), ACM TOMS 26. */
export function drawGamma(random: RandomStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = random.uniform();
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

/**
 * Log of one draw from Gamma(shape, rate 1), shape > 0. A shape near zero gives draws such as e^-10000, which only their
 * logarithm can hold: log G(shape) = log G(shape + 1) + log(U) / shape.
 */
export function drawLogGamma(random: RandomStream, shape: number): number {
  return shape >= 1
    ? Math.log(drawGamma(random, shape))
    : Math.log(drawGamma(random, shape + 1)) + Math.log(random.uniform()) / shape;
}
