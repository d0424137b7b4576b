import { describe, expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';

describe('captureTable', () => {
  it('adds up rows with the same history, in any order', () => {
    const table = captureTable(
      ['A', 'B'],
      [
        [3, 4],
        [1, 2],
        [3, 1],
        [2, 0],
      ],
    );
    expect([...table.counts]).toEqual([0, 2, 0, 5]);
    expect(table.observed).toBe(7);
  });

  it.each([
    [['A'], [[1, 1]], 'two lists'],
    [Array.from({ length: 11 }, (_, i) => `L${i}`), [[1, 1]], 'at most 10'],
    [['A', 'A'], [[1, 1]], 'differ'],
    [['A', 'B'], [[0, 1]], 'history 0'],
    [['A', 'B'], [[4, 1]], 'history 4'],
    [['A', 'B'], [[1, -1]], 'count -1'],
    [['A', 'B'], [[1, 0.5]], 'count 0.5'],
    [['A', 'B'], [[1, Number.POSITIVE_INFINITY]], 'count Infinity'],
    [['A', 'B'], [[1, 0]], 'at least one case'],
  ] as const)('refuses lists %j with rows %j', (lists, rows, message) => {
    expect(() => captureTable([...lists], rows as unknown as [number, number][])).toThrow(message);
  });
});
