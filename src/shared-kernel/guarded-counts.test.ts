import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardedGrid } from './guarded-counts.ts';

const SMALLEST = 10;

it('hides what is few, and in each row and column enough beside it, where that costs least', () => {
  const rows = [
    { key: 'a', cells: [12, 22] },
    { key: 'b', cells: [4, 31] },
    { key: 'c', cells: [0, 14] },
  ];
  expect(guardedGrid(rows, SMALLEST)).toEqual([
    { key: 'a', cells: [undefined, undefined] },
    { key: 'b', cells: [undefined, undefined] },
    { key: 'c', cells: [0, 14] },
  ]);
});

it('leaves no row or column in which a hidden count follows from the total', () => {
  const grid = fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc.array(fc.array(fc.nat(40), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
    );
  fc.assert(
    fc.property(grid, (counts) => {
      const rows = counts.map((cells, index) => ({ key: String(index), cells }));
      const shown = guardedGrid(rows, SMALLEST).map(({ cells }) => cells);
      const lines = [
        ...shown.map((cells, row) => cells.map((count, column) => [count, counts[row]![column]!] as const)),
        ...counts[0]!.map((_, column) => shown.map((cells, row) => [cells[column], counts[row]![column]!] as const)),
      ];
      for (const line of lines) {
        for (const [count, real] of line) {
          if (count !== undefined) expect(count).toBe(real);
          else continue;
          expect(count === 0 || count >= SMALLEST).toBe(true);
        }
        const behind = line.filter(([count]) => count === undefined).map(([, real]) => real);
        const isAll = behind.length === line.length;
        const sum = behind.reduce((total, count) => total + count, 0);
        expect(behind.length === 0 || isAll || (behind.length > 1 && sum >= SMALLEST)).toBe(true);
      }
    }),
    { seed: 11, numRuns: 500 },
  );
});

it('has nothing to hide in a grid without rows', () => {
  expect(guardedGrid([], SMALLEST)).toEqual([]);
});
