import { expect, it } from 'vitest';
import { termMask, termNames } from './term-names.ts';

it('goes from names to mask and back', () => {
  const lists = ['LA', 'NG', 'PF'];
  expect(termMask(lists, ['PF', 'LA'])).toBe(5);
  expect(termNames(lists, 5)).toEqual(['LA', 'PF']);
});

it('refuses unknown and repeated names', () => {
  expect(() => termMask(['A', 'B'], ['C'])).toThrow('no list named C');
  expect(() => termMask(['A', 'B'], ['A', 'A'])).toThrow('twice');
});
