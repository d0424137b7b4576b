import { describe, expect, it } from 'vitest';
import { quantileType8 } from './quantile-type-8.ts';

describe('quantileType8', () => {
  it('interpolates at h = (B + 1/3) p + 1/3, clamped at the ends', () => {
    const at = (p: number) => quantileType8([10, 20, 30, 40, 50], p);
    expect(at(0)).toBe(10);
    expect(at(0.1)).toBe(10);
    expect(at(0.25)).toBeCloseTo(10 * (16 / 12 + 1 / 3), 12);
    expect(at(0.5)).toBeCloseTo(30, 12);
    expect(at(1)).toBe(50);
  });

  it('gives Infinity only when it interpolates into it', () => {
    const sorted = [1, 2, 3, Number.POSITIVE_INFINITY];
    expect(quantileType8(sorted, 0.6)).toBeLessThan(3);
    expect(quantileType8(sorted, 0.8)).toBe(Number.POSITIVE_INFINITY);
    expect(quantileType8([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.5)).toBe(Number.POSITIVE_INFINITY);
  });

  it('refuses no values and levels outside 0 … 1', () => {
    expect(() => quantileType8([], 0.5)).toThrow(RangeError);
    expect(() => quantileType8([1], 1.5)).toThrow(RangeError);
  });
});
