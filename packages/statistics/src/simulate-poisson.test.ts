import { describe, expect, it } from 'vitest';
import { RandomStream } from './random-stream.ts';
import { drawPoisson } from './simulate-poisson.ts';

describe('drawPoisson', () => {
  it.each([0.02, 3, 9.9, 10, 37, 5000, 2e7])('has mean and variance %d', (mean) => {
    const random = new RandomStream(5);
    const draws = Array.from({ length: 100_000 }, () => drawPoisson(random, mean));
    const found = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - found) ** 2, 0) / draws.length;
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(mean / draws.length));
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.05 + 5 / Math.sqrt(mean * draws.length));
    expect(draws.every((x) => Number.isInteger(x) && x >= 0)).toBe(true);
  });

  it('follows the Poisson probabilities, above and below the join at ten', () => {
    for (const mean of [9, 12]) {
      const random = new RandomStream(6);
      const seen = new Float64Array(60);
      for (let i = 0; i < 200_000; i++) seen[drawPoisson(random, mean)]! += 1;
      let probability = Math.exp(-mean);
      let chiSquare = 0;
      for (let x = 0; x < 26; x++) {
        const expected = 200_000 * probability;
        if (expected > 10) chiSquare += (seen[x]! - expected) ** 2 / expected;
        probability *= mean / (x + 1);
      }
      expect(chiSquare).toBeLessThan(60);
    }
  });

  it('draws nothing from mean zero', () => expect(drawPoisson(new RandomStream(7), 0)).toBe(0));
});
