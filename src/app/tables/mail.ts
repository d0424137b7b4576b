import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `mail`. */
export const MAIL_TABLES: TableRegister = {
  'mail.outbox': {
    class: 'tenant',
    due: true,
    activity: 'VA-14',
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      person_id: 'D1',
      reference: 'D1',
      path: 'D1',
      state: 'D1',
      is_daily: 'D1',
      due_at: 'D1',
      attempts: 'D0',
      sent_at: 'D1',
      news_from: 'D0',
      news_until: 'D0',
    },
  },
  'mail.subscription': {
    class: 'account',
    due: true,
    activity: 'VA-14',
    columns: { tenant_id: 'D1', id: 'D1', since: 'D1', due_at: 'D1' },
  },
  'mail.demo_letter': {
    class: 'platform',
    activity: 'VA-14',
    grants: { own: ['insert'], published: ['select'] },
    columns: { id: 'D0', to_address: 'D1', path: 'D1', sent_at: 'D0', subject: 'D0', body: 'D0' },
  },
};
