import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `accounts`. */
export const ACCOUNTS_TABLES: TableRegister = {
  'accounts.person': {
    class: 'account',
    activity: 'VA-14',
    columns: { id: 'D1', name: 'D1', email: 'D1', mail_preference: 'D1', email_bounced_at: 'D1', created_at: 'D1' },
  },
  'accounts.membership': {
    class: 'account',
    ownReadBy: 'organisation_id',
    ownWrites: ['update', 'insert'],
    activity: 'VA-14',
    columns: {
      organisation_id: 'D1',
      id: 'D1',
      person_id: 'D1',
      person_name: 'D1',
      role: 'D1',
      kind: 'D1',
      valid_from: 'D1',
      valid_until: 'D1',
      demo_number: 'D0',
    },
  },
  'accounts.session': {
    class: 'account',
    activity: 'VA-14',
    columns: {
      token_hash: 'D11',
      id: 'D11',
      person_id: 'D1',
      membership_id: 'D1',
      csrf_secret: 'D11',
      device: 'D11',
      created_at: 'D11',
      last_seen_at: 'D11',
      ended_at: 'D11',
      emergency_id: 'D11',
      emergency_until: 'D11',
    },
  },
  'accounts.access_token': {
    class: 'account',
    activity: 'VA-14',
    columns: {
      token_hash: 'D11',
      membership_id: 'D1',
      scope: 'D11',
      created_at: 'D11',
      expires_at: 'D11',
      client_id: 'D11',
    },
  },
  'accounts.system_client': {
    class: 'account',
    ownReadBy: 'organisation_id',
    ownWrites: ['insert', 'update'],
    activity: 'VA-14',
    columns: {
      organisation_id: 'D1',
      id: 'D11',
      name: 'D11',
      secret_hash: 'D11',
      registered_on: 'D11',
      registered_by_name: 'D1',
      ended_at: 'D11',
      ended_by_name: 'D1',
    },
  },
  'accounts.late_form': {
    class: 'account',
    activity: 'VA-14',
    // under a key that is nowhere but in the cookie of its writer
    sealed: ['sealed'],
    columns: { id: 'D11', person_id: 'D1', path: 'D11', sealed: 'D1', created_at: 'D11' },
  },
};
