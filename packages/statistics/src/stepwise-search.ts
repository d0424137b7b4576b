import { hasBinaryRank } from './binary-rank.ts';
import { existence } from './existence.ts';
import { interactionsUpTo } from './interactions-up-to.ts';
import { type FitEnd, LogLinearFitter } from './log-linear-fitter.ts';
import { poissonDeviance } from './poisson-deviance.ts';
import { poissonTail } from './poisson-tail.ts';

/** Deviance beyond which a Poisson tail may vanish in double precision. */
const NEARLY_ZERO = 1200;

/** A pair may still enter; has been looked at in this round; is in the model. */
const OPEN = 0;
const SEEN = 1;
const ENTERED = 2;

/**
 * Workspace for the forward selection of pairs of lists (SparseMSE's rule), reused from table to table.
 *
 * From the independence model on, the absent pair whose observed overlap x is least probable under the fitted overlap
 * lambda enters, if its smaller one-sided Poisson tail lies below the threshold and the larger model has an estimate;
 * then the model is fitted again. Equal tails: the first pair in the order 12, 13, …, 1k, 23, …
 *
 * Only tails that can win are computed. With D = 2(x log(x/lambda) + lambda − x), the smaller tail lies between
 * Φ(−√D) and Φ(−√D'), D' one count nearer to lambda (Zubkov & Serov 2013, Theory Probab. Appl. 57(3), 539–544), so a pair
 * whose D is below z² for the threshold, or below the D' of another, is passed over.
 * Source: Chan, Silverman & Vincent (2021), JASA 116(535), 1297–1306.
 */
export class StepwiseSearch {
  readonly fitter: LogLinearFitter;
  /** Pairs in the order they entered; `pairsLength` of them count. */
  readonly pairs: Int32Array;
  pairsLength = 0;
  /** Tail probability with which each entered. */
  readonly tails: Float64Array;

  readonly #candidates: Int32Array;
  readonly #state: Uint8Array;
  readonly #deviance: Float64Array;
  readonly #cells: Int32Array;
  readonly #bits: Int32Array;
  readonly #pivots = new Int32Array(32);
  #cellsLength = 0;

  constructor(lists: number) {
    this.fitter = new LogLinearFitter(lists);
    this.#candidates = Int32Array.from(interactionsUpTo(lists, 2));
    this.pairs = new Int32Array(this.#candidates.length);
    this.tails = new Float64Array(this.#candidates.length);
    this.#state = new Uint8Array(this.#candidates.length);
    this.#deviance = new Float64Array(this.#candidates.length);
    this.#cells = new Int32Array(this.fitter.size);
    this.#bits = new Int32Array(this.fitter.size);
  }

  /**
   * Selects and fits. `screen` is z² with Φ(−z) = threshold (see `screenFor`), so that it need not be computed each time.
   * `saturated`: a list holds every case, N = n. `infinite`: no overlap.
   */
  run(counts: Float64Array, threshold: number, screen: number): FitEnd {
    const { fitter } = this;
    fitter.load(counts);
    this.pairsLength = 0;
    const start = fitter.startIndependent();
    if (start !== 'converged') return start;
    this.#loadCells(counts);
    // With a list that has no case (left) no larger model passes the existence check of the R packages; nor here.
    if (threshold <= 0 || fitter.emptyLength > 0) {
      fitter.evaluate();
      return 'converged';
    }
    if (threshold >= 1 && this.#allPairs(counts)) return fitter.solve();
    this.#state.fill(OPEN);
    let end = fitter.solve();
    while (end === 'converged') {
      const index = this.#next(counts, threshold, screen);
      if (index < 0) return end;
      const pair = this.#candidates[index]!;
      this.#state[index] = ENTERED;
      this.pairs[this.pairsLength++] = pair;
      fitter.addTerm(pair);
      end = fitter.solve();
    }
    return end;
  }

  /** Index of the pair that enters, or −1. */
  #next(counts: Float64Array, threshold: number, screen: number): number {
    const candidates = this.#candidates;
    const state = this.#state;
    const deviance = this.#deviance;
    const { margins, sums } = this.fitter;
    for (let i = 0; i < candidates.length; i++) {
      const fitted = sums[candidates[i]!]!;
      deviance[i] =
        state[i] === OPEN && fitted > 0 ? 2 * poissonDeviance(margins[candidates[i]!]!, fitted) : Number.NaN;
    }
    for (;;) {
      let best = -1;
      let bestTail = threshold;
      let floor = screen;
      for (;;) {
        let next = -1;
        for (let i = 0; i < candidates.length; i++) {
          if (state[i] === OPEN && deviance[i]! >= floor && (next < 0 || deviance[i]! > deviance[next]!)) next = i;
        }
        if (next < 0) break;
        state[next] = SEEN;
        const observed = margins[candidates[next]!]!;
        const fitted = sums[candidates[next]!]!;
        const tail = poissonTail(observed, fitted);
        const isTied = best >= 0 && Math.abs(tail - bestTail) <= 1e-12 * bestTail;
        if (isTied ? next < best : tail < bestTail) {
          best = next;
          bestTail = tail;
        }
        const nearer = observed < fitted ? observed + 1 : observed - 1;
        if (tail === bestTail && (nearer - fitted) * (observed - fitted) > 0) {
          floor = Math.max(floor, Math.min(NEARLY_ZERO, 2 * poissonDeviance(nearer, fitted)));
        }
      }
      for (let i = 0; i < candidates.length; i++) if (state[i] === SEEN) state[i] = OPEN;
      if (best < 0) return -1;
      if (this.#isAllowed(counts, candidates[best]!)) {
        this.tails[this.pairsLength] = bestTail;
        return best;
      }
      deviance[best] = Number.NaN;
    }
  }

  /** Whether the model keeps an estimate with this pair; remembers its bits when it does. */
  #isAllowed(counts: Float64Array, pair: number): boolean {
    const { fitter } = this;
    const cells = this.#cells;
    const bits = this.#bits;
    const empty = fitter.margins[pair] === 0;
    const parameters = fitter.length + (empty ? 0 : 1);
    if (parameters <= 31) {
      if (!empty) {
        const bit = 1 << fitter.length;
        for (let c = 0; c < this.#cellsLength; c++) if ((cells[c]! & pair) === pair) bits[c]! |= bit;
      }
      if (hasBinaryRank(bits, this.#cellsLength, parameters, this.#pivots)) return true;
    }
    const terms = [...fitter.terms.subarray(0, fitter.length)];
    const emptyTerms = [...fitter.emptyTerms.subarray(0, fitter.emptyLength)];
    (empty ? emptyTerms : terms).push(pair);
    if (existence(counts, terms, emptyTerms).code === 0) return true;
    if (parameters <= 31 && !empty) {
      const keep = ~(1 << fitter.length);
      for (let c = 0; c < this.#cellsLength; c++) bits[c]! &= keep;
    }
    return false;
  }

  #allPairs(counts: Float64Array): boolean {
    const { fitter } = this;
    const length = fitter.length;
    const emptyLength = fitter.emptyLength;
    fitter.evaluate();
    for (const pair of this.#candidates.toSorted()) {
      fitter.addTerm(pair);
      fitter.alpha[pair] = 0;
      this.pairs[this.pairsLength++] = pair;
    }
    const terms = fitter.terms.subarray(0, fitter.length);
    const emptyTerms = fitter.emptyTerms.subarray(0, fitter.emptyLength);
    if (existence(counts, terms, emptyTerms).code === 0) return true;
    fitter.length = length;
    fitter.emptyLength = emptyLength;
    this.pairsLength = 0;
    return false;
  }

  #loadCells(counts: Float64Array): void {
    const { fitter } = this;
    let length = 0;
    for (let cell = 1; cell < counts.length; cell++) {
      if (counts[cell]! === 0) continue;
      let bits = 0;
      for (let i = 0; i < fitter.length; i++) {
        if ((cell & fitter.terms[i]!) === fitter.terms[i]!) bits |= 1 << i;
      }
      this.#cells[length] = cell;
      this.#bits[length++] = bits;
    }
    this.#cellsLength = length;
  }
}
