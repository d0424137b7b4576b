import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `sharing`: what was shared outside In Beeld, without whom it was about. */
export const SHARING_TABLES: TableRegister = {
  'sharing.disclosure': {
    class: 'tenant',
    activity: 'VA-15',
    alsoFor: ['VA-09'],
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      shared_by: 'D1',
      shared_by_name: 'D1',
      role: 'D1',
      sharer: 'D1',
      data: 'D1',
      receiver: 'D1',
      purpose: 'D1',
      outcome: 'D1',
      consent: 'D1',
      basis: 'D1',
      article: 'D1',
      rule: 'D1',
      edition: 'D1',
      shared_at: 'D1',
    },
  },
};
