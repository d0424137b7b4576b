import type { TableRegister } from '../../platform/db/table-register.ts';

/** Photographs of buildings and objects with a signal. */
export const SIGNALS_PHOTO_TABLES: TableRegister = {
  'signals.photo': {
    class: 'tenant',
    due: true,
    dossierColumn: 'dossier_id',
    activity: 'VA-02',
    alsoFor: ['VA-01'],
    columns: {
      tenant_id: 'D1',
      id: 'D2',
      report_id: 'D2',
      dossier_id: 'D2',
      file_id: 'D2',
      added_by: 'D1',
      added_on: 'D2',
      scanned_at: 'D2',
      scan_at: 'D2',
    },
  },
};
