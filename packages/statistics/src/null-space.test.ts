import { expect, it } from 'vitest';
import { nullSpace } from './null-space.ts';

it('finds the rank and vectors that the matrix sends to 0', () => {
  const rows = [
    [1, 1, 0, 0],
    [0, 1, 1, 0],
    [1, 2, 1, 0],
  ];
  const { rank, basis } = nullSpace(
    rows.map((row) => Float64Array.from(row)),
    4,
  );
  expect(rank).toBe(2);
  expect(basis).toHaveLength(2);
  for (const vector of basis) {
    expect(rows.map((row) => row.reduce((sum, value, j) => sum + value * vector[j]!, 0))).toEqual([0, 0, 0]);
  }
});

it('finds the whole space for no rows and nothing for a triangle', () => {
  expect(nullSpace([], 3).basis).toHaveLength(3);
  expect(
    nullSpace(
      [
        [1, 1, 0],
        [1, 0, 1],
        [0, 1, 1],
      ].map((row) => Float64Array.from(row)),
      3,
    ).rank,
  ).toBe(3);
});
