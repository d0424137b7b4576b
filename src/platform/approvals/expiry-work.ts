import type { AnyTx } from '../db/transact.ts';
import { notify } from '../deadlines/notify.ts';
import { withdrawDeadlines } from '../deadlines/set-deadline.ts';
import { colleaguesOf } from '../members/members.ts';
import type { DueItem, DueWork } from '../runner/run-due.ts';
import { close } from './decide-approval.ts';
import { APPROVAL_SUBJECT, approvalPath } from './request-approval.ts';
import { countApproval } from './retire-approvals.ts';

/** Nobody decided in time: who asked is told, and may ask anew. */
export const APPROVAL_EXPIRED = 'approvals.request-expired';

/** A request whose time is over is closed as expired. Deciding it was impossible from that moment on, whether this ran or not. */
export const approvalExpiryWork: DueWork = {
  kind: 'approval-expiry',
  table: 'approvals.request',
  dueColumn: 'expires_at',
  waiting: 'closed_at is null',
  run: (item, enterAs) => enterAs('own', (tx, { now, today }) => expire(tx, item, now, today)),
};

async function expire(
  tx: AnyTx,
  { tenantId, id }: DueItem,
  now: Date,
  today: Parameters<typeof colleaguesOf>[2],
): Promise<void> {
  const request = await tx
    .selectFrom('approvals.request')
    .select(['decider_id', 'requested_by'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!request) return;
  await close(tx, tenantId, id, request.decider_id, { outcome: 'expired', reason: '', by: undefined }, now);
  await countApproval(tx, tenantId, id, now);
  await withdrawDeadlines(tx, tenantId, { kind: APPROVAL_SUBJECT, id }, now);
  const asker = (await colleaguesOf(tx, tenantId, today)).find(({ personId }) => personId === request.requested_by);
  if (asker) {
    const { membershipId, personId } = asker;
    await notify(
      tx,
      { tenantId, membershipId, personId, kind: APPROVAL_EXPIRED, path: approvalPath(id), level: 1 },
      now,
    );
  }
}
