import { sql } from 'kysely';
import type { AnyTx, Tx } from '../db/transact.ts';
import type { Eraser } from '../retention/erase-work.ts';
import { ERASURE_NOTICE_KIND } from './message-kind.ts';

/** Takes a message away from the side that kept it, with its key; what was never answered goes from both sides. @returns how many rows. */
export async function eraseMessage(tx: Tx<'exchange.message'>, id: string, now: Date): Promise<number> {
  const { rows } = await sql<{ erased: number }>`select exchange.erase(${id}, ${now}) as erased`.execute(tx);
  return rows[0]!.erased;
}

export const messageEraser: Eraser = {
  subjectKind: 'exchange.message',
  erase: async (tx, { id }, { now }) => ({ 'exchange.message': await eraseMessage(tx, id, now) }),
};

/**
 * Makes messages of our own unreadable for ourselves, because what they were about is erased; that they were sent stays. What a
 * receiver never answered is taken from it too; what it took on is its own to keep and to erase.
 */
export async function forgetMessages(tx: Tx<'exchange.message'>, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length > 0) await sql`select exchange.forget(id, ${now}) from unnest(${[...ids]}::uuid[]) as id`.execute(tx);
}

/**
 * Takes messages of our own side away with what they were about, and the remarks that hang on them: what was sent is unreadable here
 * (`forgetMessages`), what was received goes. Ids that are no messages of ours are no mistake.
 * @returns how many messages held something before
 */
export async function dropMessages(
  tx: AnyTx,
  tenantId: string,
  ids: readonly (string | null)[],
  now: Date,
): Promise<number> {
  const named = ids.filter((id) => id !== null);
  if (named.length === 0) return 0;
  const found = await tx
    .selectFrom('exchange.message')
    .select(['id', 'box'])
    .where('tenant_id', '=', tenantId)
    .where((either) => either.or([either('id', 'in', named), either('about_id', 'in', named)]))
    .where('kind', '!=', ERASURE_NOTICE_KIND)
    .execute();
  const inBox = (box: string) => found.filter((each) => each.box === box).map(({ id }) => id);
  await forgetMessages(tx, inBox('out'), now);
  const received = inBox('in');
  if (received.length > 0)
    await sql`select exchange.erase(id, ${now}) from unnest(${received}::uuid[]) as id`.execute(tx);
  return found.length;
}
