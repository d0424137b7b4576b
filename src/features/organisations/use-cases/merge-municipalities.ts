import type { Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { mergeFacts, mergeRegions } from '../domain/merged-facts.ts';
import { type MergerRefusal, mandateHolderOn, merge } from '../domain/merger.ts';
import {
  endOrganisations,
  loadFacts,
  loadHistory,
  loadRegions,
  type MergerTables,
  recordSuccession,
  startMunicipality,
} from '../persistence/merger-store.ts';

/** A merger as it was decided: who ends, who carries on (new, or a municipality that exists), on which day, says who. */
export interface MunicipalMerger {
  readonly predecessors: readonly string[];
  readonly successor: { readonly code: string; readonly name: string };
  readonly on: PlainDate;
  /** Where it was decided, e.g. the law. Shown beside it. */
  readonly source: string;
  /** Names a merger that exists only as an example. */
  readonly isDemo?: boolean;
}

export interface Merged {
  readonly successorId: string;
  readonly predecessorIds: readonly string[];
  /** In the same order. */
  readonly predecessorNames: readonly string[];
}

/** Gives the people of the old organisations the same roles in the new one, from the day on. */
export type CarryStaffOver<Table> = (
  tx: Table,
  move: { readonly from: readonly string[]; readonly to: string; readonly on: PlainDate },
) => Promise<void>;

/**
 * Merges municipalities on a day, which may still come. The old ones end on it and are read-only from then on; the new one starts
 * with their tile, regions and people, and holds a mandate to read what they recorded. No record changes hands or owner. What the
 * register knows of a successor that already exists stays as it is until the next edition of the reference data.
 *
 * For the owner of the tables, at the command line: to every door the register is read-only.
 */
export async function mergeMunicipalities<Given extends Tx<MergerTables>>(
  tx: Given,
  merger: MunicipalMerger,
  carryStaffOver: CarryStaffOver<Given>,
): Promise<Result<Merged, MergerRefusal>> {
  const { predecessors, successor, on } = merger;
  const { history, idOf } = await loadHistory(tx);
  const merged = merge(history, { predecessors, successors: [successor], on });
  if (!merged.ok) return merged;
  const stray = predecessors.find((code) => mandateHolderOn(merged.value, code, on) !== successor.code);
  if (stray !== undefined) return err({ code: 'predecessor-not-active', organisation: stray });

  const predecessorIds = predecessors.map((code) => idOf.get(code)!);
  const known = idOf.get(successor.code);
  const successorId = known ?? newId();
  if (!known) {
    const facts = await loadFacts(tx, predecessorIds);
    await startMunicipality(tx, { id: successorId, ...successor, isDemo: merger.isDemo ?? false }, on, {
      facts: facts.length > 0 ? mergeFacts(facts) : undefined,
      regions: mergeRegions(await loadRegions(tx, predecessorIds, on)),
      partIds: predecessorIds,
    });
  }
  await endOrganisations(tx, predecessorIds, on);
  await recordSuccession(tx, { predecessorIds, successorId, on, source: merger.source }, newId);
  await carryStaffOver(tx, { from: predecessorIds, to: successorId, on });
  const nameOf = new Map(history.organisations.map(({ code, name }) => [code, name]));
  return ok({ successorId, predecessorIds, predecessorNames: predecessors.map((code) => nameOf.get(code)!) });
}
