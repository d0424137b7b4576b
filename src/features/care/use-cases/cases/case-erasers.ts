import type { Eraser } from '../../../../platform/retention/erase-work.ts';
import { deleteCase } from '../../persistence/case-store.ts';
import { CASE_SUBJECT } from './case-names.ts';

/** Erases a case with everything that hangs on it. */
export const caseEraser: Eraser = {
  subjectKind: CASE_SUBJECT,
  erase: (tx, { tenantId, id }) => deleteCase(tx, tenantId, id),
};
