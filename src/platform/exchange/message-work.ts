import { sql } from 'kysely';
import type { AnyTx } from '../db/transact.ts';
import type { DueItem, DueWork } from '../runner/run-due.ts';
import { clearExpiredMessage } from './message.ts';

/** On the day a message can no longer be answered, its key and content are taken away from who did not answer it. */
export const messageExpiryWork: DueWork = {
  kind: 'exchange.clear-expired',
  table: 'exchange.message',
  dueColumn: 'clears_at',
  waiting: 'clears_at is not null',
  run: ({ id }, enterAs) => enterAs('own', (tx, { now }) => clearExpiredMessage(tx, id, now)),
};

/** Tells whoever may receive it, in the organisation it came to, that a message came in: once, without what it says. */
export function messageArrivalWork(tell: (tx: AnyTx, item: DueItem, now: Date) => Promise<void>): DueWork {
  return {
    kind: 'exchange.announce',
    table: 'exchange.message',
    dueColumn: 'announce_at',
    waiting: 'announce_at is not null',
    run: (item, enterAs) =>
      enterAs('own', async (tx, { now }) => {
        const { rows } = await sql<{ isNew: boolean }>`select exchange.announced(${item.id}) as "isNew"`.execute(tx);
        if (rows[0]!.isNew) await tell(tx, item, now);
      }),
  };
}
