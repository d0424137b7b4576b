import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `approvals`. What is asked names records by their ids, never people it is about. */
export const APPROVALS_TABLES: TableRegister = {
  'approvals.request': {
    class: 'tenant',
    due: true,
    holderColumn: 'decider_id',
    holderWrites: ['update'],
    courierReads: true,
    activity: 'VA-15',
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      kind: 'D0',
      subject_kind: 'D0',
      subject_id: 'D1',
      payload: 'D1',
      payload_sha256: 'D1',
      reason: 'D1',
      requested_by: 'D1',
      requested_by_name: 'D1',
      requested_role: 'D1',
      requested_at: 'D1',
      expires_at: 'D1',
      decider_id: 'D1',
      closed_at: 'D1',
    },
  },
  // it does not change; it goes with its request, when that has to (approvals.may_go)
  'approvals.decision': {
    class: 'tenant',
    holderColumn: 'decider_id',
    holderWrites: ['insert'],
    activity: 'VA-15',
    columns: {
      tenant_id: 'D1',
      request_id: 'D1',
      decider_id: 'D1',
      outcome: 'D1',
      reason: 'D1',
      decided_by: 'D1',
      decided_by_name: 'D1',
      decided_role: 'D1',
      decided_at: 'D1',
    },
  },
  'approvals.call': {
    class: 'tenant',
    due: true,
    courier: true,
    activity: 'VA-15',
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      request_tenant_id: 'D1',
      kind: 'D0',
      called_at: 'D1',
      told_at: 'D1',
    },
  },
};
