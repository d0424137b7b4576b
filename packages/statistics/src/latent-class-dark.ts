import { logGamma } from './log-gamma.ts';
import type { RandomStream } from './random-stream.ts';
import { drawGamma } from './simulate-gamma.ts';
import { drawPoisson } from './simulate-poisson.ts';

/**
 * The number of cases in no list, given that `seen` were met and each is missed with chance `missed`: negative binomial,
 * P(x) proportional to Γ(seen + x) / Γ(x + 1) missed^x, cut off above `cap`. `cut` tells that the cap came into play.
 *
 * Below the cap as a gamma mixture of Poisson draws. When those keep landing above it, downward from the cap under a
 * geometric envelope: P(x - 1) / P(x) only falls as x falls.
 */
export function drawDark(
  random: RandomStream,
  seen: number,
  missed: number,
  cap: number,
): { readonly cases: number; readonly cut: boolean } {
  const ratio = cap / ((seen + cap - 1) * missed);
  for (let attempt = 0; ; attempt++) {
    if (missed < 1) {
      const mean = (drawGamma(random, seen) * missed) / (1 - missed);
      const cases = mean > 4 * cap + 1000 ? cap + 1 : drawPoisson(random, mean);
      if (cases <= cap) return { cases, cut: attempt > 0 };
    }
    if (ratio >= 1) continue;
    const down = Math.floor(Math.log(random.uniform()) / Math.log(ratio));
    if (down > cap) continue;
    const cases = cap - down;
    const density = logGamma(seen + cases) - logGamma(cases + 1) - logGamma(seen + cap) + logGamma(cap + 1);
    const accept = density - down * Math.log(missed * ratio);
    if (Math.log(random.uniform()) <= accept) return { cases, cut: true };
  }
}
