import { hasBinaryRank } from './binary-rank.ts';
import { existence } from './existence.ts';
import type { Interactions } from './hierarchical-models.ts';
import { logGamma } from './log-gamma.ts';
import { LogLinearFitter } from './log-linear-fitter.ts';

/** How a model fared on a table. */
export type ModelEnd = 'fitted' | 'excluded' | 'diverged';

/**
 * Workspace that fits one hierarchical model after another to the same table, each from the solution of the last.
 *
 * After `score` returned `fitted`, the estimate and the two criteria can be read. Models without an estimate
 * (`existence`) are `excluded`. Criteria: AIC = 2p − 2 log L, BIC = p log n − 2 log L, with p the terms of the model, those
 * at minus infinity included, and n the cases (not the cells), as MultipleSystemsEstimation counts.
 */
export class ModelScorer {
  readonly fitter: LogLinearFitter;
  estimate = Number.NaN;
  aic = Number.NaN;
  bic = Number.NaN;
  /** Existence code of the model scored last. */
  code = 0;

  #counts: Float64Array = new Float64Array(0);
  #logFactorials = 0;
  #cellsLength = 0;
  #warm = false;
  readonly #cells: Int32Array;
  readonly #bits: Int32Array;
  readonly #wanted: Uint8Array;
  readonly #present: Uint8Array;
  readonly #pivots = new Int32Array(32);

  constructor(lists: number) {
    this.fitter = new LogLinearFitter(lists);
    this.#cells = new Int32Array(this.fitter.size);
    this.#bits = new Int32Array(this.fitter.size);
    this.#wanted = new Uint8Array(this.fitter.size);
    this.#present = new Uint8Array(this.fitter.size);
  }

  /** Takes a table. The array is read until the next `load`. */
  load(counts: Float64Array): void {
    this.fitter.load(counts);
    this.#counts = counts;
    this.#warm = false;
    this.#logFactorials = 0;
    this.#cellsLength = 0;
    for (let cell = 1; cell < counts.length; cell++) {
      if (counts[cell] === 0) continue;
      this.#logFactorials += logGamma(counts[cell]! + 1);
      this.#cells[this.#cellsLength++] = cell;
    }
  }

  /** Fits a model, given by its interactions (parts included); `tolerance` as in `LogLinearFitter.solve`. */
  score(interactions: Interactions, tolerance?: number): ModelEnd {
    const { fitter } = this;
    this.code = this.#existenceCode(interactions);
    if (this.code !== 0) return 'excluded';
    if (!this.#warm && !this.#restart()) return 'excluded';
    this.#moveTo(interactions);
    let end = fitter.solve(tolerance);
    if (end !== 'converged') {
      if (!this.#restart()) return 'excluded';
      this.#moveTo(interactions);
      end = fitter.solve(tolerance);
      if (end !== 'converged') {
        this.#warm = false;
        return 'diverged';
      }
    }
    let logLikelihood = -fitter.sums[0]! - this.#logFactorials;
    for (let i = 0; i < fitter.length; i++) {
      logLikelihood += fitter.margins[fitter.terms[i]!]! * fitter.alpha[fitter.terms[i]!]!;
    }
    const parameters = 1 + fitter.lists + interactions.length;
    this.estimate = fitter.observed + fitter.dark;
    this.aic = 2 * parameters - 2 * logLikelihood;
    this.bic = parameters * Math.log(fitter.observed) - 2 * logLikelihood;
    return 'fitted';
  }

  #restart(): boolean {
    this.#present.fill(0);
    if (this.fitter.startIndependent() !== 'converged') return false;
    this.fitter.evaluate();
    this.#warm = true;
    return true;
  }

  #moveTo(interactions: Interactions): void {
    const { fitter } = this;
    const wanted = this.#wanted;
    const present = this.#present;
    wanted.fill(0);
    for (let i = 0; i < interactions.length; i++) wanted[interactions[i]!] = 1;
    let removed = false;
    for (let term = present.length - 1; term > 0; term--) {
      if (present[term] === 1 && wanted[term] === 0) {
        fitter.removeTerm(term);
        present[term] = 0;
        removed = true;
      }
    }
    if (removed) fitter.evaluate();
    let stale = false;
    for (let i = 0; i < interactions.length; i++) {
      const term = interactions[i]!;
      if (present[term] === 1) continue;
      if (stale) fitter.evaluate();
      fitter.addTerm(term);
      present[term] = 1;
      stale = true;
    }
  }

  #existenceCode(interactions: Interactions): number {
    const { margins, lists, size } = this.fitter;
    let parameters = 1;
    const bits = this.#bits;
    const cells = this.#cells;
    const length = this.#cellsLength;
    if (1 + lists + interactions.length <= 31) {
      for (let c = 0; c < length; c++) bits[c] = 1;
      for (let list = 1; list < size; list <<= 1) {
        if (margins[list]! > 0) setBits(bits, cells, length, list, 1 << parameters++);
      }
      for (let i = 0; i < interactions.length; i++) {
        if (margins[interactions[i]!]! > 0) setBits(bits, cells, length, interactions[i]!, 1 << parameters++);
      }
      if (hasBinaryRank(bits, length, parameters, this.#pivots)) return 0;
    }
    const terms = [0];
    const emptyTerms: number[] = [];
    for (let list = 1; list < size; list <<= 1) (margins[list]! > 0 ? terms : emptyTerms).push(list);
    for (const term of interactions) (margins[term]! > 0 ? terms : emptyTerms).push(term);
    return existence(this.#counts, terms, emptyTerms).code;
  }
}

function setBits(bits: Int32Array, cells: Int32Array, length: number, term: number, bit: number): void {
  for (let c = 0; c < length; c++) if ((cells[c]! & term) === term) bits[c]! |= bit;
}
