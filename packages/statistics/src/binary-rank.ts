/**
 * Whether rows of bits have a given rank modulo 2.
 *
 * Independence modulo 2 implies independence over the rationals, never the other way round: `true` proves full rank,
 * `false` only asks for an exact look. Rows are whole numbers below 2^31; `pivots` is scratch space of length 31.
 */
export function hasBinaryRank(rows: ArrayLike<number>, length: number, rank: number, pivots: Int32Array): boolean {
  pivots.fill(0);
  let found = 0;
  for (let r = 0; r < length; r++) {
    let row = rows[r]!;
    while (row !== 0) {
      const lead = 31 - Math.clz32(row);
      const pivot = pivots[lead]!;
      if (pivot === 0) {
        pivots[lead] = row;
        if (++found === rank) return true;
        break;
      }
      row ^= pivot;
    }
  }
  return false;
}
