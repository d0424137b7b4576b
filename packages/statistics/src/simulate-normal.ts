import type { RandomStream } from './random-stream.ts';

/** One draw from the standard normal law. Source: Marsaglia & Bray (1964), polar method. */
export function drawNormal(random: RandomStream): number {
  for (;;) {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
