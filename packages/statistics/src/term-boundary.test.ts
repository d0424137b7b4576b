import { expect, it } from 'vitest';
import { boundary } from './term-boundary.ts';

it('names what must be present first; for a pair nothing', () => {
  expect(boundary(0b111)).toEqual([0b110, 0b101, 0b011]);
  expect(boundary(0b11)).toEqual([]);
});
