import type { TableRegister } from '../../platform/db/table-register.ts';

/** The table of `approach` about the barrier model. */
export const APPROACH_BARRIER_TABLES: TableRegister = {
  'approach.barrier_action': {
    class: 'tenant',
    activity: 'VA-11',
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      barrier: 'D0',
      title: 'D1',
      facilitator: 'D0',
      carried_by: 'D1',
      state: 'D1',
      plan_action_id: 'D1',
      instrument: 'D0',
      version: 'D0',
      changed_by: 'D1',
      changed_by_person: 'D1',
      changed_at: 'D1',
    },
  },
};
