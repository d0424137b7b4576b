import { dropMessages } from '../../../platform/exchange/erase-message.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { deleteBulk } from '../persistence/bulk-store.ts';
import { deleteCall } from '../persistence/call-store.ts';
import { blankRecord, messagesOfRecord } from '../persistence/delivery-store.ts';
import { deleteHelpRequest, messageOfHelp } from '../persistence/help-request-store.ts';
import { forgetLinkage } from '../persistence/linkage-store.ts';
import { deleteQuestions } from '../persistence/question-store.ts';
import { deleteRegistration, messagesOfRegistration } from '../persistence/registration-store.ts';
import {
  BULK_SUBJECT,
  CALL_SUBJECT,
  HELP_SUBJECT,
  RECORD_SUBJECT,
  REGISTRATION_SUBJECT,
} from './registration-names.ts';

/** Erases the copy of whoever sent it, with the consents for it and what was sent and asked about it. */
export const registrationEraser: Eraser = {
  subjectKind: REGISTRATION_SUBJECT,
  async erase(tx, { tenantId, id }, { now }) {
    const { questionIds, messageIds } = await deleteQuestions(tx, tenantId, { column: 'registration_id', id });
    const sent = await messagesOfRegistration(tx, tenantId, id);
    return {
      'exchange.message': await dropMessages(tx, tenantId, [...sent, ...messageIds], now),
      'registration.question': questionIds.length,
      ...(await deleteRegistration(tx, tenantId, id)),
    };
  },
};

/**
 * Erases what the register knows of a person, with the messages it came by. That there was one, and on which lists, stays: a number
 * without a key.
 */
export const recordEraser: Eraser = {
  subjectKind: RECORD_SUBJECT,
  async erase(tx, { tenantId, id }, { now }) {
    const { questionIds, messageIds } = await deleteQuestions(tx, tenantId, { column: 'dossier_id', id });
    const came = await messagesOfRecord(tx, tenantId, id);
    return {
      'exchange.message': await dropMessages(tx, tenantId, [...came, ...messageIds], now),
      ...(await blankRecord(tx, tenantId, id)),
      ...(await forgetLinkage(tx, tenantId, [id])),
      'registration.question': questionIds.length,
    };
  },
};

/** Erases a request for help at who sent it, with the consents for it. */
export const helpRequestEraser: Eraser = {
  subjectKind: HELP_SUBJECT,
  async erase(tx, { tenantId, id }, { now }) {
    const sent = await messageOfHelp(tx, tenantId, id);
    return {
      'exchange.message': await dropMessages(tx, tenantId, [sent], now),
      ...(await deleteHelpRequest(tx, tenantId, id)),
    };
  },
};

/** Erases that a file was read, with what was read of it. Who was registered from it stays, under terms of its own. */
export const bulkEraser: Eraser = {
  subjectKind: BULK_SUBJECT,
  erase: async (tx, { tenantId, id }) => ({ 'registration.bulk': await deleteBulk(tx, tenantId, id) }),
};

/** Erases a telephone call. What was registered of it stays, under terms of its own. */
export const callEraser: Eraser = {
  subjectKind: CALL_SUBJECT,
  erase: async (tx, { tenantId, id }) => ({ 'registration.call': await deleteCall(tx, tenantId, id) }),
};
