import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { PublishedShare } from '../domain/published-share.ts';

type Tables = 'learning.trained_share';
/** In the database: too few to tell. */
const TOO_FEW = -1;

/** Publishes the share of an organisation; without one, nothing of it stays published. */
export async function publishShare(
  tx: Tx<Tables>,
  tenantId: string,
  share: PublishedShare | undefined,
  at: Date,
): Promise<void> {
  if (!share) {
    await tx.deleteFrom('learning.trained_share').where('tenant_id', '=', tenantId).execute();
    return;
  }
  const begins = share.steps.map(({ from }) => from);
  const trained = share.steps.map((step) => step.trained ?? TOO_FEW);
  await sql`
    insert into learning.trained_share as s (tenant_id, people, begins_on, trained, published_at)
    values (${tenantId}::uuid, ${share.people}, ${begins}::date[], ${trained}::integer[], ${at})
    on conflict (tenant_id) do update set people = excluded.people, begins_on = excluded.begins_on,
      trained = excluded.trained, published_at = excluded.published_at`.execute(tx);
}

/** What every municipality published. Door `published`. */
export async function publishedShares(tx: Tx<Tables>): Promise<readonly PublishedShare[]> {
  const { rows } = await sql<{ people: number; begins: readonly PlainDate[]; trained: readonly number[] }>`
    select people, begins_on::text[] as begins, trained from learning.trained_share`.execute(tx);
  return rows.map(({ people, begins, trained }) => ({
    people,
    steps: begins.map((from, index) => {
      const known = trained[index] ?? TOO_FEW;
      return { from, trained: known === TOO_FEW ? undefined : known };
    }),
  }));
}
