import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `signals` about alleged offenders: an activity of its own, off until its gate is open. */
export const SIGNALS_OFFENDER_TABLES: TableRegister = {
  'signals.offender_reader': {
    class: 'tenant',
    activity: 'VA-14',
    alsoFor: ['VA-10'],
    columns: {
      tenant_id: 'D1',
      place: 'D1',
      person_id: 'D1',
      person_name: 'D1',
      named_by_name: 'D1',
      named_on: 'D1',
    },
  },
  'signals.offender_note': {
    class: 'tenant',
    due: true,
    dossierColumn: 'dossier_id',
    activity: 'VA-10',
    sealed: ['content'],
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      dossier_id: 'D1',
      report_id: 'D1',
      kind: 'D1',
      content: 'D7',
      may_be_victim: 'D1',
      recorded_on: 'D1',
      recorded_by: 'D1',
      recorded_by_name: 'D1',
      review_by: 'D1',
      remind_at: 'D1',
      review_reason: 'D1',
    },
  },
};
