import type { Eraser } from '../retention/erase-work.ts';
import { APPROVAL_SUBJECT } from './request-approval.ts';
import { deleteApprovals } from './retire-approvals.ts';

/** A request that outlived its term; the database lets none go before it. */
export const approvalEraser: Eraser = {
  subjectKind: APPROVAL_SUBJECT,
  erase: (tx, { tenantId, id }) => deleteApprovals(tx, tenantId, [id]),
};
