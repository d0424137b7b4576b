import { expect, it } from 'vitest';
import { maximalTerms } from './maximal-terms.ts';

it('keeps the terms that are part of no other', () => {
  expect(maximalTerms([0b011, 0b101, 0b110, 0b111, 0b1001])).toEqual([0b111, 0b1001]);
});
