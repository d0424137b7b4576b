import { expect, it } from 'vitest';
import { order } from './term-order.ts';

it('counts the lists in a term', () => {
  expect([0, 1, 6, 7, 1023].map(order)).toEqual([0, 1, 2, 3, 10]);
});
