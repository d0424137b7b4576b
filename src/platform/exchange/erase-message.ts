import { sql } from 'kysely';
import type { Tx } from '../db/transact.ts';
import type { Eraser } from '../retention/erase-work.ts';

/** Takes a message away from the side that kept it, with its key; what was never answered goes from both sides. */
export const messageEraser: Eraser = {
  subjectKind: 'exchange.message',
  async erase(tx, { id }, { now }) {
    const { rows } = await sql<{ erased: number }>`select exchange.erase(${id}, ${now}) as erased`.execute(tx);
    return { 'exchange.message': rows[0]!.erased };
  },
};

/**
 * Makes messages of our own unreadable for ourselves, because what they were about is erased; that they were sent stays. What a
 * receiver never answered is taken from it too; what it took on is its own to keep and to erase.
 */
export async function forgetMessages(tx: Tx<'exchange.message'>, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length > 0) await sql`select exchange.forget(id, ${now}) from unnest(${[...ids]}::uuid[]) as id`.execute(tx);
}
