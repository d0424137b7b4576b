/** Who will read a count. */
export type Audience = 'own-organisation' | 'monitor' | 'public' | 'research';

/** How counts are shown to one audience. */
export interface CellRule {
  /** The smallest count that is shown. */
  readonly smallest: number;
  /** The step to round to; 1 is exact. */
  readonly step: number;
  readonly rounding: 'none' | 'nearest' | 'down';
}

/**
 * The one table of minimum cells by audience.
 *
 * Own organisation: exact, for steering, by those who may see the records. Monitor (VNG, CoMensha; by region): five or
 * more, to the nearest five. Public and open data (police unit, province, nation): ten or more, down to a multiple of
 * five. Research: ten or more, down to a multiple of ten, as in the "reporting resolution" of the Synthetic Data
 * Showcase (IOM and Microsoft). Stricter than CoMensha's own reports, which show exact small numbers, and in line with
 * the output rules of CBS for microdata (at least ten units).
 */
export const CELL_RULES: Readonly<Record<Audience, CellRule>> = {
  'own-organisation': { smallest: 1, step: 1, rounding: 'none' },
  monitor: { smallest: 5, step: 5, rounding: 'nearest' },
  public: { smallest: 10, step: 5, rounding: 'down' },
  research: { smallest: 10, step: 10, rounding: 'down' },
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
