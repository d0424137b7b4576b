import type { Tx } from '../../../platform/db/transact.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** A message between organisations is kept, on each side, as long as a reference to a hand-over. */
export async function keepMessage(tx: Tx<KeepTables>, tenantId: string, id: string, on: PlainDate): Promise<void> {
  await keepRecord(tx, {
    tenantId,
    rule: 'handover-reference',
    subject: { kind: 'exchange.message', id },
    startsOn: on,
  });
}
