import { describe, expect, it } from 'vitest';
import { drawDark } from './latent-class-dark.ts';
import { RandomStream } from './random-stream.ts';

const meanOf = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Mean of Γ(seen + x) / Γ(x + 1) missed^x over 0..cap, term by term. */
function exactMean(seen: number, missed: number, cap: number): number {
  const steps = Array.from({ length: cap }, (_, i) => Math.log(((seen + i) / (i + 1)) * missed));
  const log = [0];
  for (const step of steps) log.push(log.at(-1)! + step);
  const top = Math.max(...log);
  const weights = log.map((l) => Math.exp(l - top));
  return weights.reduce((sum, w, x) => sum + w * x, 0) / weights.reduce((a, b) => a + b);
}

describe('drawDark', () => {
  it.each([
    ['no cap in reach', 100, 0.5, 100_000, false],
    ['the cap in the upper tail', 100, 0.5, 110, true],
    ['the cap far below the mean', 100, 0.95, 500, true],
    ['hardly anyone ever met', 50, 0.999999, 1000, true],
  ])('has the exact mean with %s', (_, seen, missed, cap, cut) => {
    const random = new RandomStream(11);
    const draws = Array.from({ length: 20_000 }, () => drawDark(random, seen, missed, cap));
    const cases = draws.map((draw) => draw.cases);
    const mean = meanOf(cases);
    const error = Math.sqrt(meanOf(cases.map((x) => (x - mean) ** 2)) / cases.length);
    expect(Math.abs(mean - exactMean(seen, missed, Math.min(cap, 3000)))).toBeLessThan(4.5 * error);
    expect(draws.some((draw) => draw.cut)).toBe(cut);
    expect(cases.every((x) => Number.isInteger(x) && x >= 0 && x <= cap)).toBe(true);
  });
});
