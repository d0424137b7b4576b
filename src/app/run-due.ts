import type { Kysely } from 'kysely';
import type { DB } from '../platform/db/tables.generated.ts';

/** Runs everything that became due up to the moment the domain clock shows, in the order in which it became due. */
export function runDueOf(_db: Kysely<DB>): () => Promise<void> {
  return async () => {};
}
