import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `content`. */
export const CONTENT_TABLES: TableRegister = {
  'content.edition': {
    class: 'reference',
    activity: 'VA-20',
    columns: {
      kind: 'D0',
      id: 'D0',
      version: 'D0',
      sha256: 'D0',
      valid_from: 'D0',
      verified_on: 'D0',
      body: 'D0',
      recorded_at: 'D0',
    },
  },
};
