import { expect, it } from 'vitest';
import { RandomStream } from './random-stream.ts';
import { drawNormal } from './simulate-normal.ts';

it('drawNormal has mean 0, variance 1, fourth moment 3', () => {
  const random = new RandomStream(1);
  const draws = Array.from({ length: 200_000 }, () => drawNormal(random));
  const moment = (power: number) => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length;
  expect(Math.abs(moment(1))).toBeLessThan(0.01);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.015);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
});
