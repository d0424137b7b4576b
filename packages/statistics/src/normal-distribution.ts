/**
 * Standard normal distribution function: P(Z ≤ z).
 *
 * Power series up to |z| = 5 (Marsaglia 2004, J. Stat. Software 11(4)), Laplace's continued fraction beyond, so that
 * both tails keep a relative accuracy of about 1e-13. 0 and 1 at minus and plus infinity.
 */
export function normalDistribution(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z > 0) return 1 - normalDistribution(-z);
  if (z < -39) return 0;
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  if (z > -2.5) {
    let term = z;
    let sum = z;
    for (let i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
      term *= (z * z) / i;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = -z;
  for (let i = 200; i >= 1; i--) fraction = -z + i / fraction;
  return density / fraction;
}
