import { describe, expect, it } from 'vitest';
import { estimateTotal } from '../estimate-total.ts';
import { withinList } from '../within-list.ts';
import { publishedTable } from './fixture.ts';

/** The usable lists of three trafficking tables; published summary 0.63, −0.17 and 0.90 (Silverman 2020, stepwise). */
const LISTS = {
  UKdat_5: ['LA', 'NG', 'PFNCA', 'GO'],
  Ned_5: ['IO', 'P', 'R', 'Z'],
  Australia: ['B', 'C'],
};

describe('stepwise on ten lists of known length', () => {
  const found = Object.entries(LISTS).flatMap(([data, lists]) =>
    lists.map((list) => {
      const { table, total } = withinList(publishedTable(data), list);
      const { estimate, interval } = estimateTotal(table!, { bootstrap: 5000, seed: 2 });
      const covers = interval!.low! <= total && (interval!.high ?? Number.POSITIVE_INFINITY) >= total;
      return { covers, logRatio: Math.log(estimate! / total) };
    }),
  );

  it('has a root mean square of the log ratio of 0.630 and a mean of −0.169', () => {
    const mean = found.reduce((sum, { logRatio }) => sum + logRatio, 0) / 10;
    const square = found.reduce((sum, { logRatio }) => sum + logRatio ** 2, 0) / 10;
    expect(Math.sqrt(square)).toBeCloseTo(0.63, 3);
    expect(mean).toBeCloseTo(-0.169, 3);
  });

  it('covers nine of the ten', () => {
    expect(found.filter(({ covers }) => covers)).toHaveLength(9);
  });
});
