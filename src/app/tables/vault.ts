import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `vault`. They hold keys, all of them sealed; without the master key outside the database none of them opens. */
export const VAULT_TABLES: TableRegister = {
  'vault.tenant_key': {
    class: 'tenant',
    due: true,
    activity: 'VA-15',
    columns: {
      tenant_id: 'D1',
      id: 'D11',
      purpose: 'D11',
      state: 'D11',
      wrapped: 'D11',
      master_key_id: 'D11',
      created_at: 'D11',
      state_at: 'D11',
    },
  },
  'vault.dossier_key': {
    class: 'tenant',
    activity: 'VA-15',
    alsoFor: ['VA-01', 'VA-02'],
    columns: {
      tenant_id: 'D1',
      id: 'D11',
      dossier_id: 'D2',
      wrapped: 'D11',
      tenant_key_id: 'D11',
      created_at: 'D11',
      destroyed_at: 'D11',
    },
  },
  'vault.linkage_key': {
    class: 'tenant',
    due: true,
    activity: 'VA-15',
    columns: { tenant_id: 'D1', wrapped: 'D11', master_key_id: 'D11', created_at: 'D11' },
  },
  'vault.message_key': {
    class: 'tenant',
    courier: true,
    courierOnly: true,
    courierDeletes: true,
    activity: 'VA-15',
    columns: {
      tenant_id: 'D1',
      message_id: 'D11',
      box: 'D11',
      key_id: 'D11',
      wrapped: 'D11',
      receiver_key_id: 'D11',
      wrapped_for_receiver: 'D11',
    },
  },
  'vault.exchange_key': {
    class: 'published',
    openToAll: true,
    activity: 'geen',
    columns: { tenant_id: 'D0', id: 'D0', public_key: 'D0', created_at: 'D0' },
  },
  'vault.sweep': {
    class: 'platform',
    activity: 'geen',
    grants: { own: ['select', 'update'], courier: ['select', 'update'] },
    columns: { is_only: 'D0', asked_at: 'D0', swept_at: 'D0' },
  },
};
