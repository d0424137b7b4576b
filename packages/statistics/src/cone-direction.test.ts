import { describe, expect, it } from 'vitest';
import { coneDirection } from './cone-direction.ts';

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));

describe('coneDirection', () => {
  it('in one dimension looks at signs', () => {
    expect(coneDirection(rows([2], [0], [1]), 1)).toEqual(Float64Array.of(-1));
    expect(coneDirection(rows([-2], [0]), 1)).toEqual(Float64Array.of(1));
    expect(coneDirection(rows([-2], [1]), 1)).toBeNull();
    expect(coneDirection(rows([0]), 1)).toBeNull();
  });

  it.each([
    [
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      [
        [1, -1],
        [1, -1],
        [2, 1],
      ],
    ],
    [
      [
        [1, 1, 0],
        [0, 1, 1],
        [-1, 0, 1],
      ],
    ],
    [
      [
        [1, 0],
        [-1, 0],
        [0, 1],
      ],
    ],
  ])('finds x with Zx ≤ 0, Zx ≠ 0 for %j', (values) => {
    const x = coneDirection(rows(...values), values[0]!.length)!;
    const products = values.map((row) => row.reduce((sum, value, j) => sum + value * x[j]!, 0));
    expect(Math.max(...products)).toBeLessThan(1e-9);
    expect(Math.min(...products)).toBeLessThan(-1e-9);
  });

  it.each([
    [
      [
        [1, 0],
        [-1, 0],
      ],
    ],
    [
      [
        [1, 0],
        [0, 1],
        [-1, -1],
      ],
    ],
    [
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
        [-1, -2, -3],
      ],
    ],
  ])('proves that there is none for %j', (values) => {
    expect(coneDirection(rows(...values), values[0]!.length)).toBeNull();
  });
});
