import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, CELL_RULES, publishable } from './publishable.ts';

const shown = (audience: Audience, counts: readonly number[]) =>
  counts.map((count) => publishable(count, audience).shown);

describe('a count', () => {
  it('is exact for the own organisation', () => {
    expect(shown('own-organisation', [0, 1, 4, 1062])).toEqual([0, 1, 4, 1062]);
  });

  it('is shown on the monitor from five on, to the nearest five', () => {
    expect(shown('monitor', [0, 1, 4, 5, 7, 8, 12, 13])).toEqual([null, null, null, 5, 5, 10, 10, 15]);
  });

  it('is public from ten on, down to a multiple of five', () => {
    expect(shown('public', [0, 4, 9, 10, 14, 15, 1062])).toEqual([null, null, null, 10, 10, 15, 1060]);
  });

  it('goes to research from ten on, down to a multiple of ten', () => {
    expect(shown('research', [9, 10, 19, 20])).toEqual([null, 10, 10, 20]);
  });

  it('of nought is hidden like any small one, unless nought says nothing about a person', () => {
    expect(publishable(0, 'public')).toEqual(publishable(3, 'public'));
    expect(publishable(0, 'public', { zero: 'shown' })).toEqual({ shown: 0, reason: 'exact' });
  });

  it('never tells two hidden counts apart, never shows one below the minimum, and is off by less than a step', () => {
    const audiences = fc.constantFrom<Audience>('monitor', 'public', 'research');
    fc.assert(
      fc.property(audiences, fc.integer({ min: 0, max: 2000 }), (audience, count) => {
        const { smallest, step } = CELL_RULES[audience];
        const cell = publishable(count, audience);
        if (count < smallest) expect(cell).toEqual({ shown: null, reason: 'too-few' });
        else {
          expect(cell.shown).toBeGreaterThanOrEqual(smallest);
          expect(cell.shown! % step).toBe(0);
          expect(Math.abs(cell.shown! - count)).toBeLessThan(step);
        }
      }),
      { seed: 20261125 },
    );
  });

  it('refuses what is not a count', () => {
    for (const wrong of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => publishable(wrong, 'public')).toThrow(RangeError);
  });
});
