import type { AnyTx } from '../db/transact.ts';
import { notifyRole } from '../deadlines/notify.ts';
import type { DueItem, DueWork } from '../runner/run-due.ts';
import type { ApprovalKinds } from './approval-kind.ts';
import { approvalPath, WAITS_FOR_APPROVAL } from './request-approval.ts';

/** A request of another organisation reaches whoever can decide it here, as messages of this organisation itself. */
export function approvalCallWork(kinds: ApprovalKinds): DueWork {
  return {
    kind: 'approval-call',
    table: 'approvals.call',
    dueColumn: 'called_at',
    waiting: 'told_at is null',
    run: (item, enterAs) => enterAs('own', (tx, { now }) => tell(tx, kinds, item, now)),
  };
}

async function tell(tx: AnyTx, kinds: ApprovalKinds, { tenantId, id }: DueItem, now: Date): Promise<void> {
  const call = await tx
    .updateTable('approvals.call')
    .set({ told_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .returning('kind')
    .executeTakeFirst();
  const roles = call ? (kinds.get(call.kind)?.deciders ?? []) : [];
  for (const role of roles)
    await notifyRole(tx, { tenantId, role, kind: WAITS_FOR_APPROVAL, path: approvalPath(id) }, now);
}
