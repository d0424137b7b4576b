import { describe, expect, it } from 'vitest';
import { checkExistence } from '../check-existence.ts';
import { interactionsUpTo } from '../interactions-up-to.ts';
import { supersetSums } from '../superset-sums.ts';
import { fixture, publishedTable } from './fixture.ts';

interface ExistenceFixture {
  readonly cases: readonly {
    readonly data: string;
    readonly pairs: readonly string[];
    readonly codes: string;
    readonly triples: number;
  }[];
}

const { cases } = fixture<ExistenceFixture>('existence');

describe.each(cases)('SparseMSE existence codes on $data', ({ data, pairs, codes, triples }) => {
  const table = publishedTable(data);

  it(`gives the same code for each of the ${codes.length} sets of pairs`, () => {
    const found = Array.from(
      codes,
      (_, mask) =>
        checkExistence(
          table,
          pairs.filter((_pair, index) => mask & (1 << index)).map((pair) => pair.split(':')),
        ).code,
    );
    expect(found.join('')).toBe(codes);
  });

  it('counts the same number of overlapping triples', () => {
    const margins = supersetSums(table.counts.slice());
    const overlapping = interactionsUpTo(table.lists.length, 3)
      .slice(pairs.length)
      .filter((triple) => margins[triple]! > 0);
    expect(overlapping).toHaveLength(triples);
  });
});
