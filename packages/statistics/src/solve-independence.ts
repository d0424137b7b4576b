/**
 * Cases on no list when the lists are independent: the n₀ = N − n with 1 − n/N = Π (1 − n_j/N).
 *
 * `margins` are superset sums (margins[0] = n, margins[1 << j] = n_j). Infinity when no case stands on two lists, 0 when
 * some list holds every case. Newton steps on log n₀ inside a bracket; relative error about 1e-14.
 * Source: Darroch (1958), Biometrika 45(3/4), 343–359.
 */
export function solveIndependence(margins: Float64Array): number {
  const observed = margins[0]!;
  let overlap = -observed;
  for (let list = 1; list < margins.length; list <<= 1) {
    overlap += margins[list]!;
    if (margins[list] === observed) return 0;
  }
  if (overlap <= 0) return Number.POSITIVE_INFINITY;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let logDark = 2 * Math.log(observed) - Math.log(2 * overlap);
  for (let i = 0; i < 200; i++) {
    const dark = Math.exp(logDark);
    const total = observed + dark;
    let excess = dark < observed ? Math.log(dark / total) : Math.log1p(-observed / total);
    let slope = observed / total;
    for (let list = 1; list < margins.length; list <<= 1) {
      const onList = margins[list]!;
      if (onList === 0) continue;
      excess -= Math.log1p(-onList / total);
      slope -= (onList / total) * (dark / (total - onList));
    }
    if (excess < 0) low = logDark;
    else high = logDark;
    let next = logDark - excess / slope;
    if (!(slope > 0) || next <= low || next >= high || Math.abs(next - logDark) > 3) {
      if (low === Number.NEGATIVE_INFINITY) next = logDark - 3;
      else if (high === Number.POSITIVE_INFINITY) next = logDark + 3;
      else next = (low + high) / 2;
    }
    const moved = Math.abs(next - logDark);
    logDark = next;
    if (moved < 1e-13) break;
  }
  return Math.exp(logDark);
}
