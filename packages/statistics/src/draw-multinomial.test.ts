import { expect, it } from 'vitest';
import { drawMultinomial } from './draw-multinomial.ts';
import { RandomStream } from './random-stream.ts';

it('divides every case over the cells, in proportion to their weights', () => {
  const weights = [0, 1, 5, 0, 14];
  const sums = new Float64Array(5);
  const random = new RandomStream(2);
  for (let i = 0; i < 2000; i++) {
    const counts = new Float64Array(5);
    drawMultinomial(random, 40, weights, [1, 2, 4], counts);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    counts.forEach((count, cell) => {
      sums[cell]! += count;
    });
  }
  expect([sums[0], sums[3]]).toEqual([0, 0]);
  [1, 2, 4].forEach((cell) => {
    const p = weights[cell]! / 20;
    expect(Math.abs(sums[cell]! - 80_000 * p)).toBeLessThan(4 * Math.sqrt(80_000 * p * (1 - p)));
  });
});
