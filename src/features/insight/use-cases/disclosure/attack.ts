import type { Solver } from '../../../../platform/solver/linear-model.ts';
import type { LinkedTable, Publication, Relation } from '../../domain/disclosure/linked-table.ts';
import type { Attack, AttackOptions, OpenAttack } from '../../domain/disclosure/protect.ts';
import { AttackedPart } from './attacked-part.ts';
import type { PartCell } from './part-cell.ts';

/** The publication contradicts itself: then an attack proves nothing. */
export class InfeasiblePublication extends Error {}

/**
 * An attacker with a solver. She knows every published figure as the interval its rounding allows, every sum, that people are
 * whole and never fewer than nought, every earlier edition, and that no revision was larger than the largest one made.
 *
 * A cell counts as hidden only when two tables of whole people were found that fit everything published and lie far enough
 * apart in it: rule SDC-01. What cannot be shown to be safe counts as found.
 */
export function attacker(solver: Solver): OpenAttack {
  return (table, publication, options) => openAttack(solver, table, publication, options);
}

function openAttack(solver: Solver, table: LinkedTable, publication: Publication, options: AttackOptions): Attack {
  const parts = connectedParts(table).map(
    ({ keys, relations }) =>
      new AttackedPart(
        solver,
        keys.map((key) => cellOf(key, table, publication, options)),
        relations,
        options.rule,
      ),
  );
  const partOf = new Map(parts.flatMap((part) => part.keys.map((key) => [key, part] as const)));
  const contradicted = parts.find((part) => !part.isPossible());
  if (contradicted) throw new InfeasiblePublication(contradicted.keys[0]);
  return {
    next() {
      for (const part of parts) {
        const found = part.next();
        if (found !== undefined) return found;
      }
      return undefined;
    },
    exposed: () => parts.flatMap((part) => part.exposed()),
    remedy: (exposed) => partOf.get(exposed)!.remedy(exposed),
    hide: (key) => partOf.get(key)!.hide(key),
    get summary() {
      const ranges = parts.flatMap((part) => part.provenRanges());
      return {
        sensitive: ranges.length,
        narrowest: ranges.length === 0 ? null : Math.min(...ranges),
        solves: parts.reduce((sum, { solves }) => sum + solves, 0),
      };
    },
    close() {
      for (const part of parts) part.close();
    },
  };
}

function cellOf(key: string, table: LinkedTable, publication: Publication, options: AttackOptions): PartCell {
  const { kind, count } = table.cells.get(key)!;
  const { smallest } = options.rule;
  const isSmall = count !== 0 && Math.abs(count) < smallest;
  switch (kind) {
    case 'published': {
      const shown = publication.get(key) ?? null;
      return {
        key,
        kind,
        count,
        shown,
        isSensitive: shown === null,
        mayHide: shown !== null && !options.fixed.has(key),
      };
    }
    case 'earlier': {
      const shown = options.earlier.get(key) ?? null;
      return { key, kind, count, shown, isSensitive: shown === null, mayHide: false };
    }
    default:
      return { key, kind, count, shown: null, isSensitive: isSmall, mayHide: false };
  }
}

/** Cells that no sum ties together tell nothing about each other: each part is attacked by itself. */
function connectedParts({ cells, relations }: LinkedTable) {
  const leader = new Map<string, string>([...cells.keys()].map((key) => [key, key]));
  const find = (key: string): string => {
    let at = key;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(key, at);
    return at;
  };
  for (const { total, parts } of relations) for (const part of parts) leader.set(find(part), find(total));
  const found = new Map<string, { keys: string[]; relations: Relation[] }>();
  for (const key of cells.keys()) {
    const part = found.get(find(key)) ?? { keys: [], relations: [] };
    part.keys.push(key);
    found.set(find(key), part);
  }
  for (const relation of relations) found.get(find(relation.total))!.relations.push(relation);
  return [...found.values()];
}
