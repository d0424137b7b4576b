const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

const SMALL = Float64Array.from({ length: 16 }, (_, n) => {
  let factorial = 1;
  for (let i = 2; i <= n; i++) factorial *= i;
  return n === 0 ? 0 : Math.log(factorial) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
});

/**
 * What Stirling's formula leaves of log n!: log n! − log(√(2πn) (n/e)^n), for whole n ≥ 1 (0 for n = 0, by convention).
 *
 * Absolute error below 2e-15. Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function stirlingError(n: number): number {
  if (n < 16) return SMALL[n]!;
  const y = 1 / (n * n);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360)))))) / n;
}
