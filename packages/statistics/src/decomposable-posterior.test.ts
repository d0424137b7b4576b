import { describe, expect, it } from 'vitest';
import { decomposablePosterior } from './decomposable-posterior.ts';

const grid = Float64Array.from({ length: 50 }, (_, i) => i + 1);

describe('decomposablePosterior', () => {
  it('gives probabilities that sum to one, over totals and over graphs', () => {
    const { mass, graphs } = decomposablePosterior([0, 5, 7, 2, 4, 1, 3, 1], grid, 1 / 8, 'reciprocal');
    expect(mass.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(graphs.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
  });

  it('has as mean over totals the mean over graphs', () => {
    const { mass, graphs } = decomposablePosterior([0, 5, 7, 2, 4, 1, 3, 1], grid, 1 / 8, 'uniform');
    const overTotals = mass.reduce((sum, m, i) => sum + m * grid[i]!, 0);
    expect(graphs.reduce((sum, { probability, dark }) => sum + probability * dark, 0)).toBeCloseTo(overTotals, 10);
  });

  it('does not underflow on a table of millions', () => {
    const { mass } = decomposablePosterior([0, 4e6, 3e6, 1e6, 5e6, 1e6, 2e6, 1e6], grid, 1 / 8, 'reciprocal');
    expect(mass.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});
