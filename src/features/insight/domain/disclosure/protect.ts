import type { CellRule } from '../../../../shared-kernel/publishable.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import { rounded } from './cell-interval.ts';
import type { LinkedTable, Publication } from './linked-table.ts';
import { type PrimaryReason, primarilyHidden } from './primary.ts';

/** Why a cell is hidden. `beside`: it would give a hidden cell away. `before`: an earlier edition hid it. For the report, never published. */
export type HidingReason = PrimaryReason | 'beside' | 'before';

/** What somebody with a solver found. Whole seconds and times are left to who measures. */
export interface AttackSummary {
  /** Cells that must stay hidden. */
  readonly sensitive: number;
  /** The narrowest range, in whole people, that was proven to remain of one of them; null when there are none. */
  readonly narrowest: number | null;
  /** How often a linear program was solved. */
  readonly solves: number;
}

/**
 * Somebody who tries to find hidden cells from all that is published: every sum, every rounding, every earlier edition.
 * Knows more with every cell that is shown, and less with every cell that is hidden.
 */
export interface Attack {
  /** A cell that is not hidden well enough; undefined when none is left. */
  next(): string | undefined;
  /** All of them, as the publication stands. */
  exposed(): readonly string[];
  /** The shown cells that cost least to hide so that this cell is safe; none when that is impossible. */
  remedy(exposed: string): readonly string[];
  /** A shown cell is hidden from now on. */
  hide(key: string): void;
  readonly summary: AttackSummary;
  /** Gives back what the attack needed. */
  close(): void;
}

/**
 * Begins an attack on a publication.
 * @throws when the publication contradicts itself: then an attack proves nothing.
 */
export type OpenAttack = (table: LinkedTable, publication: Publication, options: AttackOptions) => Attack;

export interface AttackOptions {
  readonly rule: CellRule;
  /** What earlier editions showed, by the key of the cell of kind `earlier`. */
  readonly earlier: Publication;
  /** Cells that may not be hidden any more, because they were shown before. */
  readonly fixed: ReadonlySet<string>;
}

export interface ProtectOptions {
  readonly openAttack: OpenAttack;
  /** Cells that stand in an earlier edition with the very same counts: they are shown, or hidden, as they were then. */
  readonly known?: Publication;
  /** What earlier editions showed where counts have changed since. */
  readonly earlier?: Publication;
  /** Called as cells are found and hidden, with how many so far. */
  readonly onStep?: (hidden: number) => void;
}

export interface Protected {
  readonly publication: Publication;
  readonly reasons: ReadonlyMap<string, HidingReason>;
  /** How many hidden cells the attacker found while only the cells by themselves were hidden: the attack is real. */
  readonly recoveredBefore: number;
  readonly attack: AttackSummary;
}

/**
 * Publishes a linked table so that no hidden count can be recovered. Cells that may not be shown by themselves are hidden; what
 * is shown is rounded; and as long as the attacker recovers a hidden cell, what gives it away is hidden too, at the least cost.
 * What was published before cannot be taken back, so it is part of what the attacker knows.
 *
 * Refuses with `cannot-protect` when a cell is recovered and nothing is left to hide, because of what was published before.
 */
export function protect(
  table: LinkedTable,
  rule: CellRule,
  { openAttack, known = new Map(), earlier = new Map(), onStep = () => {} }: ProtectOptions,
): Result<Protected, { readonly code: 'cannot-protect'; readonly cell: string }> {
  const reasons = new Map<string, HidingReason>();
  const publication = new Map<string, number | null>();
  const primary = primarilyHidden(table, rule);
  for (const [key, { kind, count }] of table.cells) {
    if (kind !== 'published') continue;
    const before = known.get(key);
    const reason = primary.get(key) ?? (before === null ? 'before' : undefined);
    if (before === undefined ? reason : before === null) reasons.set(key, reason!);
    publication.set(key, before !== undefined ? before : reason ? null : rounded(count, rule));
  }
  const fixed = new Set([...known].filter(([, shown]) => shown !== null).map(([key]) => key));
  const attack = openAttack(table, publication, { rule, earlier, fixed });
  try {
    const recoveredBefore = attack.exposed().length;
    for (let exposed = attack.next(); exposed !== undefined; exposed = attack.next()) {
      const beside = attack.remedy(exposed);
      if (beside.length === 0) return err({ code: 'cannot-protect', cell: exposed });
      for (const key of beside) {
        publication.set(key, null);
        reasons.set(key, 'beside');
        attack.hide(key);
      }
      onStep(reasons.size);
    }
    return ok({ publication, reasons, recoveredBefore, attack: attack.summary });
  } finally {
    attack.close();
  }
}
