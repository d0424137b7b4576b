import { expect, it } from 'vitest';
import { hasBinaryRank } from './binary-rank.ts';

it('proves full rank modulo 2, and does not claim it for the triangle, whose determinant is 2', () => {
  const pivots = new Int32Array(32);
  expect(hasBinaryRank([0b001, 0b011, 0b111], 3, 3, pivots)).toBe(true);
  expect(hasBinaryRank([0b011, 0b101, 0b110], 3, 3, pivots)).toBe(false);
  expect(hasBinaryRank([0b011, 0b101, 0b110], 2, 2, pivots)).toBe(true);
});
