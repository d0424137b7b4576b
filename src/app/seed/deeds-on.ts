import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';

/** Does a deed so many days before the demo begins. */
export type DoneBefore = (daysAgo: number, actor: Actor, activity: string, action: string, run: Run) => Promise<Done>;
export type Run = (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>;

export function deedsOn(db: Kysely<DB>, today: PlainDate): DoneBefore {
  return async (daysAgo, actor, activity, action, run) => {
    const at = new Date(`${addDays(today, -daysAgo)}T10:00:00Z`);
    const outcome = await transact(db, { actor, activity, action, traceId: newId(), entry: { at } }, run);
    if ('replayOf' in outcome || !outcome.ok)
      throw new Error(`demo data refused: ${action}, ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
}
