import { describe, expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { latentClassChain } from './latent-class-chain.ts';
import { RandomStream } from './random-stream.ts';

const prior = { classes: 10, shape: 0.25, rate: 0.25, cap: 1e5 };

/** Three lists that meet 30%, 40% and 50% of 4,000 cases, independently. */
const independent = captureTable(
  ['A', 'B', 'C'],
  Array.from({ length: 7 }, (_, i) => {
    const w = i + 1;
    const p = [0.3, 0.4, 0.5].reduce((product, rate, j) => product * ((w >> j) & 1 ? rate : 1 - rate), 1);
    return [w, Math.round(4000 * p)] as const;
  }),
);

function medianDark(start: number, seed: number): { median: number; occupied: number } {
  const chain = latentClassChain(independent, prior, new RandomStream(seed), start);
  for (let i = 0; i < 3000; i++) chain.sweep();
  let occupied = 0;
  const draws = Float64Array.from({ length: 5000 }, () => {
    const dark = chain.sweep();
    occupied += chain.occupied() / 5000;
    return dark;
  }).sort();
  return { median: draws[2500]!, occupied };
}

describe('latentClassChain', () => {
  it('finds the number missed by independent lists, with hardly more than one class', () => {
    const { median, occupied } = medianDark(1, 1);
    expect(Math.abs(median / (4000 * 0.21) - 1)).toBeLessThan(0.06);
    expect(occupied).toBeLessThan(2.5);
  });

  it('finds the same when it begins with every class filled', () => {
    expect(Math.abs(medianDark(10, 2).median / medianDark(1, 3).median - 1)).toBeLessThan(0.06);
  });

  it('keeps to the cap, and says how often it had to', () => {
    const chain = latentClassChain(independent, { ...prior, cap: 700 }, new RandomStream(4), 1);
    for (let i = 0; i < 500; i++) expect(chain.sweep()).toBeLessThanOrEqual(700);
    expect(chain.capped()).toBeGreaterThan(100);
  });

  it('makes the same draws from the same stream', () => {
    const [a, b] = [1, 1].map((seed) => latentClassChain(independent, prior, new RandomStream(seed), 3));
    for (let i = 0; i < 50; i++) expect(a!.sweep()).toBe(b!.sweep());
  });
});
