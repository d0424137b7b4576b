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

/** So many that came together are told together. */
const TOLD_TOGETHER = 500;

/**
 * Tells whoever may receive them, in the organisation they came to, that messages came in: once, without what they say. What came of
 * one kind at one moment is told together, so that a file of ten thousand is no ten thousand tasks.
 */
export function messageArrivalWork(tell: (tx: AnyTx, arrived: Arrived, now: Date) => Promise<void>): DueWork {
  return {
    kind: 'exchange.announce',
    table: 'exchange.message',
    dueColumn: 'announce_at',
    waiting: 'announce_at is not null',
    async run({ tenantId, id }, enterAs, alsoDone) {
      const ids = await enterAs('own', async (tx, { now }) => {
        const { rows } = await sql<{ id: string; kind: string }>`
          select message_id as id, message_kind as kind from exchange.announced(${id}, ${TOLD_TOGETHER})`.execute(tx);
        const arrived = rows.map((row) => row.id);
        if (rows.length > 0) await tell(tx, { tenantId, kind: rows[0]!.kind, ids: arrived }, now);
        return arrived;
      });
      alsoDone(ids);
    },
  };
}
