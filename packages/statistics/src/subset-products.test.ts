import { expect, it } from 'vitest';
import { subsetProducts } from './subset-products.ts';

it('multiplies every cell over all terms it contains, a zero emptying exactly the cells above it', () => {
  const factors = Float64Array.from([3, 2, 0.5, 1, 4, 0, 1, 1]);
  const direct = factors.map((_, w) => factors.reduce((product, f, t) => ((w & t) === t ? product * f : product), 1));
  expect(subsetProducts(factors.slice())).toEqual(direct);
  expect([5, 7].every((cell) => direct[cell] === 0)).toBe(true);
});
