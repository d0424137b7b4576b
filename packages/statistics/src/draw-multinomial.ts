import { drawBinomial } from './draw-binomial.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * One multinomial draw: `total` cases over the cells `order`, with chances proportional to `weights`.
 *
 * Writes the counts into `into` at the same cells (others are left alone). Cells are drawn one after the other, each
 * binomial given what is left; `order` therefore is part of the random stream.
 */
export function drawMultinomial(
  random: RandomStream,
  total: number,
  weights: ArrayLike<number>,
  order: ArrayLike<number>,
  into: Float64Array,
): void {
  let weightLeft = 0;
  for (let i = 0; i < order.length; i++) weightLeft += weights[order[i]!]!;
  let left = total;
  for (let i = 0; i < order.length; i++) {
    const cell = order[i]!;
    const weight = weights[cell]!;
    const count = i === order.length - 1 ? left : drawBinomial(random, left, weight / weightLeft);
    into[cell] = count;
    left -= count;
    weightLeft -= weight;
  }
}
