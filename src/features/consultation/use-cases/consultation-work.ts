import type { AnyTx } from '../../../platform/db/transact.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import { dropMessages } from '../../../platform/exchange/erase-message.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { keepRecords } from '../../../platform/retention/keep-record.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { deleteBrought } from '../persistence/brought-store.ts';
import { deleteItem } from '../persistence/item-store.ts';
import { deleteMeeting } from '../persistence/meeting-store.ts';
import { deleteReceived, messagesOfItem } from '../persistence/part-store.ts';
import {
  BROUGHT_SUBJECT,
  CONSULTATION_KINDS,
  ITEM_SUBJECT,
  MEETING_SUBJECT,
  NOTICES,
  RECEIVED_PATH,
  RECEIVED_SUBJECT,
  RETENTION_RULE,
} from './consultation-names.ts';

/** Who takes in what other organisations share at a table. */
export const TAKERS: readonly Role[] = [
  'zorgcoordinator',
  'aandachtsfunctionaris',
  'ketenregisseur',
  'ketenpartner',
  'politie',
];

/** Who takes these messages in, and where: an action begins with it, and what was shared is read there. */
export const CONSULTATION_ROOM = { roles: TAKERS, hrefOf: () => RECEIVED_PATH } as const;

/** What came in is counted and told once to who takes it in: that it is there, and nothing of what. */
async function consultationArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  await keepRecords(
    tx,
    ids.map((id) => ({
      tenantId,
      rule: RETENTION_RULE,
      subject: { kind: 'exchange.message', id },
      startsOn: dutchDay(now),
    })),
  );
  for (const role of TAKERS) await notifyRole(tx, { tenantId, role, kind: NOTICES.arrived, path: RECEIVED_PATH }, now);
}

export const CONSULTATION_ARRIVALS = new Map(CONSULTATION_KINDS.map((kind) => [kind, consultationArrived] as const));

/** Erases a consultation with everything that hangs on it. What others took in is theirs, and has the same term there. */
const meetingEraser: Eraser = {
  subjectKind: MEETING_SUBJECT,
  erase: (tx, { tenantId, id }) => deleteMeeting(tx, tenantId, id),
};

/** Erases one person from a consultation: the key of the dossier goes with it, and what the other side never took in. */
const itemEraser: Eraser = {
  subjectKind: ITEM_SUBJECT,
  async erase(tx, { tenantId, id }, { now }) {
    // also what brought it in, when a participant did: it has the same id
    await dropMessages(tx, tenantId, [...(await messagesOfItem(tx, tenantId, id)), id], now);
    return deleteItem(tx, tenantId, id);
  },
};

/** Erases the reference to what another organisation shared; the message has a term of its own. */
const receivedEraser: Eraser = {
  subjectKind: RECEIVED_SUBJECT,
  erase: async (tx, { tenantId, id }) => ({ 'consultation.received': await deleteReceived(tx, tenantId, id) }),
};

/** Erases that something was brought in elsewhere; the message has a term of its own. */
const broughtEraser: Eraser = {
  subjectKind: BROUGHT_SUBJECT,
  erase: async (tx, { tenantId, id }) => ({ 'consultation.brought': await deleteBrought(tx, tenantId, id) }),
};

export const CONSULTATION_ERASERS: readonly Eraser[] = [itemEraser, meetingEraser, receivedEraser, broughtEraser];
