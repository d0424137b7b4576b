/**
 * Subset products, in place: factors[w] becomes the product of factors[t] over all t contained in w.
 *
 * With factors[t] = exp(alpha_t) this gives the fitted mean of every cell with one exponential per parameter instead of
 * one per cell, and a factor 0 (a parameter at minus infinity) empties exactly the cells that contain it.
 */
export function subsetProducts(factors: Float64Array): Float64Array {
  const size = factors.length;
  for (let bit = 1; bit < size; bit <<= 1) {
    for (let block = 0; block < size; block += bit << 1) {
      for (let w = block; w < block + bit; w++) factors[w + bit]! *= factors[w]!;
    }
  }
  return factors;
}
