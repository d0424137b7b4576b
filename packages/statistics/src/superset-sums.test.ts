import { expect, it } from 'vitest';
import { supersetSums } from './superset-sums.ts';

it('sums every cell over all cells that contain it', () => {
  const values = Float64Array.from({ length: 16 }, (_, w) => w * w + 1);
  const direct = values.map((_, s) => values.reduce((sum, value, w) => ((w & s) === s ? sum + value : sum), 0));
  expect(supersetSums(values.slice())).toEqual(direct);
});
