import type { DataClass, TableRegister } from '../../platform/db/table-register.ts';

/** Columns about an organisation, its places and who works there. No person in a shelter is in any of them. */
const organisational = (...names: readonly string[]): Readonly<Record<string, DataClass>> =>
  Object.fromEntries(['tenant_id', ...names].map((name) => [name, 'D1']));

/** The same of what is published: read by whoever places people, and by no page for the public. */
const open = (...names: readonly string[]): Readonly<Record<string, DataClass>> =>
  Object.fromEntries(['tenant_id', ...names].map((name) => [name, 'D0']));

/** What whoever holds a mandate to place may do in the house of a shelter: keep its nights, and nothing else. */
const PLACING = 'plaatsing';

/** The tables of `shelter`. A person is known here by the code of a placement; who it is travels by exchange. */
export const SHELTER_TABLES: TableRegister = {
  'shelter.unit': {
    class: 'tenant',
    activity: 'VA-05',
    sealed: ['address'],
    dossierColumn: 'dossier_id',
    columns: { ...organisational('id', 'dossier_id', 'name', 'version', 'changed_at'), address: 'D6' },
  },
  'shelter.place': {
    class: 'published',
    activity: 'VA-04',
    mandateReads: PLACING,
    columns: open(
      'id',
      'unit_id',
      'number',
      'type',
      'region',
      'genders',
      'min_age',
      'max_age',
      'children',
      'is_wheelchair',
      'takes_pets',
      'languages',
      'expertise',
      'staffing',
      'opens_on',
      'closes_on',
      'out_from',
      'out_until',
      'version',
      'changed_at',
    ),
  },
  'shelter.place_change': {
    class: 'tenant',
    activity: 'VA-05',
    appendOnly: true,
    columns: organisational('id', 'place_id', 'kind', 'changed_at', 'changed_by_name'),
  },
  'shelter.capacity_check': {
    class: 'published',
    activity: 'VA-04',
    appendOnly: true,
    columns: open('checked_at'),
  },
  'shelter.placement': {
    class: 'tenant',
    activity: 'VA-04',
    alsoFor: ['VA-05'],
    mandate: PLACING,
    holderColumn: 'holder_id',
    due: true,
    columns: organisational(
      'id',
      'code',
      'via',
      'holder_id',
      'holder_name',
      'request_id',
      'from_night',
      'until_night',
      'reserved_at',
      'reserved_by_name',
      'phone_confirmed_by',
      'option_until',
      'warned_at',
      'under_way_at',
      'accepted_at',
      'accepted_by_name',
      'refused_at',
      'refusal',
      'withdrawn_at',
      'lapsed_at',
      'arrived_at',
      'no_show_at',
      'departed_at',
      'departure',
      'due_at',
      'place_ids',
      'address_message_id',
      'version',
    ),
  },
  'shelter.night_slot': {
    class: 'published',
    activity: 'VA-04',
    mandate: PLACING,
    columns: open('place_id', 'night', 'placement_id'),
  },
  'shelter.booking': {
    class: 'tenant',
    activity: 'VA-04',
    mandate: PLACING,
    columns: organisational('id', 'place_id', 'placement_id', 'from_night', 'until_night'),
  },
};
