/**
 * log Γ(x) for x > 0, to about 1e-15 relative: Stirling's series from x = 10 on, below it by Γ(x) = Γ(x + m) / (x)…(x + m - 1).
 * NaN for x <= 0, where nothing here asks for it.
 *
 * Source: Abramowitz & Stegun (1964), 6.1.41 and 6.1.15.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let product = 1;
  let y = x;
  for (; y < 10; y++) product *= y;
  const r = 1 / (y * y);
  const tail =
    (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r / 156)))))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.9189385332046727 + tail - Math.log(product);
}
