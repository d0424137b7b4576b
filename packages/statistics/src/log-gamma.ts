const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * Logarithm of the gamma function for x > 0: log Γ(x); log n! = logGamma(n + 1).
 *
 * Stirling's series from x = 15 on, below that carried upward by Γ(x + 1) = x Γ(x). Relative error below 1e-14 away
 * from the zeros at 1 and 2, where the absolute error is below 1e-14. NaN for x ≤ 0.
 * Source: Abramowitz & Stegun (1964) 6.1.41.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === 1 || x === 2) return 0;
  let shifted = x;
  let product = 1;
  while (shifted < 15) product *= shifted++;
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingTail(shifted) - Math.log(product);
}

function stirlingTail(x: number): number {
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))))) / x;
}
