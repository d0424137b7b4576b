import { describe, expect, it } from 'vitest';
import { covariateCells } from './covariate-cells.ts';
import { covariateFit } from './covariate-fit.ts';
import { baseTerms, candidateTerms, selectCovariateModel } from './covariate-selection.ts';

const rows = [1, 2, 3, 4, 5, 6, 7].flatMap((history) =>
  ['a', 'b'].map((value, i) => ({
    history,
    values: [value],
    count: [40, 30, 60, 50, 9, 8, 7][history - 1]! + (i && history & 4 ? 60 : 0),
  })),
);
const cells = covariateCells(['A', 'B', 'C'], ['group'], rows);

describe('baseTerms', () => {
  it('holds the intercept, every list, every covariate and every pair of covariates', () => {
    const two = covariateCells(['A', 'B'], ['x', 'y'], [{ history: 1, values: ['p', 'q'], count: 1 }]);
    expect(baseTerms(two)).toEqual([0, 1, 2, 4, 8, 12]);
  });
});

describe('candidateTerms', () => {
  it('holds pairs of lists and of a list with a covariate', () => {
    expect(candidateTerms(cells)).toEqual([0b0011, 0b0101, 0b1001, 0b0110, 0b1010, 0b1100]);
  });
});

describe('selectCovariateModel', () => {
  it('ends where no addition or removal lowers the criterion', () => {
    const { terms, fit } = selectCovariateModel(cells, 'bic');
    expect(terms).toContain(0b0011);
    expect(terms).toContain(0b1100);
    for (const term of candidateTerms(cells)) {
      const changed = terms.includes(term) ? terms.filter((other) => other !== term) : [...terms, term];
      const other = covariateFit(cells, changed);
      expect(other.status === 'ok' ? other.bic : Infinity).toBeGreaterThan(fit.bic - 1e-9);
    }
  });
});
