import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** A record of the register as merging knows it: which one it was merged into, and at which it ends. */
export interface Mergeable {
  readonly id: string;
  readonly mergedInto: string | undefined;
  /** Itself, or the record it counts with. */
  readonly rootId: string;
}

export type MergeRefusal = { readonly code: 'same-record' | 'already-together' | 'not-merged' };

/** Whether two records may become one person: never twice, never with itself. */
export function mayMerge(one: Mergeable, into: Mergeable): Result<undefined, MergeRefusal> {
  if (one.id === into.id) return err({ code: 'same-record' });
  return one.rootId === into.rootId ? err({ code: 'already-together' }) : ok(undefined);
}

/** A record and everything that was merged into it, also in turn. Those go with it when it is taken apart. */
export function withDescendants(records: readonly Mergeable[], id: string): readonly string[] {
  const found = [id];
  for (const each of found) found.push(...records.filter(({ mergedInto }) => mergedInto === each).map((r) => r.id));
  return found;
}
