import { dropMessages } from '../../../../platform/exchange/erase-message.ts';
import type { Eraser } from '../../../../platform/retention/erase-work.ts';
import { deleteCase } from '../../persistence/case-store.ts';
import { messagesOfCase } from '../../persistence/referral-store.ts';
import { CASE_SUBJECT } from './case-names.ts';

/** Erases a case with everything that hangs on it: also what it came from, and what was shared of it. */
export const caseEraser: Eraser = {
  subjectKind: CASE_SUBJECT,
  async erase(tx, { tenantId, id }, { now }) {
    const messages = await dropMessages(tx, tenantId, await messagesOfCase(tx, tenantId, id), now);
    return { ...(await deleteCase(tx, tenantId, id)), 'exchange.message': messages };
  },
};
