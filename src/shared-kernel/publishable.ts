/** Who will read a count. */
export type Audience = 'own-organisation' | 'monitor' | 'public' | 'research';

/** How fine an area may be told, from fine to coarse. */
export type Area = 'municipality' | 'care-region' | 'police-unit' | 'nation';

/** How counts are shown to one audience. */
export interface CellRule {
  /** The smallest count that is shown. */
  readonly smallest: number;
  /** The step to round to; 1 is exact. */
  readonly step: number;
  readonly rounding: 'none' | 'nearest' | 'down';
  /** The largest part of a cell that may come from one contributor, from 0 to 1. A cell with more is hidden. */
  readonly mostOfOne: number;
  /** The largest part of a total that may stand in one of its cells, from 0 to 1: more says the same of nearly everybody in it. */
  readonly mostOfTotal: number;
  /** The finest area that is told. */
  readonly area: Area;
  /** How many properties one table may cross, the year included. */
  readonly dimensions: number;
}

/**
 * The one table of minimum cells by audience.
 *
 * Own organisation: exact, for steering, by those who may see the records. Monitor (VNG, CoMensha; by region): five or
 * more, to the nearest five. Public and open data (police unit, province, nation): ten or more, down to a multiple of
 * five. Research: ten or more, down to a multiple of ten, as in the "reporting resolution" of the Synthetic Data
 * Showcase (IOM and Microsoft). Stricter than CoMensha's own reports, which show exact small numbers, and in line with
 * the output rules of CBS for microdata (at least ten units, nobody more than half, no group more than nine tenths).
 */
export const CELL_RULES: Readonly<Record<Audience, CellRule>> = {
  'own-organisation': {
    smallest: 1,
    step: 1,
    rounding: 'none',
    mostOfOne: 1,
    mostOfTotal: 1,
    area: 'municipality',
    dimensions: 3,
  },
  monitor: {
    smallest: 5,
    step: 5,
    rounding: 'nearest',
    mostOfOne: 0.5,
    mostOfTotal: 1,
    area: 'care-region',
    dimensions: 3,
  },
  public: {
    smallest: 10,
    step: 5,
    rounding: 'down',
    mostOfOne: 0.5,
    mostOfTotal: 0.9,
    area: 'police-unit',
    dimensions: 3,
  },
  research: {
    smallest: 10,
    step: 10,
    rounding: 'down',
    mostOfOne: 0.5,
    mostOfTotal: 0.9,
    area: 'nation',
    dimensions: 3,
  },
};

/** A count as it may be shown. `too-few` looks the same for every hidden count, zero included. */
export type PublishableCount =
  | { readonly shown: number; readonly reason: 'exact' | 'rounded' }
  | { readonly shown: null; readonly reason: 'too-few' };

/**
 * What one count of people or cases may show to an audience. Zero is hidden like any small count, so that a hidden cell
 * may be anything from nought up; pass `zero: 'shown'` where nought says nothing about a person, as for agreements made.
 *
 * This guards one cell. A table with totals also needs complementary suppression and a dominance check, or the hidden
 * cell follows by subtraction. Throws RangeError for what is not a count.
 */
export function publishable(
  count: number,
  audience: Audience,
  { zero = 'hidden' }: { readonly zero?: 'hidden' | 'shown' } = {},
): PublishableCount {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`geen aantal: ${count}`);
  const { smallest, step, rounding } = CELL_RULES[audience];
  if (rounding === 'none' || (count === 0 && zero === 'shown')) return { shown: count, reason: 'exact' };
  if (count < smallest) return { shown: null, reason: 'too-few' };
  const steps = rounding === 'nearest' ? Math.round(count / step) : Math.floor(count / step);
  return { shown: steps * step, reason: 'rounded' };
}
