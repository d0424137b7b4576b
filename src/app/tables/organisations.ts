import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `organisations`. */
export const ORGANISATIONS_TABLES: TableRegister = {
  'organisations.organisation': {
    class: 'reference',
    activity: 'VA-20',
    columns: {
      id: 'D0',
      kind: 'D0',
      code: 'D0',
      name: 'D0',
      partner_kind: 'D0',
      role_mailbox: 'D0',
      valid_from: 'D0',
      valid_until: 'D0',
      is_demo: 'D0',
    },
  },
  'organisations.code_period': {
    class: 'reference',
    activity: 'VA-20',
    columns: { organisation_id: 'D0', code: 'D0', name: 'D0', valid_from: 'D0', valid_until: 'D0' },
  },
  'organisations.succession': {
    class: 'reference',
    activity: 'VA-20',
    columns: { predecessor_id: 'D0', successor_id: 'D0', on_date: 'D0', source: 'D0', is_verified: 'D0' },
  },
  'organisations.municipality': {
    class: 'reference',
    activity: 'VA-20',
    columns: {
      organisation_id: 'D0',
      province_code: 'D0',
      population: 'D0',
      population_on: 'D0',
      land_km2: 'D0',
      address_density: 'D0',
      urbanity: 'D0',
      longitude: 'D0',
      latitude: 'D0',
      hexagon_q: 'D0',
      hexagon_r: 'D0',
    },
  },
  'organisations.neighbour': {
    class: 'reference',
    activity: 'VA-20',
    columns: { organisation_id: 'D0', neighbour_id: 'D0' },
  },
  'organisations.region_membership': {
    class: 'reference',
    activity: 'VA-20',
    columns: {
      organisation_id: 'D0',
      region_kind: 'D0',
      region_id: 'D0',
      valid_from: 'D0',
      valid_until: 'D0',
      source: 'D0',
    },
  },
  'organisations.mandate': {
    class: 'tenant',
    holderColumn: 'holder_id',
    region: true,
    activity: 'VA-14',
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      holder_id: 'D1',
      capability: 'D1',
      basis: 'D1',
      valid_from: 'D1',
      valid_until: 'D1',
      withdrawn_on: 'D1',
      given_at: 'D1',
    },
  },
};
