import { solveIndependence } from './solve-independence.ts';
import { subsetProducts } from './subset-products.ts';
import { supersetSums } from './superset-sums.ts';

/** How a fit ended; `infinite` and `saturated` can only come from the independence model. */
export type FitEnd = 'converged' | 'infinite' | 'saturated' | 'diverged';

const MAX_STEPS = 60;
const MAX_HALVINGS = 40;

/**
 * Workspace that fits hierarchical Poisson log-linear models to one table after another without allocating.
 *
 * Model: n_w ~ Poisson(mu_w), log mu_w = Σ alpha_t over terms t ⊆ w. Newton's method on the concave log-likelihood
 * Σ N*_t alpha_t − Σ mu_w, the step halved while it would lower the likelihood. Gradient and information are superset
 * sums S of mu: g_t = N*_t − S[t], H_tu = S[t | u]. A term whose N*_t is 0 has alpha = −∞ and takes its cells with it
 * (the extended maximum-likelihood estimate of Fienberg & Rinaldo 2012, Ann. Stat. 40(2), 996–1023).
 *
 * The arrays are public for reading and reused by the next fit. Whether the estimate exists is decided elsewhere
 * (`existence`): on a model without one the steps end in `diverged` or run off.
 */
export class LogLinearFitter {
  readonly lists: number;
  readonly size: number;
  /** N*_t: cases on at least the lists of t. */
  readonly margins: Float64Array;
  /** Parameters by term; meaningful for the terms in the model only. */
  readonly alpha: Float64Array;
  /** Fitted superset sums, without the dark cell. */
  readonly sums: Float64Array;
  /** Terms with a finite parameter, the empty set first; `length` of them count. */
  readonly terms: Int32Array;
  length = 0;
  /** Terms at minus infinity; `emptyLength` of them count. */
  readonly emptyTerms: Int32Array;
  emptyLength = 0;
  /** Whether the dark cell counts as observed (a completed table); see `complete`. */
  #isCompleted = false;
  /** Newton steps since the last `load`, as a diagnostic. */
  steps = 0;

  #factor: Float64Array;
  /** One over the diagonal of the factor: multiplying is several times faster than dividing. */
  readonly #inverse: Float64Array;
  readonly #step: Float64Array;

  constructor(lists: number) {
    this.lists = lists;
    this.size = 2 ** lists;
    this.margins = new Float64Array(this.size);
    this.alpha = new Float64Array(this.size);
    this.sums = new Float64Array(this.size);
    this.terms = new Int32Array(this.size);
    this.emptyTerms = new Int32Array(this.size);
    this.#factor = new Float64Array((1 + lists + (lists * (lists - 1)) / 2) ** 2);
    this.#inverse = new Float64Array(this.size);
    this.#step = new Float64Array(this.size);
  }

  /** Takes a table: counts per history, length 2^k. */
  load(counts: Float64Array): void {
    this.margins.set(counts);
    this.margins[0] = 0;
    supersetSums(this.margins);
    this.steps = 0;
    this.#isCompleted = false;
  }

  /** Treats the dark cell as if it held `dark` cases (≥ 0, not necessarily whole), until the next `load`. */
  complete(observed: number, dark: number): void {
    this.margins[0] = observed + dark;
    this.#isCompleted = true;
  }

  /** Cases observed (all cases of a completed table). */
  get observed(): number {
    return this.margins[0]!;
  }

  /** Estimated number of cases on no list: exp(alpha of the empty set). */
  get dark(): number {
    return Math.exp(this.alpha[0]!);
  }

  /** Starts the model without interactions at its exact solution. */
  startIndependent(): FitEnd {
    this.length = 0;
    this.emptyLength = 0;
    this.terms[this.length++] = 0;
    for (let list = 1; list < this.size; list <<= 1) {
      if (this.margins[list]! > 0) this.terms[this.length++] = list;
      else this.emptyTerms[this.emptyLength++] = list;
    }
    const dark = solveIndependence(this.margins);
    if (dark === Number.POSITIVE_INFINITY) return 'infinite';
    if (dark === 0) return 'saturated';
    const observed = this.observed;
    this.alpha[0] = Math.log(dark);
    for (let i = 1; i < this.length; i++) {
      const list = this.terms[i]!;
      const total = this.margins[list]!;
      this.alpha[list] = Math.log(total / (observed - total + dark));
    }
    return 'converged';
  }

  /** Adds a term; a warm start makes its own margin right at once. Requires `sums` of the present fit. */
  addTerm(term: number): void {
    const margin = this.margins[term]!;
    if (margin === 0) {
      this.emptyTerms[this.emptyLength++] = term;
      return;
    }
    this.terms[this.length++] = term;
    const fitted = this.sums[term]!;
    this.alpha[term] = fitted > 0 ? Math.log(margin / fitted) : 0;
  }

  /** Removes a term; its parameter becomes 0. */
  removeTerm(term: number): void {
    this.length = without(this.terms, this.length, term);
    this.emptyLength = without(this.emptyTerms, this.emptyLength, term);
    this.alpha[term] = 0;
  }

  /** Recomputes the fitted superset sums at the present parameters. */
  evaluate(): void {
    const { sums, alpha, terms, emptyTerms } = this;
    sums.fill(1);
    for (let i = 0; i < this.length; i++) sums[terms[i]!] = Math.exp(alpha[terms[i]!]!);
    for (let i = 0; i < this.emptyLength; i++) sums[emptyTerms[i]!] = 0;
    subsetProducts(sums);
    if (!this.#isCompleted) sums[0] = 0;
    supersetSums(sums);
  }

  /**
   * Newton's method from the present parameters. Leaves `sums` at the solution.
   *
   * Ends with the step whose squared decrement is below `tolerance`: the log-likelihood then is short of its maximum by far
   * less than the tolerance, a parameter by about the tolerance times its standard error.
   */
  solve(tolerance = 1e-11): FitEnd {
    const { alpha, terms, sums, margins } = this;
    const step = this.#step;
    const p = this.length;
    let before = Number.NEGATIVE_INFINITY;
    let halvings = 0;
    for (let steps = 0; steps < MAX_STEPS; ) {
      this.evaluate();
      let likelihood = -sums[0]!;
      for (let i = 0; i < p; i++) likelihood += margins[terms[i]!]! * alpha[terms[i]!]!;
      if (!(likelihood >= before - 1e-10 * (Math.abs(before) + 1)) && steps > 0) {
        if (++halvings > MAX_HALVINGS) return 'diverged';
        for (let i = 0; i < p; i++) {
          step[i]! *= 0.5;
          alpha[terms[i]!]! -= step[i]!;
        }
        continue;
      }
      before = likelihood;
      halvings = 0;
      const decrement = this.#newtonStep();
      if (!(decrement >= 0)) return 'diverged';
      for (let i = 0; i < p; i++) alpha[terms[i]!]! += step[i]!;
      steps++;
      this.steps++;
      if (decrement < tolerance) {
        if (decrement > 1e-24) this.evaluate();
        return 'converged';
      }
    }
    return 'diverged';
  }

  /** Variance of alpha of the empty set, (H⁻¹)₀₀, at the present fit; NaN when the information is singular. */
  darkVariance(): number {
    const p = this.length;
    if (!this.#factorise()) return Number.NaN;
    const factor = this.#factor;
    const column = this.#step;
    let variance = 0;
    for (let a = 0; a < p; a++) {
      let value = a === 0 ? 1 : 0;
      for (let c = 0; c < a; c++) value -= factor[a * p + c]! * column[c]!;
      value *= this.#inverse[a]!;
      column[a] = value;
      variance += value * value;
    }
    return variance;
  }

  /** Solves H step = g into `#step`; returns the squared Newton decrement g'H⁻¹g, NaN when H is singular. */
  #newtonStep(): number {
    const { terms, sums, margins } = this;
    const p = this.length;
    if (!this.#factorise()) return Number.NaN;
    const factor = this.#factor;
    const inverse = this.#inverse;
    const step = this.#step;
    let decrement = 0;
    for (let a = 0; a < p; a++) {
      const row = a * p;
      let value = margins[terms[a]!]! - sums[terms[a]!]!;
      for (let c = 0; c < a; c++) value -= factor[row + c]! * step[c]!;
      value *= inverse[a]!;
      step[a] = value;
      decrement += value * value;
    }
    for (let a = p - 1; a >= 0; a--) {
      const value = step[a]! * inverse[a]!;
      step[a] = value;
      const row = a * p;
      for (let c = 0; c < a; c++) step[c]! -= factor[row + c]! * value;
    }
    return decrement;
  }

  /** Cholesky factor of the information, by rows, its diagonal inverted; false when it is not positive definite. */
  #factorise(): boolean {
    const { terms, sums } = this;
    const p = this.length;
    if (this.#factor.length < p * p) this.#factor = new Float64Array(p * p);
    const factor = this.#factor;
    const inverse = this.#inverse;
    for (let a = 0; a < p; a++) {
      const rowA = a * p;
      const termA = terms[a]!;
      for (let b = 0; b < a; b++) {
        const rowB = b * p;
        let value = sums[termA | terms[b]!]!;
        for (let c = 0; c < b; c++) value -= factor[rowA + c]! * factor[rowB + c]!;
        factor[rowA + b] = value * inverse[b]!;
      }
      const full = sums[termA]!;
      let pivot = full;
      for (let c = 0; c < a; c++) pivot -= factor[rowA + c]! * factor[rowA + c]!;
      if (!(pivot > 1e-14 * full)) return false;
      inverse[a] = 1 / Math.sqrt(pivot);
    }
    return true;
  }
}

function without(list: Int32Array, length: number, term: number): number {
  let kept = 0;
  for (let i = 0; i < length; i++) if (list[i] !== term) list[kept++] = list[i]!;
  return kept;
}
