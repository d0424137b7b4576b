import type { Bounds, Row } from '../../../../platform/solver/linear-model.ts';
import type { CellRule } from '../../../../shared-kernel/publishable.ts';
import { toldBy } from '../../domain/disclosure/cell-interval.ts';
import type { CellKind, Relation } from '../../domain/disclosure/linked-table.ts';

/** A cell as an attacker meets it, with its true count for who defends. */
export interface PartCell {
  readonly key: string;
  readonly kind: CellKind;
  readonly count: number;
  readonly shown: number | null;
  /** Must stay hidden. */
  readonly isSensitive: boolean;
  /** Is shown, and may still be hidden. */
  readonly mayHide: boolean;
}

/** A sum is exact: what a row of it may hold. */
const NOTHING: Bounds = { low: 0, high: 0 };
export const FREE: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** What everybody believes of a part before reading: how large a count, and a change, could be at all. */
export interface Beliefs {
  readonly most: number;
  readonly largestChange: number;
}

/** Nobody believes in a count ten times the largest one, nor in a revision larger than the largest one made. */
export function beliefsOf(cells: readonly PartCell[], { smallest }: CellRule): Beliefs {
  return {
    most: 10 * Math.max(100, ...cells.map(({ count }) => count)),
    largestChange: Math.max(smallest, ...cells.map(({ kind, count }) => (kind === 'change' ? Math.abs(count) : 0))),
  };
}

/** Between what a cell may lie, by its published figure alone. */
export function boundsOf({ kind, shown }: PartCell, rule: CellRule, { most, largestChange }: Beliefs): Bounds {
  if (kind === 'change') return { low: -largestChange, high: largestChange };
  const { low, high } = toldBy(shown, rule);
  return { low, high: Math.min(high, most) };
}

/** The sums as rows of a linear program: a total less its parts is nothing. */
export function rowsOf(relations: readonly Relation[], indexOf: (key: string) => number): readonly Row[] {
  return relations.map(({ total, parts }) => ({
    ...NOTHING,
    entries: [[indexOf(total), 1] as const, ...parts.map((part) => [indexOf(part), -1] as const)],
  }));
}
