import type { Solver } from '../../../../platform/solver/linear-model.ts';
import { CELL_RULES, type CellRule } from '../../../../shared-kernel/publishable.ts';
import { type CountedTable, linkedTableOf } from '../../domain/disclosure/counted-table.ts';
import { tieToEarlier } from '../../domain/disclosure/editions.ts';
import type { Publication } from '../../domain/disclosure/linked-table.ts';
import { type OpenAttack, protect } from '../../domain/disclosure/protect.ts';
import { crossingsOf } from '../../domain/release/property.ts';
import type { CheckReport, ReportedReason } from '../../domain/release/proposal.ts';
import { attacker, InfeasiblePublication } from './attack.ts';

/** Counts to publish, and what came out before. Only what can be copied to a thread. */
export interface CheckTask {
  readonly counted: CountedTable;
  readonly earlier: readonly { readonly counted: CountedTable; readonly shown: Publication }[];
}

export type CheckAnswer =
  | { readonly ending: 'safe'; readonly publication: Publication; readonly report: CheckReport }
  | { readonly ending: 'found'; readonly report: CheckReport }
  | { readonly ending: 'cannot-protect' | 'contradiction' };

/**
 * Protects counts for the public and attacks what would come out, together with every earlier edition. `step` hears how far it
 * is, from 0 to 1. Same task, same answer.
 */
export function checkPublication(
  task: CheckTask,
  solver: Solver,
  step: (share: number) => void = () => {},
  openAttack: OpenAttack = attacker(solver),
): CheckAnswer {
  const rule = CELL_RULES.public;
  const tied = tieToEarlier(
    linked(task.counted),
    task.earlier.map(({ counted, shown }, nth) => ({ number: nth + 1, table: linked(counted), shown })),
    (key) => key.split('|')[0]!,
  );
  try {
    step(0.05);
    const expected = 1 + [...tied.table.cells.values()].filter(({ kind }) => kind === 'published').length;
    const result = protect(tied.table, rule, {
      openAttack,
      known: tied.known,
      earlier: tied.earlier,
      onStep: (hidden) => step(0.05 + (0.7 * hidden) / expected),
    });
    if (!result.ok) return { ending: 'cannot-protect' };
    const { publication, reasons, recoveredBefore, attack } = result.value;
    step(0.8);
    const found = attackAfresh(openAttack, tied, publication, rule);
    const report: CheckReport = {
      cells: publication.size,
      shown: [...publication.values()].filter((shown) => shown !== null).length,
      hidden: counted(reasons),
      recoveredBefore,
      recoveredAfter: found.length,
      attacked: attack.sensitive,
      narrowest: attack.narrowest,
      solves: attack.solves,
      editions: task.earlier.length,
      solver: solver.name,
    };
    step(1);
    return found.length > 0 ? { ending: 'found', report } : { ending: 'safe', publication, report };
  } catch (problem) {
    if (problem instanceof InfeasiblePublication) return { ending: 'contradiction' };
    throw problem;
  }
}

const linked = (counted: CountedTable) =>
  linkedTableOf(counted, crossingsOf(counted.dimensions.slice(1).map(({ id }) => id)));

/** A new attacker, who has seen nothing of the defence. */
function attackAfresh(
  openAttack: OpenAttack,
  { table, earlier }: ReturnType<typeof tieToEarlier>,
  publication: Publication,
  rule: CellRule,
): readonly string[] {
  const attack = openAttack(table, publication, { rule, earlier, fixed: new Set() });
  try {
    return attack.exposed();
  } finally {
    attack.close();
  }
}

function counted(reasons: ReadonlyMap<string, ReportedReason>): Readonly<Record<ReportedReason, number>> {
  const sum: Record<ReportedReason, number> = {
    'too-few': 0,
    'one-contributor': 0,
    'one-group': 0,
    beside: 0,
    before: 0,
  };
  for (const reason of reasons.values()) sum[reason]++;
  return sum;
}
