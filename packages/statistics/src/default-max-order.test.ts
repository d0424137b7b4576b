import { expect, it } from 'vitest';
import { defaultMaxOrder } from './default-max-order.ts';

it('is k − 1 up to four lists, 3 at five, 2 beyond', () => {
  expect([2, 3, 4, 5, 6, 10].map(defaultMaxOrder)).toEqual([1, 2, 3, 3, 2, 2]);
});
