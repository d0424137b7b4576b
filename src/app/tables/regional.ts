import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `regional`: what the table of a region agreed, and who took it over. */
export const REGIONAL_TABLES: TableRegister = {
  'regional.joint_action': {
    class: 'published',
    openToAll: true,
    activity: 'VA-12',
    columns: {
      tenant_id: 'D0',
      id: 'D0',
      title: 'D0',
      element: 'D0',
      track: 'D0',
      due_on: 'D0',
      published_at: 'D0',
      withdrawn_at: 'D0',
      version: 'D0',
    },
  },
  'regional.taken_over': {
    class: 'published',
    openToAll: true,
    activity: 'VA-12',
    columns: { tenant_id: 'D0', action_id: 'D0', taken_on: 'D0' },
  },
};
