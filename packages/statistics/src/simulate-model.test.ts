import { describe, expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { fit } from './fit.ts';
import { simulationModel } from './simulate-model.ts';
import { publishedTable } from './testing/fixture.ts';

describe('simulationModel', () => {
  it('has the fitted margins of the model as weights, the dark cell at N - n', () => {
    const table = publishedTable('MY_spina3');
    const fitted = fit(table, [['A', 'B']]);
    const { total, weights, lists } = simulationModel(table.lists, fitted);
    expect(total).toBe(Math.round(fitted.estimate!));
    expect(lists).toEqual(['A', 'B', 'C']);
    expect(weights[0]).toBeCloseTo(fitted.estimate! - table.observed, 6);
    expect(weights[3]! + weights[7]!).toBeCloseTo(table.counts[3]! + table.counts[7]!, 4);
  });

  it('gives an empty overlap in the model no weight', () => {
    const table = captureTable(
      ['A', 'B', 'C'],
      [
        [1, 20],
        [2, 30],
        [4, 25],
        [5, 8],
        [6, 7],
      ],
    );
    const { weights } = simulationModel(table.lists, fit(table, [['A', 'B']]));
    expect([weights[3], weights[7]]).toEqual([0, 0]);
    expect(weights[0]).toBeGreaterThan(0);
  });

  it('refuses a fit without an estimate', () => {
    const apart = captureTable(
      ['A', 'B'],
      [
        [1, 20],
        [2, 30],
      ],
    );
    expect(() => simulationModel(apart.lists, fit(apart, 'main'))).toThrow(RangeError);
  });
});
