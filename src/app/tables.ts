import type { TableRegister } from '../platform/db/table-register.ts';

/**
 * Every table with its class, the processing activity it serves (processing-activities.ts) and the data class of each column.
 * Grants and row-level security are generated from this file; the fitness test compares it with the database.
 */
export const TABLES: TableRegister = {
  'platform.installation': {
    class: 'platform', activity: 'geen', grants: { login: ['select'] },
    columns: { is_only: 'D0', kind: 'D0', created_at: 'D0', seeded_at: 'D0', seed: 'D0' },
  },
  'platform.migration': { class: 'platform', activity: 'geen', grants: {}, columns: { name: 'D0', sha256: 'D0', applied_at: 'D0' } },
  'platform.repeatable': { class: 'platform', activity: 'geen', grants: {}, columns: { name: 'D0', sha256: 'D0', applied_at: 'D0' } },
  'platform.clock': {
    class: 'platform', activity: 'geen', grants: { login: ['select'], runner: ['select', 'update'] },
    columns: { is_only: 'D0', offset_ms: 'D0' },
  },
  'platform.idempotency': {
    class: 'platform', activity: 'VA-15', grants: { own: ['select', 'insert', 'update'], mandate: ['select', 'insert', 'update'], account: ['select', 'insert', 'update'] }, personColumn: 'person_id',
    columns: { person_id: 'D1', key: 'D11', route: 'D11', location: 'D11', created_at: 'D11' },
  },
  'audit.decision': {
    class: 'tenant', appendOnly: true, log: true, activity: 'VA-15',
    columns: {
      tenant_id: 'D1', id: 'D11', trace_id: 'D11', occurred_at: 'D11', recorded_at: 'D11', person_id: 'D1', role: 'D1',
      activity: 'D11', action: 'D11', outcome: 'D11', code: 'D11',
    },
  },
  'audit.event': {
    class: 'tenant', appendOnly: true, log: true, activity: 'VA-15',
    columns: {
      tenant_id: 'D1', id: 'D11', trace_id: 'D11', occurred_at: 'D11', recorded_at: 'D11', person_id: 'D1', person_name: 'D1', role: 'D1',
      activity: 'D11', action: 'D11', subject_kind: 'D11', subject_id: 'D11',
    },
  },
  'accounts.person': {
    class: 'account', activity: 'VA-14',
    columns: { id: 'D1', name: 'D1', email: 'D1', mail_preference: 'D1', email_bounced_at: 'D1', created_at: 'D1' },
  },
  'accounts.membership': {
    class: 'account', ownReadBy: 'organisation_id', activity: 'VA-14',
    columns: {
      organisation_id: 'D1', id: 'D1', person_id: 'D1', person_name: 'D1', role: 'D1', kind: 'D1', valid_from: 'D1', valid_until: 'D1', demo_number: 'D0',
    },
  },
  'accounts.session': {
    class: 'account', activity: 'VA-14',
    columns: {
      token_hash: 'D11', id: 'D11', person_id: 'D1', membership_id: 'D1', csrf_secret: 'D11', device: 'D11', created_at: 'D11', last_seen_at: 'D11', ended_at: 'D11',
    },
  },
  'accounts.access_token': {
    class: 'account', activity: 'VA-14',
    columns: { token_hash: 'D11', membership_id: 'D1', scope: 'D11', created_at: 'D11', expires_at: 'D11' },
  },
  'organisations.organisation': {
    class: 'reference', activity: 'VA-20',
    columns: { id: 'D0', kind: 'D0', code: 'D0', name: 'D0', partner_kind: 'D0', role_mailbox: 'D0', valid_from: 'D0', valid_until: 'D0', is_demo: 'D0' },
  },
  'organisations.code_period': {
    class: 'reference', activity: 'VA-20', columns: { organisation_id: 'D0', code: 'D0', name: 'D0', valid_from: 'D0', valid_until: 'D0' },
  },
  'organisations.succession': {
    class: 'reference', activity: 'VA-20', columns: { predecessor_id: 'D0', successor_id: 'D0', on_date: 'D0', source: 'D0', is_verified: 'D0' },
  },
  'organisations.municipality': {
    class: 'reference', activity: 'VA-20',
    columns: {
      organisation_id: 'D0', province_code: 'D0', population: 'D0', population_on: 'D0', land_km2: 'D0', address_density: 'D0', urbanity: 'D0',
      longitude: 'D0', latitude: 'D0', hexagon_q: 'D0', hexagon_r: 'D0',
    },
  },
  'organisations.neighbour': { class: 'reference', activity: 'VA-20', columns: { organisation_id: 'D0', neighbour_id: 'D0' } },
  'organisations.region_membership': {
    class: 'reference', activity: 'VA-20',
    columns: { organisation_id: 'D0', region_kind: 'D0', region_id: 'D0', valid_from: 'D0', valid_until: 'D0', source: 'D0' },
  },
  'organisations.mandate': {
    class: 'tenant', holderColumn: 'holder_id', activity: 'VA-14',
    columns: {
      tenant_id: 'D1', id: 'D1', holder_id: 'D1', capability: 'D1', basis: 'D1', valid_from: 'D1', valid_until: 'D1', withdrawn_on: 'D1',
    },
  },
  'approach.element': {
    class: 'tenant', mandate: 'aanpak', activity: 'VA-11',
    columns: {
      tenant_id: 'D1', element: 'D0', version: 'D0', focal_point: 'D1', substitute: 'D1', hours_per_week: 'D1', evidence_title: 'D1', evidence_link: 'D1',
      evidence_file_id: 'D1', decided_on: 'D1', valid_until: 'D1', changed_by: 'D1', changed_at: 'D1',
    },
  },
  'approach.standing': {
    class: 'published', mandate: 'aanpak', activity: 'VA-12',
    columns: { tenant_id: 'D0', element: 'D0', decided_on: 'D0', lapses_on: 'D0', evidence_kind: 'D0', published_at: 'D0' },
  },
};
