import type { CaptureTable } from './capture-table.ts';
import { drawBinomial } from './draw-binomial.ts';
import { drawDark } from './latent-class-dark.ts';
import { logGamma } from './log-gamma.ts';
import type { RandomStream } from './random-stream.ts';
import { drawGamma, drawLogGamma } from './simulate-gamma.ts';

export interface LatentClassPrior {
  /** Most classes the mixture may use, at least 2. */
  readonly classes: number;
  /** Shape and rate of the gamma prior on the concentration α of the classes. */
  readonly shape: number;
  readonly rate: number;
  /** Most cases in no list. */
  readonly cap: number;
}

/** One Markov chain of the latent class model. */
export interface LatentClassChain {
  /** One Gibbs sweep; returns the number of cases in no list. */
  sweep(): number;
  /** Classes that hold at least one case after the last sweep. */
  occupied(): number;
  /** Sweeps so far in which the cap cut the draw off. */
  capped(): number;
}

/** From this many cases on a history is split class by class, below it case by case: whichever is quicker. */
const FEW = 12;

/**
 * Gibbs sampler for capture-recapture with latent classes: within class h list j meets a case with chance λ_jh,
 * independently of the other lists; class weights ν come from a stick broken at most `classes` times, V_h ~ Beta(1, α),
 * α ~ Gamma(shape, rate); λ uniform; p(N) proportional to 1/N up to the cap.
 *
 * A sweep draws in turn (i) the classes of the n cases seen, per history; (ii) λ_jh ~ Beta(1 + on, 1 + off), unseen cases
 * counted off; (iii) V_h ~ Beta(1 + c_h, α + Σ_{l>h} c_l); (iv) α ~ Gamma(shape + K - 1, rate - log ν_K); (v) the number
 * unseen n0 ~ NegBin(n, 1 - p0), p0 = Σ ν_h Π_j (1 - λ_jh), and their classes. Sticks are kept as logarithms: with α near
 * zero a weight can be e^-10000.
 *
 * Between (i) and (ii) two moves of our own keep chains from sticking where the published sampler does: classes merge or
 * split, and exchange places on the stick (Papaspiliopoulos & Roberts 2008, Biometrika 95, for why). They leave the
 * posterior as it is.
 *
 * @param start classes of equal weight the chain begins with; chains that begin apart show when they do not come together
 *
 * Source: Manrique-Vallier (2016), Biometrics 72, 1246-1254.
 */
export function latentClassChain(
  table: CaptureTable,
  prior: LatentClassPrior,
  random: RandomStream,
  start: number,
): LatentClassChain {
  const k = table.lists.length;
  const n = table.observed;
  const { classes } = prior;
  const histories = Int32Array.from([...table.counts.keys()].filter((w) => table.counts[w]! > 0));
  const counts = Float64Array.from(histories, (w) => table.counts[w]!);

  const on = new Float64Array(classes * k); // seen cases of class h on list j, at h * k + j
  const hit = new Float64Array(classes * k); // λ
  const miss = new Float64Array(classes * k); // 1 - λ
  const held = new Float64Array(classes * counts.length); // seen cases of class h with history c, at c * classes + h
  const seen = new Float64Array(classes); // seen cases per class
  const unseen = new Float64Array(classes);
  const weight = new Float64Array(classes); // ν
  const moved = new Float64Array(counts.length);
  const chance = new Float64Array(classes);
  const members = (h: number) => seen[h]! + unseen[h]!;
  let alpha = 0.01;
  let cut = 0;

  for (let j = 0; j < k; j++) {
    let total = 0;
    for (let c = 0; c < counts.length; c++) total += (histories[c]! >> j) & 1 ? counts[c]! : 0;
    for (let h = 0; h < classes; h++) {
      hit[h * k + j] = (total / n) * (0.25 + 0.7 * random.uniform());
      miss[h * k + j] = 1 - hit[h * k + j]!;
    }
  }
  for (let h = 0; h < classes; h++) weight[h] = h < start ? 1 / start : 1e-9;
  drawUnseen();

  /** Joint chance, per class, of being in it and having history w; returns their sum. */
  function chances(w: number): number {
    let sum = 0;
    for (let h = 0, at = 0; h < classes; h++) {
      let p = weight[h]!;
      for (let j = 0; j < k; j++, at++) p *= (w >> j) & 1 ? hit[at]! : miss[at]!;
      chance[h] = p;
      sum += p;
    }
    return sum;
  }

  function drawSeen(): void {
    on.fill(0);
    seen.fill(0);
    held.fill(0);
    for (let c = 0; c < counts.length; c++) {
      let mass = chances(histories[c]!);
      let left = counts[c]!;
      for (let h = 0; left > FEW && h < classes - 1; h++) {
        const cases = drawBinomial(random, left, chance[h]! / mass);
        if (cases > 0) enter(c, h, cases);
        left -= cases;
        mass -= chance[h]!;
        chance[h] = 0;
      }
      if (left > FEW) enter(c, classes - 1, left);
      else for (; left > 0; left--) enter(c, pick(random.uniform() * mass), 1);
    }
  }

  function enter(c: number, h: number, cases: number): void {
    held[c * classes + h]! += cases;
    seen[h]! += cases;
    for (let j = 0; j < k; j++) if ((histories[c]! >> j) & 1) on[h * k + j]! += cases;
  }

  /** The class in which a point lands when the chances lie end to end. */
  function pick(point: number): number {
    let left = point;
    let last = classes - 1;
    for (let h = 0; h < classes; h++) {
      if (chance[h]! === 0) continue;
      left -= chance[h]!;
      last = h;
      if (left < 0) break;
    }
    return last;
  }

  /** log p(classes of all cases | α), sticks integrated out. */
  function logAllocation(): number {
    let log = 0;
    let after = 0;
    for (let h = classes - 1; h >= 0; h--) {
      const size = members(h);
      if (h < classes - 1 && size + after > 0)
        log += Math.log(alpha) + logGamma(1 + size) + logGamma(alpha + after) - logGamma(1 + alpha + size + after);
      after += size;
    }
    return log;
  }

  /** log p(lists of the members of class h), rates integrated out. */
  function logLists(h: number): number {
    const size = members(h);
    let log = -k * logGamma(2 + size);
    for (let j = 0; j < k; j++) {
      const met = on[h * k + j]!;
      log += logGamma(1 + met) + logGamma(1 + size - met);
    }
    return log;
  }

  /** Moves the seen cases in `moved` (per history) and `dark` unseen ones between two classes. */
  function transfer(from: number, to: number, dark: number): void {
    unseen[from]! -= dark;
    unseen[to]! += dark;
    for (let c = 0; c < counts.length; c++) {
      const cases = moved[c]!;
      seen[from]! -= cases;
      seen[to]! += cases;
      for (let j = 0; j < k; j++) {
        if (((histories[c]! >> j) & 1) === 0) continue;
        on[from * k + j]! -= cases;
        on[to * k + j]! += cases;
      }
    }
  }

  /**
   * Offers to pour class h into class g or, when h is empty, to part g in two by lot (Metropolis-Hastings, rates and
   * sticks integrated out). Gibbs steps alone merge two classes with the same rates by diffusion, in some N sweeps.
   */
  function mergeOrSplit(): void {
    const g = Math.floor(random.uniform() * classes);
    const h = Math.floor(random.uniform() * classes);
    if (g === h || members(g) === 0) return;
    const whole = members(g) + members(h);
    const merge = members(h) > 0;
    const share = random.uniform();
    const [from, to] = merge ? [h, g] : [g, h];
    const before = logAllocation() + logLists(g) + logLists(h);
    let part = merge ? members(h) : 0;
    for (let c = 0; c < counts.length; c++) {
      const cases = held[c * classes + from]!;
      moved[c] = merge ? cases : drawBinomial(random, cases, share);
      if (!merge) part += moved[c]!;
    }
    const dark = merge ? unseen[h]! : drawBinomial(random, unseen[g]!, share);
    if (!merge) part += dark;
    if (part === 0 || part === whole) return;
    transfer(from, to, dark);
    const gain = logAllocation() + logLists(g) + logLists(h) - before;
    const lot = logGamma(1 + part) + logGamma(1 + whole - part) - logGamma(2 + whole);
    if (Math.log(random.uniform()) >= gain + (merge ? lot : -lot)) transfer(to, from, dark);
  }

  /**
   * Offers to exchange the places of two classes on the stick (Metropolis-Hastings, sticks integrated out). A large class
   * late on the stick otherwise keeps α, and with it the number of classes, high.
   */
  function exchange(): void {
    const g = Math.floor(random.uniform() * classes);
    const h = Math.floor(random.uniform() * classes);
    if (members(g) === members(h)) return;
    const before = logAllocation();
    swap(seen, g, h);
    swap(unseen, g, h);
    if (Math.log(random.uniform()) < logAllocation() - before) {
      for (let j = 0; j < k; j++) swap(on, g * k + j, h * k + j);
    } else {
      swap(seen, g, h);
      swap(unseen, g, h);
    }
  }

  function drawRates(): void {
    for (let h = 0, at = 0; h < classes; h++) {
      const size = members(h);
      for (let j = 0; j < k; j++, at++) {
        if (size === 0) {
          hit[at] = random.uniform();
          miss[at] = 1 - hit[at]!;
        } else {
          const a = drawGamma(random, 1 + on[at]!);
          const b = drawGamma(random, 1 + size - on[at]!);
          hit[at] = a / (a + b);
          miss[at] = b / (a + b);
        }
      }
    }
  }

  function drawWeights(): void {
    let after = 0;
    for (let h = 0; h < classes; h++) after += members(h);
    let logLeft = 0;
    for (let h = 0; h < classes - 1; h++) {
      const size = members(h);
      after -= size;
      if (size === 0) {
        const logKept = Math.log(random.uniform()) / (alpha + after);
        weight[h] = Math.exp(logLeft) * -Math.expm1(logKept);
        logLeft += logKept;
      } else {
        const a = drawLogGamma(random, 1 + size);
        const b = drawLogGamma(random, alpha + after);
        const sum = Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
        weight[h] = Math.exp(logLeft + a - sum);
        logLeft += b - sum;
      }
    }
    weight[classes - 1] = Math.exp(logLeft);
    alpha = drawGamma(random, prior.shape + classes - 1) / (prior.rate - logLeft);
  }

  function drawUnseen(): number {
    let mass = chances(0);
    const dark = drawDark(random, n, mass, prior.cap);
    if (dark.cut) cut++;
    unseen.fill(0);
    let left = dark.cases;
    for (let h = 0; left > 0; h++) {
      unseen[h] = h === classes - 1 ? left : drawBinomial(random, left, chance[h]! / mass);
      left -= unseen[h]!;
      mass -= chance[h]!;
    }
    return dark.cases;
  }

  return {
    sweep() {
      drawSeen();
      mergeOrSplit();
      exchange();
      drawRates();
      drawWeights();
      return drawUnseen();
    },
    occupied: () => seen.reduce((sum, _, h) => sum + (members(h) > 0 ? 1 : 0), 0),
    capped: () => cut,
  };
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a]!;
  values[a] = values[b]!;
  values[b] = kept;
}
