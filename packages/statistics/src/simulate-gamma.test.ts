import { describe, expect, it } from 'vitest';
import { RandomStream } from './random-stream.ts';
import { drawGamma, drawLogGamma } from './simulate-gamma.ts';

describe('drawGamma', () => {
  it.each([1, 2.5, 40, 10_000])('has mean and variance %d', (shape) => {
    const random = new RandomStream(2);
    const draws = Array.from({ length: 100_000 }, () => drawGamma(random, shape));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / draws.length));
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.05);
  });
});

describe('drawLogGamma', () => {
  it('is the logarithm of a gamma draw: E log G(a) = digamma(a)', () => {
    const random = new RandomStream(3);
    const mean =
      Array.from({ length: 200_000 }, () => drawLogGamma(random, 0.5)).reduce((sum, x) => sum + x, 0) / 200_000;
    expect(Math.abs(mean + 1.9635100260214235)).toBeLessThan(0.025);
  });

  it('stays finite for a shape that would underflow', () => {
    const random = new RandomStream(4);
    for (let i = 0; i < 1000; i++) expect(Number.isFinite(drawLogGamma(random, 1e-4))).toBe(true);
  });
});
