import { expect, it } from 'vitest';
import { drawBinomial } from './draw-binomial.ts';
import { logGamma } from './log-gamma.ts';
import { RandomStream } from './random-stream.ts';

it.each([
  [12, 0.2],
  [12, 0.9],
  [60, 0.3],
  [2744, 0.33],
  [2744, 0.002],
])('draws from %d trials with chance %d as often as it should', (trials, p) => {
  const random = new RandomStream(11);
  const draws = 20_000;
  const seen = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    const value = drawBinomial(random, trials, p);
    seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  let chiSquared = 0;
  let cells = 0;
  for (let value = 0; value <= trials; value++) {
    const expected =
      draws *
      Math.exp(
        logGamma(trials + 1) -
          logGamma(value + 1) -
          logGamma(trials - value + 1) +
          value * Math.log(p) +
          (trials - value) * Math.log1p(-p),
      );
    if (expected < 10) continue;
    chiSquared += ((seen.get(value) ?? 0) - expected) ** 2 / expected;
    cells++;
  }
  expect(chiSquared).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
});

it('stays within the possible, also for ten million trials', () => {
  const random = new RandomStream(3);
  expect(drawBinomial(random, 0, 0.5)).toBe(0);
  expect(drawBinomial(random, 9, 1)).toBe(9);
  expect(drawBinomial(random, 9, 0)).toBe(0);
  const many = drawBinomial(random, 1e7, 0.4);
  expect(Math.abs(many - 4e6)).toBeLessThan(6 * Math.sqrt(2.4e6));
});
