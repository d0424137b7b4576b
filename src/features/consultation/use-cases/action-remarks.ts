import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { notify, notifyRole } from '../../../platform/deadlines/notify.ts';
import { consentHolds } from '../../../platform/exchange/consent.ts';
import { findMessage } from '../../../platform/exchange/message.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { arrivedRemarks, remarksAbout, takeInRemarks } from '../../../platform/exchange/remark.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import type { AboutLogged } from '../../../platform/vault/sealing.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type RemarkThing, type ShownRemark, shownRemarks } from '../../collaboration/index.ts';
import { type ActionAt, aboutPerson, actionAt } from '../persistence/item-store.ts';
import { holdMeeting, meetingToRead } from '../persistence/meeting-store.ts';
import { organisationsById } from '../persistence/organisation-query.ts';
import { partsOf, type Received, receivedAction } from '../persistence/part-store.ts';
import {
  ACTION_REMARK,
  meetingPath,
  NOTICES,
  OUTCOME_SUBJECT,
  RECEIVED_PATH,
  RECEIVED_SUBJECT,
  RETENTION_RULE,
  receivedPath,
} from './consultation-names.ts';
import { TAKERS } from './consultation-work.ts';
import {
  type Asking,
  type ConsultationTables,
  heldMeeting,
  mayHandle,
  mayReadReceived,
  type NotThere,
} from './held-meeting.ts';

type Tables = ConsultationTables | 'consultation.received';

/** The two ends of an action: the table where it was agreed, or the organisation that does it. */
type Side =
  | { readonly isChair: true; readonly action: ActionAt; readonly meetingId: string; readonly otherId: string }
  | { readonly isChair: false; readonly received: Received; readonly meetingId: string; readonly otherId: string };

async function sideOf(
  tx: Tx<Tables>,
  asking: Asking,
  outcomeId: string,
  letter: 'R' | 'W',
): Promise<Result<Side, NotThere>> {
  const { organisationId: tenantId, personId } = asking.actor;
  const action = await actionAt(tx, tenantId, outcomeId);
  if (action) {
    const { meetingId, organisationId: otherId } = action;
    // held, so that nobody takes the item back meanwhile
    if (letter === 'W' && !(await heldMeeting(tx, asking, meetingId)).ok) return err({ code: 'not-found' });
    const found = await meetingToRead(tx, tenantId, meetingId);
    if (found?.meeting.chairPersonId !== personId || !mayHandle(asking, letter)) return err({ code: 'not-found' });
    return ok({ isChair: true, action, meetingId, otherId });
  }
  const received = await receivedAction(tx, tenantId, outcomeId);
  if (!received || !mayReadReceived(asking)) return err({ code: 'not-found' });
  return ok({ isChair: false, received, meetingId: received.meetingId, otherId: received.organiserId });
}

/** Whether something can be said about it today: not when the item or the participant is gone, nor on a consent that is over. */
async function isOpen(tx: Tx<Tables>, tenantId: string, outcomeId: string, side: Side, { today }: DomainTime) {
  if (!side.isChair) return (await findMessage(tx, tenantId, side.received.id, today))?.state === 'accepted';
  if (side.action.isGone) return false;
  const part = (await partsOf(tx, tenantId, side.meetingId)).find(
    ({ aboutId, participantId }) => aboutId === outcomeId && participantId === side.action.participantId,
  );
  return part?.sentAt !== undefined && (!part.consentId || (await consentHolds(tx, tenantId, part.consentId, today)));
}

/** The action, held by whoever chairs or does it, with the organisation at the other end. */
export async function holdActionForRemark(
  tx: Tx<Tables>,
  asking: Asking,
  outcomeId: string,
  time: DomainTime,
): Promise<Result<RemarkThing, NotThere>> {
  const side = await sideOf(tx, asking, outcomeId, 'W');
  if (!side.ok) return side;
  const tenantId = asking.actor.organisationId;
  const names = await organisationsById(tx, [side.value.otherId]);
  return ok({
    subject: side.value.isChair
      ? { kind: OUTCOME_SUBJECT, id: outcomeId }
      : { kind: RECEIVED_SUBJECT, id: side.value.received.id },
    aboutId: outcomeId,
    receivers: (await isOpen(tx, tenantId, outcomeId, side.value, time)) ? [...names.values()] : [],
    kind: ACTION_REMARK,
    basis: 'Actie uit een overleg',
    rule: RETENTION_RULE,
    noPersons: false,
  });
}

export interface ActionRemarksView extends Done {
  readonly other: string;
  readonly at: string;
  readonly remarks: readonly ShownRemark[];
  readonly receivers: readonly { readonly code: string; readonly name: string }[];
}

/** Opens what was said about an action; a row in the log of data processing where it is about somebody. */
export async function readActionRemarks(
  tx: Tx<Tables>,
  asking: Asking,
  outcomeId: string,
  time: DomainTime,
): Promise<Result<ActionRemarksView, NotThere>> {
  const found = await sideOf(tx, asking, outcomeId, 'R');
  if (!found.ok) return found;
  const side = found.value;
  const tenantId = asking.actor.organisationId;
  const names = await organisationsById(tx, [side.otherId]);
  const open = await isOpen(tx, tenantId, outcomeId, side, time);
  const things = new Map([[outcomeId, side.isChair ? aboutItem(side.action) : aboutReceived(side.received)]]);
  const isReadable = side.isChair ? !side.action.isGone : open;
  return ok({
    subject: side.isChair ? { kind: OUTCOME_SUBJECT, id: outcomeId } : { kind: RECEIVED_SUBJECT, id: side.received.id },
    other: names.get(side.otherId)?.name ?? 'een andere organisatie',
    at: side.isChair ? meetingPath(side.meetingId) : receivedPath(side.meetingId),
    remarks: shownRemarks(
      isReadable ? await remarksAbout(tx, tenantId, things) : [],
      outcomeId,
      (id) => names.get(id)?.name,
    ),
    receivers: open ? [...names.values()] : [],
  });
}

const aboutItem = ({ itemId, isAboutPerson }: Pick<ActionAt, 'itemId' | 'isAboutPerson'>): AboutLogged =>
  isAboutPerson ? aboutPerson(itemId) : 'nobody';
export const aboutReceived = ({ personId }: Pick<Received, 'personId'>): AboutLogged =>
  personId ? { kind: 'consultation.person', id: personId } : 'nobody';

/** What was said about these actions, by action, for the page on which they stand. */
export async function remarksByAction(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  things: ReadonlyMap<string, AboutLogged>,
  nameOf: (organisationId: string) => string | undefined,
): Promise<ReadonlyMap<string, readonly ShownRemark[]>> {
  const remarks = await remarksAbout(tx, tenantId, things);
  return new Map([...things.keys()].map((id) => [id, shownRemarks(remarks, id, nameOf)]));
}

/** What came in about an action is taken in here, and told to who chairs or does it: that it is there, and nothing of what. */
async function remarkArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  const time = { now, today: dutchDay(now) };
  for (const { id, aboutId } of await arrivedRemarks(tx, tenantId, ids)) {
    const subject = { kind: 'exchange.message', id };
    await keepRecord(tx, { tenantId, rule: RETENTION_RULE, subject, startsOn: time.today });
    if (!(await takeInRemarks(tx, [id], true, time)).has(id)) continue;
    const action = await actionAt(tx, tenantId, aboutId);
    const meeting = action && (await holdMeeting(tx, tenantId, action.meetingId));
    if (meeting) {
      const { chairId: membershipId, chairPersonId: personId } = meeting;
      const path = meetingPath(meeting.id);
      await notify(tx, { tenantId, membershipId, personId, kind: NOTICES.remark, path, level: 1 }, now);
      continue;
    }
    const received = await receivedAction(tx, tenantId, aboutId);
    const path = received ? receivedPath(received.meetingId) : RECEIVED_PATH;
    for (const role of TAKERS) await notifyRole(tx, { tenantId, role, kind: NOTICES.remark, path }, now);
  }
}

export const REMARK_ARRIVALS = new Map([[ACTION_REMARK.kind, remarkArrived] as const]);
