import type { TableRegister } from '../../platform/db/table-register.ts';

/** The tables of `files`. */
export const FILES_TABLES: TableRegister = {
  'files.file': {
    class: 'tenant',
    activity: 'VA-11',
    alsoFor: ['VA-02', 'VA-03'],
    sealed: ['sealed'],
    columns: {
      tenant_id: 'D1',
      id: 'D1',
      name: 'D1',
      media_type: 'D1',
      size: 'D1',
      sealed: 'D1',
      uploaded_by: 'D1',
      uploaded_at: 'D1',
      attached_at: 'D1',
      dossier_id: 'D2',
      is_sealed_by_dossier: 'D0',
    },
  },
};
