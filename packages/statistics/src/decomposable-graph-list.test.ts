import { describe, expect, it } from 'vitest';
import { listDecomposableGraphs } from './decomposable-graph-list.ts';

describe('listDecomposableGraphs', () => {
  it.each([
    [2, 2],
    [3, 8],
    [4, 61],
    [5, 822],
    [6, 18154],
  ])('finds for %i lists all %i graphs', (k, count) => expect(listDecomposableGraphs(k)).toHaveLength(count));

  it('leaves out the four-cycle, which has no chord', () => {
    const cycle = [0b0011, 0b0110, 0b1100, 0b1001].sort().join();
    expect(listDecomposableGraphs(4).some(({ cliques }) => [...cliques].sort().join() === cycle)).toBe(false);
  });

  it('counts a separator as often as it parts cliques', () => {
    const star = listDecomposableGraphs(4).find(({ cliques }) => cliques.join() === [0b0011, 0b0101, 0b1001].join());
    expect(star?.separators).toEqual([{ lists: 0b0001, times: 2 }]);
  });

  it('refuses more lists than can be listed', () => expect(() => listDecomposableGraphs(7)).toThrow(RangeError));
});
