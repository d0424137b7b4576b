import type { Kysely } from 'kysely';
import { realNow } from '../clock/real-time.ts';
import type { DB } from './tables.generated.ts';
import { enter } from './transact.ts';

/** So long a form that is sent again gets the answer of the first time. [design: In Beeld] */
export const FORMS_KNOWN_DAYS = 7;

/**
 * Forgets which forms were sent longer ago, on the clock on the wall: their answers are addresses, and an address outlives what
 * it led to. @returns how many.
 */
export async function forgetForms(db: Kysely<DB>): Promise<number> {
  return enter(db, { door: 'runner' }, async (tx) => {
    const forgotten = await tx
      .deleteFrom('platform.idempotency')
      .where('created_at', '<', new Date(realNow().getTime() - FORMS_KNOWN_DAYS * 86_400_000))
      .executeTakeFirst();
    return Number(forgotten.numDeletedRows);
  });
}
