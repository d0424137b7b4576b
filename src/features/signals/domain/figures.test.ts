import { describe, expect, it } from 'vitest';
import { type Counted, guarded, guardedPart, guardedTotal } from '../../../shared-kernel/guarded-counts.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import { approximately, figureMonths } from './figures.ts';

const counts = (...all: readonly number[]): readonly Counted<string>[] =>
  all.map((count, index) => ({ key: String(index), count }));
const shown = (smallest: number, ...all: readonly number[]) =>
  guarded(counts(...all), smallest).map(({ count }) => count);

describe('figures of signals', () => {
  it('hide a small group, and another beside it, so that subtraction does not give it back', () => {
    expect(shown(5, 30, 12, 3)).toEqual([30, undefined, undefined]);
    expect(shown(5, 3, 40)).toEqual([undefined, undefined]);
  });

  it('hide on until what is hidden together is not small itself', () => {
    // two hidden ones of together three would say nearly as much as one
    expect(shown(5, 1, 2, 20, 50)).toEqual([undefined, undefined, undefined, 50]);
    expect(shown(5, 3, 4, 20)).toEqual([undefined, undefined, 20]);
  });

  it('show nought, and everything when nothing is small', () => {
    expect(shown(5, 0, 8, 9)).toEqual([0, 8, 9]);
    expect(shown(5, 0, 3, 9)).toEqual([0, undefined, undefined]);
  });

  it('never let the total give back what is hidden, whatever the counts', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const all = Array.from({ length: 1 + (seed % 6) }, (_, index) => (seed * 7919 + index * 104729) % 23);
      const smallest = seed % 2 === 0 ? 5 : 10;
      const table = guarded(counts(...all), smallest);
      const hidden = all.filter((_, index) => table[index]!.count === undefined);
      const open = table.flatMap(({ count }) => count ?? []);
      expect(open.every((count) => count === 0 || count >= smallest)).toBe(true);
      const total = guardedTotal(
        all.reduce((sum, count) => sum + count, 0),
        smallest,
      );
      if (hidden.length > 0 && total !== undefined) {
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(smallest);
      }
    }
  });

  it('hide a part when what is left is small', () => {
    expect(guardedPart(20, 22, 5)).toBeUndefined();
    expect(guardedPart(3, 22, 5)).toBeUndefined();
    expect(guardedPart(12, 22, 5)).toBe(12);
    expect([guardedPart(22, 22, 5), guardedPart(0, 22, 5)]).toEqual([22, 0]);
    expect([guardedTotal(4, 5), guardedTotal(0, 5), guardedTotal(5, 5)]).toEqual([undefined, 0, 5]);
  });

  it('are told to the nearest five, so that two months beside each other do not give one signal back', () => {
    expect([0, 5, 7, 8, 23].map(approximately)).toEqual([0, 5, 5, 10, 25]);
  });

  it('are about twelve whole months, and never the one that runs', () => {
    const months = figureMonths(day('2026-11-29'));
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-11-01', '2026-10-01']);
  });
});
