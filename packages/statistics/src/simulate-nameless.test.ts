import { describe, expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { RandomStream } from './random-stream.ts';
import { simulateNameless } from './simulate-nameless.ts';

const two = captureTable(
  ['A', 'B'],
  [
    [1, 30_000],
    [2, 40_000],
    [3, 20_000],
  ],
);

describe('simulateNameless', () => {
  it('leaves every list as long as it was', () => {
    const { counts } = simulateNameless(two, [0.3, 0.1], new RandomStream(1));
    expect(counts[1]! + counts[3]!).toBe(50_000);
    expect(counts[2]! + counts[3]!).toBe(60_000);
  });

  it('raises the estimate of two lists by about 1 / (1 - s)²', () => {
    const { counts } = simulateNameless(two, [0.2, 0.2], new RandomStream(2));
    const before = (50_000 * 60_000) / 20_000;
    const after = (50_000 * 60_000) / counts[3]!;
    expect(after / before).toBeCloseTo(1 / 0.64, 1);
  });

  it('keeps the other lists of a case together', () => {
    const three = captureTable(['A', 'B', 'C'], [[7, 1000]]);
    const { counts, observed } = simulateNameless(three, [1, 0, 0], new RandomStream(3));
    expect([counts[1], counts[6], counts[7], observed]).toEqual([1000, 1000, 0, 2000]);
  });

  it('changes nothing when everyone has a name', () => {
    expect(simulateNameless(two, [0, 0], new RandomStream(4)).counts).toEqual(two.counts);
  });

  it('refuses a share that is none, or too few of them', () => {
    expect(() => simulateNameless(two, [0.2, 1.2], new RandomStream(5))).toThrow(RangeError);
    expect(() => simulateNameless(two, [0.2], new RandomStream(5))).toThrow(RangeError);
  });
});
