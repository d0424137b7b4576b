import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import type { Tx } from '../db/transact.ts';

/** Asks that the old rows of keys that were destroyed are cleared from the disk. */
export async function askForSweep(tx: Tx<'vault.sweep'>, at: Date): Promise<void> {
  await tx
    .updateTable('vault.sweep')
    .set({ asked_at: sql<Date>`greatest(asked_at, ${at}::timestamptz)` })
    .execute();
}

/**
 * Writes the tables with keys anew, as their owner, when a key was destroyed since the last time. A plain VACUUM is not enough: it
 * frees a row and leaves its bytes where they are until something else is written there. Nobody waits long for it: when the tables
 * are busy it gives up and is tried again. @returns whether the tables were written anew
 */
export async function sweepDestroyedKeys(owner: Kysely<DB>): Promise<boolean> {
  const { asked_at, is_due } = await owner
    .selectFrom('vault.sweep')
    .select(['asked_at', sql<boolean>`asked_at > swept_at`.as('is_due')])
    .executeTakeFirstOrThrow();
  if (!is_due) return false;
  await owner.connection().execute(async (one) => {
    await sql`set lock_timeout = '2s'`.execute(one);
    try {
      await sql`vacuum (full, analyze) vault.dossier_key, vault.tenant_key, vault.linkage_key, vault.message_key`.execute(
        one,
      );
    } finally {
      await sql`set lock_timeout = default`.execute(one);
    }
  });
  await owner.updateTable('vault.sweep').set({ swept_at: asked_at }).execute();
  return true;
}
