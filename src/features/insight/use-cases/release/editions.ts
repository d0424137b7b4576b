import type { Tx } from '../../../../platform/db/transact.ts';
import type { LoggedEdition, ReleasedEdition } from '../../domain/release/edition.ts';
import { findEdition, listEditions } from '../../persistence/edition-store.ts';

/** The log of releases, newest first. */
export async function allEditions(tx: Tx<'insight.edition'>): Promise<readonly LoggedEdition[]> {
  return listEditions(tx);
}

/** One edition by its reference, or the last one. Nothing when there is none. */
export async function releasedEdition(
  tx: Tx<'insight.edition'>,
  reference?: string,
): Promise<ReleasedEdition | undefined> {
  return findEdition(tx, reference);
}
