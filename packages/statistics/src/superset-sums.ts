/**
 * Superset sums, in place: values[s] becomes the sum of values[w] over all w that contain s.
 *
 * The zeta transform of the subset lattice, k·2^(k−1) additions for a length of 2^k. With counts per history it turns
 * "exactly these lists" into "at least these lists"; with fitted means it yields every element of the information
 * matrix. Source: Yates (1937), The design and analysis of factorial experiments.
 */
export function supersetSums(values: Float64Array): Float64Array {
  const size = values.length;
  if (size >= 4) {
    // The two lowest bits together: loops of one and two rounds cost more than what they do.
    for (let w = 0; w < size; w += 4) {
      const both = values[w + 3]!;
      const first = values[w + 1]! + both;
      values[w]! += first + values[w + 2]!;
      values[w + 1] = first;
      values[w + 2]! += both;
    }
  }
  for (let bit = size >= 4 ? 4 : 1; bit < size; bit <<= 1) {
    for (let block = 0; block < size; block += bit << 1) {
      for (let w = block; w < block + bit; w++) values[w]! += values[w + bit]!;
    }
  }
  return values;
}
