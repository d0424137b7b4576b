import { describe, expect, it } from 'vitest';
import { RandomStream } from './random-stream.ts';
import { simulateTable } from './simulate-table.ts';

const model = { lists: ['A', 'B'], total: 10_000, weights: Float64Array.of(5, 2, 2, 1) };

describe('simulateTable', () => {
  it('spreads the total over the histories by their weights and hides those on no list', () => {
    const { counts, observed, lists } = simulateTable(model, new RandomStream(1));
    expect(lists).toEqual(['A', 'B']);
    expect(counts[0]).toBe(0);
    expect(observed).toBe(counts[1]! + counts[2]! + counts[3]!);
    expect(Math.abs(observed - 5000)).toBeLessThan(250);
    expect(Math.abs(counts[3]! - 1000)).toBeLessThan(150);
  });

  it('gives the same table from the same stream, another from the next', () => {
    expect(simulateTable(model, new RandomStream(1, 4))).toEqual(simulateTable(model, new RandomStream(1, 4)));
    expect(simulateTable(model, new RandomStream(1, 5))).not.toEqual(simulateTable(model, new RandomStream(1, 4)));
  });

  it('can come out empty', () => {
    expect(simulateTable({ ...model, weights: Float64Array.of(1, 0, 0, 0) }, new RandomStream(1)).observed).toBe(0);
  });
});
