import type { CellRule } from '../../../../shared-kernel/publishable.ts';
import type { LinkedTable } from './linked-table.ts';

/** Why a cell is hidden by itself, before anybody looks at what stands around it. */
export type PrimaryReason = 'too-few' | 'one-contributor' | 'one-group';

/**
 * The published cells that a rule hides by themselves. Too few people, nought included, so that nobody reads "none". One
 * contributor with more than its part: that organisation's own number would be told. One cell with more than its part of a
 * total: it would be told of nearly everybody in that total.
 */
export function primarilyHidden({ cells, relations }: LinkedTable, rule: CellRule): ReadonlyMap<string, PrimaryReason> {
  const hidden = new Map<string, PrimaryReason>();
  const isPublished = (key: string) => cells.get(key)?.kind === 'published';
  for (const [key, { kind, count, largest }] of cells) {
    if (kind !== 'published') continue;
    if (count < rule.smallest) hidden.set(key, 'too-few');
    else if (largest > rule.mostOfOne * count) hidden.set(key, 'one-contributor');
  }
  for (const { total, parts } of relations) {
    if (!isPublished(total) || parts.length < 2) continue;
    const whole = cells.get(total)!.count;
    for (const part of parts)
      if (isPublished(part) && !hidden.has(part) && cells.get(part)!.count > rule.mostOfTotal * whole)
        hidden.set(part, 'one-group');
  }
  return hidden;
}
