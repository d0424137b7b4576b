import { APPROVAL_SUBJECT } from '../approvals/request-approval.ts';
import { approvalsAbout, deleteApprovals } from '../approvals/retire-approvals.ts';
import type { AnyTx, Tx } from '../db/transact.ts';
import type { DeadlineTables } from '../deadlines/set-deadline.ts';
import type { KeptSubject } from './keep-record.ts';

/** Erases what reminded people of a record: its deadlines with their alarms, every message that leads to it, and the mail about those. */
export async function eraseTraces(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  subject: KeptSubject,
): Promise<Readonly<Record<string, number>>> {
  const deadlines = await tx
    .selectFrom('deadlines.deadline')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute();
  const ids = deadlines.map(({ id }) => id);
  const notifications = await tx
    .deleteFrom('deadlines.notification')
    .where('tenant_id', '=', tenantId)
    .where((where) =>
      where.or([
        where('path', 'like', `%/${subject.id}`),
        ...(ids.length > 0 ? [where('deadline_id', 'in', ids)] : []),
      ]),
    )
    .returning('id')
    .execute();
  const mail = await eraseMail(
    tx,
    tenantId,
    notifications.map(({ id }) => id),
  );
  if (ids.length > 0) {
    await tx.deleteFrom('deadlines.alarm').where('tenant_id', '=', tenantId).where('deadline_id', 'in', ids).execute();
    await tx.deleteFrom('deadlines.deadline').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute();
  }
  return {
    'deadlines.deadline': ids.length,
    'deadlines.notification': notifications.length,
    'mail.outbox': mail,
  };
}

async function eraseMail(tx: Tx<DeadlineTables>, tenantId: string, references: readonly string[]): Promise<number> {
  if (references.length === 0) return 0;
  const mail = await tx
    .deleteFrom('mail.outbox')
    .where('tenant_id', '=', tenantId)
    .where('reference', 'in', references)
    .executeTakeFirst();
  return Number(mail.numDeletedRows);
}

/**
 * Erases what a second person was asked about a record or its dossier: what was asked, why, how it ended, and what reminded of it.
 * Their own time, if it was counted, ends here.
 */
export async function eraseApprovals(
  tx: AnyTx,
  tenantId: string,
  about: readonly string[],
  now: Date,
): Promise<Readonly<Record<string, number>>> {
  const ids = await approvalsAbout(tx, tenantId, about);
  if (ids.length === 0) return {};
  for (const id of ids) await eraseTraces(tx, tenantId, { kind: APPROVAL_SUBJECT, id });
  const erased = await deleteApprovals(tx, tenantId, ids);
  await tx
    .updateTable('retention.record')
    .set({ erased_at: now })
    .where('tenant_id', '=', tenantId)
    .where('subject_kind', '=', APPROVAL_SUBJECT)
    .where('subject_id', 'in', ids)
    .execute();
  return erased;
}
