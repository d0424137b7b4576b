import { sql } from 'kysely';
import type { AnyTx } from '../db/transact.ts';
import type { DueWork } from '../runner/run-due.ts';
import { clearExpiredMessage } from './message.ts';

/** On the day a message can no longer be answered, its key and content are taken away from who did not answer it. */
export const messageExpiryWork: DueWork = {
  kind: 'exchange.clear-expired',
  table: 'exchange.message',
  dueColumn: 'clears_at',
  waiting: 'clears_at is not null',
  run: ({ id }, enterAs) => enterAs('own', (tx, { now }) => clearExpiredMessage(tx, id, now)),
};

/** Messages of one kind that came to an organisation at one moment. */
export interface Arrived {
  readonly tenantId: string;
  readonly kind: string;
  readonly ids: readonly string[];
}

type Tell = (tx: AnyTx, arrived: Arrived, now: Date) => Promise<void>;

/** So many that came together are told together. */
const TOLD_TOGETHER = 500;

/**
 * Tells whoever may receive them, in the organisation they came to, that messages came in: once, without what they say. What came of
 * one kind at one moment is told together, so that a file of ten thousand is no ten thousand tasks.
 * In `gone`, by kind, is who hears that a message which was told before was taken back or lapsed.
 */
export function messageArrivalWork(tell: Tell, gone: ReadonlyMap<string, Tell>): DueWork {
  return {
    kind: 'exchange.announce',
    table: 'exchange.message',
    dueColumn: 'announce_at',
    waiting: 'announce_at is not null',
    async run({ tenantId, id, dueAt }, enterAs, alsoDone) {
      const ids = await enterAs('own', async (tx, { now }) => {
        const { rows } = await sql<{ id: string; kind: string }>`
          select message_id as id, message_kind as kind from exchange.announced(${id}, ${TOLD_TOGETHER})`.execute(tx);
        const arrived = rows.map((row) => row.id);
        if (rows.length === 0) return arrived;
        const { kind } = rows[0]!;
        const before = await toldBefore(tx, tenantId, arrived, dueAt);
        const fresh = arrived.filter((each) => !before.has(each));
        if (fresh.length > 0) await tell(tx, { tenantId, kind, ids: fresh }, now);
        if (before.size > 0) await gone.get(kind)?.(tx, { tenantId, kind, ids: [...before] }, now);
        return arrived;
      });
      alsoDone(ids);
    },
  };
}

/** Those that came earlier than the moment they are told of: what is told now is that they are gone. */
async function toldBefore(
  tx: AnyTx,
  tenantId: string,
  ids: readonly string[],
  dueAt: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('exchange.message')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'in')
    .where('id', 'in', ids)
    .where('sent_at', '<', dueAt)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
