import type { Tx } from '../../../platform/db/transact.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { SupportRequest } from '../domain/request.ts';
import { deleteRequest, loadRequest } from '../persistence/request-store.ts';

const SUBJECT = 'support.request';

/** What is not closed yet waits so many days at a time. */
const WAIT_DAYS = 30;

/** Counts how long a request with the names of who asked and who helped is kept: anew with each step. */
export async function keepRequest(
  tx: Tx<KeepTables>,
  { tenantId, id }: Pick<SupportRequest, 'tenantId' | 'id'>,
  startsOn: PlainDate,
): Promise<void> {
  await keepRecord(tx, { tenantId, rule: 'support-request', subject: { kind: SUBJECT, id }, startsOn });
}

/** Erases a request with its steps once its term is over, and never while it runs. */
export const supportEraser: Eraser = {
  subjectKind: SUBJECT,
  async heldUntil(tx, { tenantId, id }, { today }) {
    const request = await loadRequest(tx, id, { tenantId });
    return request && request.state !== 'closed' ? addDays(today, WAIT_DAYS) : undefined;
  },
  erase: (tx, { tenantId, id }) => deleteRequest(tx, tenantId, id),
};
