import { order } from './term-order.ts';

/** Terms one smaller than `term`: what must be in a model before `term` may be. */
export function boundary(term: number): number[] {
  const parts: number[] = [];
  for (let bit = 1; bit <= term; bit <<= 1) if (term & bit && order(term ^ bit) >= 2) parts.push(term ^ bit);
  return parts;
}
