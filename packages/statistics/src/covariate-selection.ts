import type { CovariateCells } from './covariate-cells.ts';
import type { CovariateTerm } from './covariate-design.ts';
import { type CovariateFit, covariateFit } from './covariate-fit.ts';

export interface CovariateSelection {
  readonly terms: readonly CovariateTerm[];
  readonly fit: CovariateFit;
}

/** Intercept, every list, every covariate and every pair of covariates: what is in every model. */
export function baseTerms(cells: CovariateCells): CovariateTerm[] {
  const k = cells.lists.length;
  const mains = Array.from({ length: k + cells.covariates.length }, (_, i) => 1 << i);
  return [0, ...mains, ...pairs(mains.slice(k))];
}

/** Pairs of lists, and of a list with a covariate: what may enter or leave. */
export function candidateTerms(cells: CovariateCells): CovariateTerm[] {
  const k = cells.lists.length;
  const mains = Array.from({ length: k + cells.covariates.length }, (_, i) => 1 << i);
  return pairs(mains).filter((pair) => (pair & (2 ** k - 1)) !== 0);
}

/**
 * Selects interactions in both directions: from the base terms, take the one addition or removal that lowers the criterion
 * most, until none does. Models without an estimate are passed over; ties go to the first in list order.
 */
export function selectCovariateModel(
  cells: CovariateCells,
  criterion: 'bic' | 'aic',
  counts: Float64Array = cells.counts,
): CovariateSelection {
  const candidates = candidateTerms(cells);
  let best: CovariateSelection = { terms: baseTerms(cells), fit: covariateFit(cells, baseTerms(cells), counts) };
  const worth = ({ fit }: CovariateSelection) => (fit.status === 'ok' ? fit[criterion] : Number.POSITIVE_INFINITY);
  for (;;) {
    const { terms, fit } = best;
    const start = fit.status === 'ok' ? fit.means : undefined;
    const neighbours = candidates.map((term): CovariateSelection => {
      const changed = terms.includes(term) ? terms.filter((other) => other !== term) : [...terms, term];
      return { terms: changed, fit: covariateFit(cells, changed, counts, start) };
    });
    const next = neighbours.reduce((least, other) => (worth(other) < worth(least) - 1e-9 ? other : least), best);
    if (next === best) return best;
    best = next;
  }
}

function pairs(mains: readonly number[]): number[] {
  return mains.flatMap((a, i) => mains.slice(i + 1).map((b) => a | b));
}
