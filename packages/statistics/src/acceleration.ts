/**
 * Acceleration of BCa from jackknife estimates: a = Σ w r³ / (6 (Σ w r²)^1.5), r = weighted mean − estimate.
 *
 * Source: Efron (1987), JASA 82(397), 171–185.
 */
export function acceleration(estimates: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = estimates.reduce((sum, value, i) => sum + value * weights[i]!, 0) / total;
  let squares = 0;
  let cubes = 0;
  estimates.forEach((value, i) => {
    const r = mean - value;
    squares += weights[i]! * r * r;
    cubes += weights[i]! * r * r * r;
  });
  if (squares <= (1e-12 * mean) ** 2 * total) return 0;
  return cubes / (6 * squares ** 1.5);
}
