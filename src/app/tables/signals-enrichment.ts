import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `signals` about what was looked up, and the steps of the reporting code. */
export const SIGNALS_ENRICHMENT_TABLES: TableRegister = {
  'signals.enrichment': {
    class: 'tenant',
    dossierColumn: 'dossier_id',
    activity: 'VA-02',
    sealed: ['note'],
    columns: {
      tenant_id: 'D1',
      id: 'D2',
      report_id: 'D2',
      dossier_id: 'D2',
      register: 'D2',
      conclusion: 'D2',
      note: 'D3',
      looked_on: 'D2',
      looked_by: 'D1',
      looked_by_name: 'D1',
    },
  },
  'signals.reporting_code_step': {
    class: 'tenant',
    dossierColumn: 'dossier_id',
    activity: 'VA-02',
    columns: {
      tenant_id: 'D1',
      id: 'D2',
      report_id: 'D2',
      dossier_id: 'D2',
      reason: 'D3',
      step: 'D2',
      conclusion: 'D3',
      taken_on: 'D2',
      recorded_on: 'D2',
      recorded_by: 'D1',
      recorded_by_name: 'D1',
    },
  },
};
