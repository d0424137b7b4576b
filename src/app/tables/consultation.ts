import type { DataClass, TableRegister } from '../../platform/db/table-register.ts';

/** Columns of one class. */
const of = (dataClass: DataClass, ...names: readonly string[]): Readonly<Record<string, DataClass>> =>
  Object.fromEntries(names.map((name) => [name, dataClass]));

const CODES = {
  consent_by: 'persoon of wettelijk vertegenwoordiger, uit een gesloten lijst',
  consent_how: 'mondeling of schriftelijk, uit een gesloten lijst',
} as const;

/** The tables of `consultation`. A person stands sealed in an item or an outcome, under the key of the dossier of that item. */
export const CONSULTATION_TABLES: TableRegister = {
  'consultation.covenant': {
    class: 'tenant',
    activity: 'VA-14',
    columns: of(
      'D1',
      'tenant_id',
      'id',
      'kind',
      'title',
      'purpose',
      'basis',
      'valid_from',
      'valid_until',
      'review_on',
      'ended_on',
      'recorded_by_name',
    ),
  },
  'consultation.covenant_party': {
    class: 'tenant',
    activity: 'VA-14',
    columns: of('D1', 'tenant_id', 'covenant_id', 'nth', 'organisation_id', 'name', 'type'),
  },
  'consultation.meeting': {
    class: 'tenant',
    activity: 'VA-02',
    columns: {
      ...of('D1', 'tenant_id', 'id', 'kind', 'chair_id', 'chair_person_id', 'chair_name', 'version', 'covenant_id'),
      ...of('D2', 'admits', 'title', 'purpose', 'on_day', 'at_time', 'place', 'state'),
      ...of('D2', 'invited_at', 'opened_at', 'closed_at', 'cancelled_at'),
    },
  },
  'consultation.participant': {
    class: 'tenant',
    activity: 'VA-02',
    columns: of(
      'D1',
      'tenant_id',
      'id',
      'meeting_id',
      'meeting_kind',
      'way',
      'organisation_id',
      'membership_id',
      'person_id',
      'name',
      'type',
      'sees',
      'added_at',
      'removed_at',
      'removed_by_name',
      'needs',
    ),
  },
  'consultation.item': {
    class: 'tenant',
    activity: 'VA-02',
    alsoFor: ['VA-18'],
    sealed: ['said'],
    dossierColumn: 'dossier_id',
    notFreeText: CODES,
    columns: {
      ...of('D1', 'tenant_id', 'id', 'meeting_id', 'meeting_kind'),
      ...of('D2', 'number', 'purpose', 'about_person', 'topic', 'dossier_id', 'ground', 'law', 'added_at'),
      ...of('D2', 'withdrawn_at', 'withdrawn_why', 'needs'),
      ...of('D8', 'consent_by', 'consent_how', 'consent_on'),
      said: 'D3',
    },
  },
  'consultation.outcome': {
    class: 'tenant',
    activity: 'VA-02',
    sealed: ['said'],
    dossierColumn: 'dossier_id',
    columns: {
      ...of('D1', 'tenant_id', 'id', 'meeting_id', 'item_id', 'participant_id', 'recorded_by_name'),
      ...of('D2', 'kind', 'dossier_id', 'topic', 'due_on', 'recorded_at', 'done_at', 'done_how'),
      said: 'D3',
    },
  },
  'consultation.part': {
    class: 'tenant',
    activity: 'VA-02',
    alsoFor: ['VA-18'],
    columns: {
      ...of('D1', 'tenant_id', 'id', 'meeting_id', 'participant_id'),
      ...of('D2', 'what', 'about_id', 'message_id', 'sent_at', 'failed'),
      consent_id: 'D8',
    },
  },
  'consultation.received': {
    class: 'tenant',
    activity: 'VA-02',
    columns: {
      ...of('D1', 'tenant_id', 'id', 'organiser_id', 'taken_in_by_name'),
      ...of('D2', 'meeting_id', 'what', 'about_id', 'person_id', 'due_on', 'taken_in_at', 'done_at', 'done_how'),
    },
  },
  'consultation.brought': {
    class: 'tenant',
    due: true,
    activity: 'VA-02',
    columns: {
      ...of('D1', 'tenant_id', 'id', 'organiser_id', 'brought_by', 'brought_by_person'),
      ...of('D2', 'meeting_id', 'about_person', 'brought_at', 'look_at'),
    },
  },
  'consultation.turned_away': {
    class: 'tenant',
    activity: 'VA-02',
    columns: {
      ...of('D1', 'tenant_id', 'id', 'by_name'),
      ...of('D2', 'meeting_id', 'what', 'types', 'at'),
    },
  },
};
