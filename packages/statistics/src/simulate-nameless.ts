import type { CaptureTable } from './capture-table.ts';
import { drawBinomial } from './draw-binomial.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * The same table had part of the registrations been nameless. A registration without a name cannot be linked: it becomes a
 * case of its own, on that list alone; what remains of the case keeps its other lists.
 *
 * Overlaps thin out, so the total is estimated too high: with a share s on each of two lists the estimate N = a b / m grows
 * by about 1 / (1 - s)². Unit of `shares`: chance per registration, per list.
 *
 * @throws RangeError unless there is a share between 0 and 1 for every list.
 */
export function simulateNameless(table: CaptureTable, shares: readonly number[], random: RandomStream): CaptureTable {
  const { lists } = table;
  if (shares.length !== lists.length || !shares.every((share) => share >= 0 && share <= 1))
    throw new RangeError('there is a share between 0 and 1 for every list');
  let counts = table.counts;
  shares.forEach((share, j) => {
    const next = counts.slice();
    for (let w = 1; w < counts.length; w++) {
      if (((w >> j) & 1) === 0 || w === 1 << j) continue;
      const nameless = drawBinomial(random, counts[w]!, share);
      next[w]! -= nameless;
      next[w ^ (1 << j)]! += nameless;
      next[1 << j]! += nameless;
    }
    counts = next;
  });
  return { lists, counts, observed: counts.reduce((sum, count) => sum + count, 0) };
}
