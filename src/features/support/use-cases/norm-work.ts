import type { DueWork } from '../../../platform/runner/run-due.ts';
import { heardOfNorm } from '../persistence/request-store.ts';
import { tellDesk } from './desk-houses.ts';
import { deskRequestPath, NOTICES } from './support-names.ts';

/** The norm of the desk passed and nobody took the request: both halves of the desk hear it, once. */
export const normWork: DueWork = {
  kind: 'support.pass-norm',
  table: 'support.request',
  dueColumn: 'norm_at',
  waiting: 'norm_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      const late = await heardOfNorm(tx, tenantId, id, time.now);
      if (late) await tellDesk(tx, late.deskIds, { kind: NOTICES.normPassed, path: deskRequestPath(id) }, time.now);
    }),
};
