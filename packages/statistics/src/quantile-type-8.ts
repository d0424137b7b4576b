/**
 * Sample quantile, type 8 of Hyndman & Fan (1996): approximately median-unbiased whatever the distribution.
 *
 * With h = (B + 1/3) p + 1/3 it interpolates linearly between the order statistics ⌊h⌋ and ⌊h⌋ + 1, clamped at the
 * ends. `sorted` is ascending; plus infinity is allowed and sorts last: interpolating into it gives Infinity.
 *
 * @throws RangeError when there are no values or p lies outside 0 … 1.
 */
export function quantileType8(sorted: ArrayLike<number>, p: number): number {
  const size = sorted.length;
  if (size === 0) throw new RangeError('a quantile requires at least one value');
  if (!(p >= 0 && p <= 1)) throw new RangeError('a quantile level lies between 0 and 1');
  const h = (size + 1 / 3) * p + 1 / 3;
  // R counts 4 machine epsilons of slack, so that a level that means an order statistic exactly yields it.
  const floor = Math.floor(h + 4 * Number.EPSILON);
  const weight = Math.abs(h - floor) < 4 * Number.EPSILON ? 0 : h - floor;
  const low = sorted[Math.min(Math.max(floor, 1), size) - 1]!;
  const high = sorted[Math.min(Math.max(floor + 1, 1), size) - 1]!;
  if (weight === 0 || low === high) return low;
  if (high === Number.POSITIVE_INFINITY) return high;
  return low + weight * (high - low);
}
