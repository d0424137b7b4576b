import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `platform`. */
export const PLATFORM_TABLES: TableRegister = {
  'platform.installation': {
    class: 'platform',
    activity: 'geen',
    grants: { login: ['select'], runner: ['select'] },
    columns: {
      is_only: 'D0',
      kind: 'D0',
      created_at: 'D0',
      seeded_at: 'D0',
      seed: 'D0',
    },
  },
  // whether the key is the right one, and the key of a demo that several processes share: for the owner of the tables alone
  'platform.key': {
    class: 'platform',
    activity: 'VA-15',
    grants: {},
    columns: { is_only: 'D0', demo_key: 'D11', key_check: 'D11', files_are_sealed_by_dossier: 'D0' },
  },
  'platform.migration': {
    class: 'platform',
    activity: 'geen',
    grants: {},
    columns: { name: 'D0', sha256: 'D0', applied_at: 'D0' },
  },
  'platform.repeatable': {
    class: 'platform',
    activity: 'geen',
    grants: {},
    columns: { name: 'D0', sha256: 'D0', applied_at: 'D0' },
  },
  'platform.clock': {
    class: 'platform',
    activity: 'geen',
    grants: { login: ['select'], runner: ['select', 'update'] },
    columns: { is_only: 'D0', offset_ms: 'D0' },
  },
  'platform.idempotency': {
    class: 'platform',
    activity: 'VA-15',
    grants: {
      own: ['select', 'insert', 'update'],
      mandate: ['select', 'insert', 'update'],
      account: ['select', 'insert', 'update'],
      // forgets them after a week (forget-forms.ts)
      runner: ['select', 'delete'],
    },
    personColumn: 'person_id',
    columns: { person_id: 'D1', key: 'D11', route: 'D11', location: 'D11', created_at: 'D11' },
  },
};
