/**
 * Subset products, in place: factors[w] becomes the product of factors[t] over all t contained in w.
 *
 * With factors[t] = exp(alpha_t) this gives the fitted mean of every cell with one exponential per parameter instead of
 * one per cell, and a factor 0 (a parameter at minus infinity) empties exactly the cells that contain it.
 */
export function subsetProducts(factors: Float64Array): Float64Array {
  const size = factors.length;
  if (size >= 4) {
    // The two lowest bits together: loops of one and two rounds cost more than what they do.
    for (let w = 0; w < size; w += 4) {
      const none = factors[w]!;
      const first = factors[w + 1]! * none;
      const second = factors[w + 2]!;
      factors[w + 1] = first;
      factors[w + 2] = second * none;
      factors[w + 3]! *= first * second;
    }
  }
  for (let bit = size >= 4 ? 4 : 1; bit < size; bit <<= 1) {
    for (let block = 0; block < size; block += bit << 1) {
      for (let w = block; w < block + bit; w++) factors[w + bit]! *= factors[w]!;
    }
  }
  return factors;
}
