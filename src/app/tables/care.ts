import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `care`. What organisations and municipalities publish about who helps where holds no person. */
export const CARE_TABLES: TableRegister = {
  'care.offer': {
    class: 'published',
    activity: 'VA-20',
    columns: { tenant_id: 'D0', id: 'D0', created_at: 'D0' },
  },
  'care.offer_version': {
    class: 'published',
    activity: 'VA-20',
    columns: {
      tenant_id: 'D0',
      offer_id: 'D0',
      version: 'D0',
      name: 'D0',
      municipality_ids: 'D0',
      forms: 'D0',
      ages: 'D0',
      genders: 'D0',
      languages: 'D0',
      phone: 'D0',
      is_always_open: 'D0',
      opens_at: 'D0',
      closes_at: 'D0',
      is_for_public: 'D0',
      night_phone: 'D0',
      has_substitute: 'D0',
      hours_a_week: 'D0',
      funder: 'D0',
      contract_until: 'D0',
      valid_from: 'D0',
      ended_on: 'D0',
    },
  },
  'care.offer_confirmation': {
    class: 'published',
    activity: 'VA-20',
    columns: { tenant_id: 'D0', offer_id: 'D0', confirmed_on: 'D0' },
  },
  'care.arrangement': {
    class: 'published',
    activity: 'VA-20',
    columns: { tenant_id: 'D0', confirmed_on: 'D0' },
  },
  'care.objection': {
    class: 'published',
    activity: 'VA-20',
    columns: {
      tenant_id: 'D0',
      id: 'D0',
      offer_tenant_id: 'D0',
      offer_id: 'D0',
      reason: 'D0',
      made_on: 'D0',
      withdrawn_on: 'D0',
    },
  },
};
