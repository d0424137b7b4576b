import { dropMessages } from '../../../platform/exchange/erase-message.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { deletePlacement, messagesOfPlacement } from '../persistence/placement-store.ts';
import { deleteRequest, guestMessagesOf } from '../persistence/request-store.ts';
import { PLACEMENT_SUBJECT, REQUEST_SUBJECT } from './shelter-names.ts';

/** Erases a request with why places were chosen for it, and what shelters were told of who comes. The stays it led to have a term of their own, at the shelter. */
export const requestEraser: Eraser = {
  subjectKind: REQUEST_SUBJECT,
  async erase(tx, { tenantId, id }, { now }) {
    const told = await dropMessages(tx, tenantId, await guestMessagesOf(tx, tenantId, id), now);
    return { 'exchange.message': told, ...(await deleteRequest(tx, tenantId, id)) };
  },
};

/** Erases a stay with its nights and what was told of who came, at the shelter. That there was one, and what came of it, is nowhere after that. */
export const placementEraser: Eraser = {
  subjectKind: PLACEMENT_SUBJECT,
  async erase(tx, { tenantId, id }, { now }) {
    const told = await dropMessages(tx, tenantId, await messagesOfPlacement(tx, tenantId, id), now);
    return { 'exchange.message': told, ...(await deletePlacement(tx, tenantId, id)) };
  },
};
