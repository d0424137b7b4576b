import { describe, expect, it } from 'vitest';
import { poissonRegression } from './covariate-regression.ts';

describe('poissonRegression', () => {
  it('fits independence of two lists: the dark cell is a b / m', () => {
    const { coefficients, converged, deviance } = poissonRegression(
      [
        [0, 1],
        [0, 2],
        [0, 1, 2],
      ],
      [30, 40, 10],
      3,
    );
    expect(converged).toBe(true);
    expect(Math.exp(coefficients[0]!)).toBeCloseTo((30 * 40) / 10, 8);
    expect(deviance).toBeCloseTo(0, 8);
  });

  it('meets its score equations: fitted totals equal those observed', () => {
    const rows = [[0], [0, 1], [0, 2], [0, 1, 2], [0, 1], [0]];
    const counts = [5, 0, 8, 3, 11, 2];
    const { coefficients } = poissonRegression(rows, counts, 3);
    const mu = rows.map((ones) => Math.exp(ones.reduce((eta, j) => eta + coefficients[j]!, 0)));
    for (const column of [0, 1, 2]) {
      const over = (values: number[]) => values.reduce((sum, v, i) => sum + (rows[i]!.includes(column) ? v : 0), 0);
      expect(over(mu)).toBeCloseTo(over(counts), 6);
    }
  });

  it('says so when it cannot settle, on a design with a repeated column', () => {
    expect(
      poissonRegression(
        [
          [0, 1],
          [0, 1],
        ],
        [3, 4],
        2,
      ).converged,
    ).toBe(false);
  });
});
