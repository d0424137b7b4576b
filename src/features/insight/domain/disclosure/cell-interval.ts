import type { CellRule } from '../../../../shared-kernel/publishable.ts';

/** The counts a cell may have, for who sees only what was published. Whole people; `high` may be infinite. */
export interface CountInterval {
  readonly low: number;
  readonly high: number;
}

/** What a published cell alone tells: the counts that would have been published like this. */
export function toldBy(
  shown: number | null,
  { smallest, step, rounding }: Pick<CellRule, 'smallest' | 'step' | 'rounding'>,
): CountInterval {
  if (shown === null) return { low: 0, high: Number.POSITIVE_INFINITY };
  const below = rounding === 'nearest' ? Math.floor((step - 1) / 2) : 0;
  const above = rounding === 'none' ? 0 : step - 1 - below;
  return { low: Math.max(shown - below, Math.min(smallest, shown)), high: shown + above };
}

/**
 * Whether a hidden cell is hidden: at least as many whole numbers as the smallest count that is shown, and one more, remain
 * possible. Source: rule SDC-01 of our standards.
 */
export function isHidden({ low, high }: CountInterval, { smallest }: Pick<CellRule, 'smallest'>): boolean {
  return high - low >= smallest;
}

/** A count of at least the smallest, as it is shown. */
export function rounded(count: number, { step, rounding }: Pick<CellRule, 'step' | 'rounding'>): number {
  const steps = rounding === 'nearest' ? Math.round(count / step) : Math.floor(count / step);
  return rounding === 'none' ? count : steps * step;
}
