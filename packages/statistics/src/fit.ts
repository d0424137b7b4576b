import type { CaptureTable } from './capture-table.ts';
import { conditionalInterval } from './conditional-interval.ts';
import type { EstimateStatus, Interval } from './estimate-status.ts';
import { existence } from './existence.ts';
import { glmVariance } from './glm-variance.ts';
import { hasOverlap } from './has-overlap.ts';
import { interactionsUpTo } from './interactions-up-to.ts';
import { logGamma } from './log-gamma.ts';
import { LogLinearFitter } from './log-linear-fitter.ts';
import { maximalTerms } from './maximal-terms.ts';
import { interactionsOf, type ModelInput } from './model-input.ts';
import { poissonDeviance } from './poisson-deviance.ts';
import { splitTerms } from './split-terms.ts';
import { subsetProducts } from './subset-products.ts';
import { boundary } from './term-boundary.ts';
import { termNames } from './term-names.ts';
import { order } from './term-order.ts';

/** A group of lists with its parameter; no lists is the intercept, −Infinity an interaction without cases. */
export interface Coefficient {
  readonly lists: readonly string[];
  readonly value: number;
}

/** A log-linear model fitted to a table. Numbers that do not exist are null. */
export interface Fit {
  readonly status: EstimateStatus;
  /** n, cases on at least one list. */
  readonly observed: number;
  /** N = n + exp(alpha₀), cases in all. */
  readonly estimate: number | null;
  /** Generators of the model: its largest interactions. */
  readonly model: readonly (readonly string[])[];
  readonly coefficients: readonly Coefficient[];
  readonly emptyTerms: readonly (readonly string[])[];
  /** Groups of lists that spoil the estimate, when there is none. */
  readonly culprits: readonly (readonly string[])[];
  /** When not identifiable: threes of lists on which a case would have to stand together for the model to be told apart. */
  readonly missingTriples: readonly (readonly string[])[];
  readonly logLikelihood: number | null;
  readonly deviance: number | null;
  readonly degreesOfFreedom: number;
  /** Terms of the model, those at minus infinity included. */
  readonly parameters: number;
  readonly aic: number | null;
  readonly bic: number | null;
  /** Given the model, ignoring its selection. */
  readonly conditional: Interval | null;
  /** Variance of log(N − n) given the model, at convergence. */
  readonly logDarkVariance: number | null;
  readonly steps: number;
}

export interface FitOptions {
  /** Nominal coverage of the conditional interval, default 0.95. */
  readonly level?: number;
}

/**
 * Fits one hierarchical Poisson log-linear model and estimates the total number of cases.
 *
 * Extended maximum likelihood: interactions without a case are at minus infinity and take their cells with them. No number
 * where none exists: `infinite` when no case stands on two lists, `not-identifiable` or `no-mle` when the model asks more
 * than the table can tell (`culprits` names the groups of lists).
 *
 * @throws RangeError when the model names a list the table does not have.
 * @example fit(table, [['A', 'B'], ['B', 'C']]).estimate
 */
export function fit(table: CaptureTable, model: ModelInput, options: FitOptions = {}): Fit {
  return fitInteractions(table, interactionsOf(table.lists, model), options);
}

/** `fit` for a model given by bit masks, parts included. */
export function fitInteractions(table: CaptureTable, interactions: readonly number[], options: FitOptions = {}): Fit {
  const { lists, counts, observed } = table;
  const { terms, emptyTerms } = splitTerms(table, interactions);
  const names = (masks: readonly number[]) => masks.filter((mask) => mask !== 0).map((mask) => termNames(lists, mask));
  const cells = Array.from(counts.keys()).filter(
    (cell) => cell > 0 && !emptyTerms.some((term) => (cell & term) === term),
  );
  const nothing = {
    observed,
    estimate: null,
    model: names(maximalTerms(interactions)),
    coefficients: [],
    emptyTerms: names(emptyTerms),
    culprits: [],
    missingTriples: [],
    logLikelihood: null,
    deviance: null,
    degreesOfFreedom: cells.length - terms.length,
    parameters: terms.length + emptyTerms.length,
    aic: null,
    bic: null,
    conditional: null,
    logDarkVariance: null,
    steps: 0,
  };
  if (!hasOverlap(counts)) return { ...nothing, status: 'infinite' };
  const check = existence(counts, terms, emptyTerms);
  if (check.code & 1) return { ...nothing, status: 'no-mle', culprits: names(check.escaping) };
  if (check.code & 2) {
    const missing = interactionsUpTo(lists.length, 3).filter(
      (triple) =>
        order(triple) === 3 &&
        boundary(triple).every((pair) => interactions.includes(pair)) &&
        emptyTerms.some((term) => (triple & term) === term),
    );
    return {
      ...nothing,
      status: 'not-identifiable',
      culprits: names(check.confounded),
      missingTriples: names(missing),
    };
  }

  const fitter = new LogLinearFitter(lists.length);
  fitter.load(counts);
  let end = fitter.startIndependent();
  if (end === 'converged') {
    fitter.evaluate();
    for (const term of interactions) {
      fitter.addTerm(term);
      fitter.evaluate();
    }
    end = fitter.solve();
  }
  if (end !== 'converged') return { ...nothing, status: 'not-converged', steps: fitter.steps };

  const means = new Float64Array(counts.length).fill(1);
  for (const term of terms) means[term] = Math.exp(fitter.alpha[term]!);
  for (const term of emptyTerms) means[term] = 0;
  subsetProducts(means);
  let deviance = 0;
  let logLikelihood = 0;
  for (const cell of cells) {
    const count = counts[cell]!;
    deviance += 2 * poissonDeviance(count, means[cell]!);
    logLikelihood += (count > 0 ? count * Math.log(means[cell]!) : 0) - means[cell]! - logGamma(count + 1);
  }
  const variance = glmVariance(counts, terms, cells);
  const logDark = fitter.alpha[0]!;
  return {
    ...nothing,
    status: 'ok',
    estimate: observed + fitter.dark,
    coefficients: [...terms, ...emptyTerms].map((term) => ({
      lists: termNames(lists, term),
      value: fitter.margins[term]! > 0 ? fitter.alpha[term]! : Number.NEGATIVE_INFINITY,
    })),
    logLikelihood,
    deviance,
    aic: 2 * nothing.parameters - 2 * logLikelihood,
    bic: nothing.parameters * Math.log(observed) - 2 * logLikelihood,
    conditional: conditionalInterval(observed, logDark, variance, options.level ?? 0.95),
    logDarkVariance: fitter.darkVariance(),
    steps: fitter.steps,
  };
}
