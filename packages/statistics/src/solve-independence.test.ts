import { describe, expect, it } from 'vitest';
import { solveIndependence } from './solve-independence.ts';
import { supersetSums } from './superset-sums.ts';

describe('solveIndependence', () => {
  it('is (cases of A alone)(cases of B alone) / (cases on both) for two lists', () => {
    expect(solveIndependence(supersetSums(Float64Array.of(0, 30, 40, 10)))).toBeCloseTo(120, 9);
    const huge = solveIndependence(supersetSums(Float64Array.of(0, 1e7, 1e7, 1)));
    expect(Math.abs(huge / 1e14 - 1)).toBeLessThan(1e-7);
  });

  it('solves 1 − n/N = Π (1 − n_j/N)', () => {
    const margins = supersetSums(Float64Array.of(0, 60, 49, 4, 247, 112, 142, 12));
    const total = margins[0]! + solveIndependence(margins);
    const product = [1, 2, 4].reduce((left, list) => left * (1 - margins[list]! / total), 1);
    expect(1 - margins[0]! / total).toBeCloseTo(product, 13);
  });

  it('is infinite without overlap and 0 when a list holds everyone', () => {
    expect(solveIndependence(supersetSums(Float64Array.of(0, 5, 6, 0)))).toBe(Number.POSITIVE_INFINITY);
    expect(solveIndependence(supersetSums(Float64Array.of(0, 5, 0, 6)))).toBe(0);
  });
});
