import { expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { jackknife } from './jackknife.ts';

it('leaves out one case per kind, weighted by how many there are', () => {
  const table = captureTable(
    ['A', 'B'],
    [
      [1, 30],
      [2, 40],
      [3, 10],
    ],
  );
  const left = jackknife(table, { kind: 'stepwise', threshold: 0.02 });
  expect(left.cells).toEqual([1, 2, 3]);
  expect(left.weights).toEqual([30, 40, 10]);
  [(39 * 50) / 10, (40 * 49) / 10, (39 * 49) / 9].forEach((expected, i) => {
    expect(left.estimates[i]).toBeCloseTo(expected, 9);
  });
});

it('has no acceleration when the only overlap hangs on one case', () => {
  const table = captureTable(
    ['A', 'B'],
    [
      [1, 30],
      [2, 40],
      [3, 1],
    ],
  );
  const left = jackknife(table, { kind: 'stepwise', threshold: 0.02 });
  expect(left.estimates[2]).toBe(Number.POSITIVE_INFINITY);
  expect(left.acceleration).toBeNaN();
});
