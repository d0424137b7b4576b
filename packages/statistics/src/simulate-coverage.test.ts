import { describe, expect, it } from 'vitest';
import { decomposableGraphs } from './decomposable-graphs.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import { simulationModel } from './simulate-model.ts';
import { publishedTable } from './testing/fixture.ts';

const model = { lists: ['A', 'B'], total: 100, weights: Float64Array.of(1, 1, 1, 1) };
const exactly = (low: number | null, high: number | null) => () => ({
  estimate: 100,
  interval: { level: 0.95, kind: 'bca' as const, low, high },
});

describe('simulateCoverage', () => {
  it('counts intervals that hold, lie below and lie above the true total', () => {
    expect(simulateCoverage(model, exactly(90, 110), { runs: 10 })).toMatchObject({ coverage: 1, below: 0, above: 0 });
    expect(simulateCoverage(model, exactly(10, 90), { runs: 10 })).toMatchObject({ coverage: 0, below: 1, above: 0 });
    expect(simulateCoverage(model, exactly(110, 120), { runs: 10 })).toMatchObject({ coverage: 0, below: 0, above: 1 });
    expect(simulateCoverage(model, exactly(90, null), { runs: 10 }).coverage).toBe(1);
  });

  it('does not count a table without an interval as covered', () => {
    const silent = () => ({ estimate: null, interval: null });
    expect(simulateCoverage(model, silent, { runs: 10 })).toMatchObject({
      coverage: 0,
      withoutInterval: 10,
      median: null,
    });
  });

  it('draws the same tables however the runs are divided', () => {
    const seen = (from: number, runs: number) => {
      const observed: number[] = [];
      simulateCoverage(
        model,
        (table) => {
          observed.push(table.observed);
          return { estimate: null, interval: null };
        },
        { runs, from },
      );
      return observed;
    };
    expect([...seen(0, 3), ...seen(3, 3)]).toEqual(seen(0, 6));
  });

  it('covers with decomposable graphs where lists are independent', () => {
    const table = publishedTable('HIV');
    const truth = simulationModel(table.lists, {
      estimate: 11_000,
      coefficients: [{ lists: [], value: 9.1 }, ...table.lists.map((list) => ({ lists: [list], value: -2.8 }))],
    });
    const result = simulateCoverage(truth, (sample) => decomposableGraphs(sample), { runs: 40 });
    expect(result.coverage).toBeGreaterThanOrEqual(0.85);
  });
});
