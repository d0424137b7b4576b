import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { deletePlacement } from '../persistence/placement-store.ts';
import { deleteRequest } from '../persistence/request-store.ts';
import { PLACEMENT_SUBJECT, REQUEST_SUBJECT } from './shelter-names.ts';

/** Erases a request with why places were chosen for it. The stays it led to have a term of their own, at the shelter. */
export const requestEraser: Eraser = {
  subjectKind: REQUEST_SUBJECT,
  erase: (tx, { tenantId, id }) => deleteRequest(tx, tenantId, id),
};

/** Erases a stay with its nights, at the shelter. That there was one, and what came of it, is nowhere after that. */
export const placementEraser: Eraser = {
  subjectKind: PLACEMENT_SUBJECT,
  erase: (tx, { tenantId, id }) => deletePlacement(tx, tenantId, id),
};
