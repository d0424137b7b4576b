import { expect, it } from 'vitest';
import { closure } from './model-closure.ts';

it('adds the parts of every term', () => {
  expect(closure(4, [0b0111, 0b1001])).toEqual([0b0011, 0b0101, 0b1001, 0b0110, 0b0111]);
});
