import { describe, expect, it } from 'vitest';
import { emptyOverlapTails } from './empty-overlap-tails.ts';
import { fixture, publishedTable, relativeDifference } from './testing/fixture.ts';

interface StepwiseFixture {
  readonly cases: readonly {
    readonly data: string;
    readonly emptyTail?: Readonly<Record<string, number>>;
  }[];
}

const cases = fixture<StepwiseFixture>('stepwise').cases.filter(({ emptyTail }) => emptyTail);

describe('SparseMSE tails of empty overlaps in the model of all pairs', () => {
  it.each(cases)('on $data', ({ data, emptyTail }) => {
    const found = emptyOverlapTails(publishedTable(data), 'all-pairs');
    expect(found.map(({ pair }) => pair.join(':')).sort()).toEqual(Object.keys(emptyTail!).sort());
    for (const { pair, tail } of found) {
      // Without either of its empty pairs this table has no estimate; R prints what its iteration happened to reach.
      if (data === 'Artificial_3') expect(tail).toBeNull();
      else expect(relativeDifference(tail!, emptyTail![pair.join(':')]!)).toBeLessThan(1e-6);
    }
  });

  it('are none when every pair has cases', () => {
    expect(emptyOverlapTails(publishedTable('Kosovo'), 'all-pairs')).toEqual([]);
  });
});
