/**
 * Half the Poisson deviance of a count x under mean m: x log(x/m) + m − x, for x ≥ 0 and m > 0.
 *
 * Near x = m the two terms cancel; a series in v = (x − m)/(x + m) keeps full relative accuracy there.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities, D0.
 */
export function poissonDeviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) < 0.1 * (x + mean)) {
    const v = difference / (x + mean);
    let sum = difference * v;
    let term = 2 * x * v;
    const square = v * v;
    for (let j = 3; j < 1000; j += 2) {
      term *= square;
      const next = sum + term / j;
      if (next === sum) return sum;
      sum = next;
    }
    return sum;
  }
  return x * Math.log(x / mean) - difference;
}
