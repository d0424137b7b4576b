import { dutchDay } from '../../shared-kernel/plain-date.ts';
import type { Tx } from '../db/transact.ts';
import { type KeepTables, keepRecord } from '../retention/keep-record.ts';
import { APPROVAL_SUBJECT } from './request-approval.ts';

/** Who agreed to what is part of the audit trail, and has its term. */
const RULE = 'audit-line';

/** Counts the time of a request from the day it was closed. */
export async function countApproval(tx: Tx<KeepTables>, tenantId: string, id: string, now: Date): Promise<void> {
  await keepRecord(tx, { tenantId, rule: RULE, subject: { kind: APPROVAL_SUBJECT, id }, startsOn: dutchDay(now) });
}

/** The requests about a record or its dossier, whatever they asked. */
export async function approvalsAbout(
  tx: Tx<'approvals.request'>,
  tenantId: string,
  about: readonly string[],
): Promise<readonly string[]> {
  const requests = await tx
    .selectFrom('approvals.request')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('subject_id', 'in', about)
    .execute();
  return requests.map(({ id }) => id);
}

/** Deletes requests with how they ended. @returns how many rows of which table */
export async function deleteApprovals(
  tx: Tx<'approvals.request' | 'approvals.decision'>,
  tenantId: string,
  ids: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const decisions = await tx
    .deleteFrom('approvals.decision')
    .where('tenant_id', '=', tenantId)
    .where('request_id', 'in', ids)
    .executeTakeFirst();
  const requests = await tx
    .deleteFrom('approvals.request')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .executeTakeFirst();
  return {
    'approvals.decision': Number(decisions.numDeletedRows),
    'approvals.request': Number(requests.numDeletedRows),
  };
}
