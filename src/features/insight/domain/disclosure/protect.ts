import type { CellRule } from '../../../../shared-kernel/publishable.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { LinkedTable, Publication, Relation } from './linked-table.ts';

/** Names the hidden cells that a reader of this publication can still recover; only the first is asked for at a time. */
export type Audit = (publication: Publication, relations: readonly Relation[], rule: CellRule) => Iterable<string>;

export interface ProtectOptions {
  /** What was published before and cannot be taken back: the same cells, by key. */
  readonly earlier?: Publication;
  readonly audit: Audit;
}

/**
 * Publishes a linked table so that no small count can be recovered: counts below the smallest are hidden, zero too; what is
 * shown is rounded; and as long as the audit recovers a hidden cell, the smallest shown cell beside it is hidden as well
 * (complementary suppression). What was published before stays, so a difference with it is part of what is audited.
 *
 * Refuses with `cannot-protect` when nothing is left to hide and a cell is still recovered, because of what was published before.
 */
export function protect(
  { counts, relations }: LinkedTable,
  rule: CellRule,
  { earlier = new Map(), audit }: ProtectOptions,
): Result<Publication, { readonly code: 'cannot-protect'; readonly cell: string }> {
  const publication = new Map<string, number | null>();
  for (const [key, count] of counts) {
    const before = earlier.get(key);
    publication.set(key, before !== undefined ? before : count < rule.smallest ? null : rounded(count, rule));
  }
  for (;;) {
    const [exposed] = audit(publication, relations, rule);
    if (exposed === undefined) return ok(publication);
    const isOpen = (key: string) => !earlier.has(key) && publication.get(key) !== null;
    const beside = relations
      .filter(({ total, parts }) => total === exposed || parts.includes(exposed))
      .flatMap(({ total, parts }) => [total, ...parts])
      .filter(isOpen);
    // when all beside it is hidden, what gives it away stands further off
    const choices = beside.length > 0 ? beside : [...counts.keys()].filter(isOpen);
    const [chosen] = choices.sort((a, b) => counts.get(a)! - counts.get(b)! || a.localeCompare(b));
    if (chosen === undefined) return err({ code: 'cannot-protect', cell: exposed });
    publication.set(chosen, null);
  }
}

/** A count of at least the smallest, as it is shown. */
export function rounded(count: number, { step, rounding }: CellRule): number {
  const steps = rounding === 'nearest' ? Math.round(count / step) : Math.floor(count / step);
  return rounding === 'none' ? count : steps * step;
}
