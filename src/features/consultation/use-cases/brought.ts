import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { type NoticeTables, takeBackNotices } from '../../../platform/deadlines/notify.ts';
import { readMessages } from '../../../platform/exchange/many-messages.ts';
import { moveMessage } from '../../../platform/exchange/message.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { RefusalByChair } from '../domain/brought.ts';
import { enforcementAt, type Meeting, type Participant } from '../domain/meeting.ts';
import type { PartyType } from '../domain/party.ts';
import { type BroughtMessage, broughtMessage } from '../persistence/brought-store.ts';
import { aboutPerson } from '../persistence/item-store.ts';
import { meetingToRead, participantsOf } from '../persistence/meeting-store.ts';
import { BROUGHT_KINDS, broughtPath, MEETING_SUBJECT, NOTICES } from './consultation-names.ts';
import { type Asking, type ConsultationTables, heldMeeting, mayHandle, type NotThere } from './held-meeting.ts';
import { addItem, type ItemRefusal, recordTurnedAway } from './prepare.ts';
import { type Brought, broughtIn } from './told.ts';

type Tables = ConsultationTables | NoticeTables;

/** Something a participant brought in, with the consultation it is for. */
export interface BroughtView extends Done {
  readonly meeting: Meeting;
  readonly participants: readonly Participant[];
  readonly enforcement: readonly PartyType[];
  readonly id: string;
  readonly from: string;
  /** Which participant brought it, when she still takes part. */
  readonly participantId: string | undefined;
  readonly aboutPerson: boolean;
  /** Undefined when it was answered or taken back. */
  readonly says: Brought | undefined;
}

const isAboutPerson = ({ kind }: Pick<BroughtMessage, 'kind'>): boolean =>
  (BROUGHT_KINDS.aboutPersons as readonly string[]).includes(kind);

/** What it says, as long as it waits for an answer. */
async function opened(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  id: string,
  message: BroughtMessage,
): Promise<Brought | undefined> {
  if (message.state !== 'delivered') return undefined;
  const about = isAboutPerson(message) ? aboutPerson(id) : 'nobody';
  const bytes = (await readMessages(tx, tenantId, 'in', [{ id, about }])).get(id);
  return bytes && broughtIn(bytes);
}

/** Opens what was brought in, for the chair: a row in the log of data processing where it is about somebody. */
export async function readBrought(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  id: string,
): Promise<Result<BroughtView, NotThere>> {
  const { organisationId: tenantId, personId } = asking.actor;
  const message = await broughtMessage(tx, tenantId, id, BROUGHT_KINDS.kinds);
  const found = message && (await meetingToRead(tx, tenantId, message.meetingId));
  if (!found || found.meeting.chairPersonId !== personId || !mayHandle(asking, 'R')) return err({ code: 'not-found' });
  const { meeting } = found;
  const participants = await participantsOf(tx, tenantId, meeting.id);
  const bringer = participants.findLast(({ organisationId }) => organisationId === message.senderId);
  return ok({
    subject: { kind: MEETING_SUBJECT, id: meeting.id },
    meeting,
    participants,
    enforcement: enforcementAt(participants),
    id,
    from: bringer?.name ?? 'een deelnemer',
    participantId: bringer?.removedAt ? undefined : bringer?.id,
    aboutPerson: isAboutPerson(message),
    says: await opened(tx, tenantId, id, message),
  });
}

/** What was brought in, with its consultation held by its chair. */
async function heldFor(tx: Tx<Tables>, asking: Asking, id: string): Promise<Result<BroughtMessage, NotThere>> {
  const message = await broughtMessage(tx, asking.actor.organisationId, id, BROUGHT_KINDS.kinds);
  if (!message) return err({ code: 'not-found' });
  const held = await heldMeeting(tx, asking, message.meetingId);
  return held.ok ? ok(message) : held;
}

type Late = { readonly code: 'brought-before' | 'brought-lapsed' };
const isAnswered = (tx: Tx<NoticeTables>, tenantId: string, id: string, { now }: DomainTime) =>
  takeBackNotices(tx, { tenantId, kind: NOTICES.brought, path: broughtPath(id) }, now);

/** Puts what was brought in on the agenda: judged as the chair's own items are, with the consent or the law it came with. */
export async function acceptBrought(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly id: string; readonly for: readonly string[] },
  time: DomainTime,
): Promise<Result<Done & { readonly meetingId: string; readonly isAboutPerson: boolean }, ItemRefusal | Late>> {
  const held = await heldFor(tx, asking, input.id);
  if (!held.ok) return held;
  const tenantId = asking.actor.organisationId;
  const { meetingId } = held.value;
  const says = await opened(tx, tenantId, input.id, held.value);
  if (!says || isAboutPerson(held.value) !== (says.person !== undefined)) return err({ code: 'brought-before' });
  const moved = await moveMessage(tx, { id: input.id, action: 'accept' }, time);
  if (!moved.ok) return err({ code: moved.error.code === 'message-moved-on' ? 'brought-before' : 'brought-lapsed' });
  await isAnswered(tx, tenantId, input.id, time);
  const added = await addItem(
    tx,
    asking,
    {
      id: input.id,
      meetingId,
      purpose: says.purpose,
      for: input.for,
      topic: says.person ? undefined : says.topic,
      person: says.person && {
        said: says.person,
        ground: says.ground ?? 'task',
        law: says.law,
        consent: says.consent,
      },
    },
    time,
  );
  return added.ok ? ok({ ...added.value, meetingId, isAboutPerson: says.person !== undefined }) : added;
}

/** Keeps it from the agenda, with a reason that who brought it reads; nobody here can read it any more. */
export async function refuseBrought(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly id: string; readonly why: RefusalByChair },
  time: DomainTime,
): Promise<Result<Done, NotThere | Late>> {
  const held = await heldFor(tx, asking, input.id);
  if (!held.ok) return held;
  const moved = await moveMessage(tx, { id: input.id, action: 'refuse', reason: input.why }, time);
  if (!moved.ok) return err({ code: 'brought-before' });
  await isAnswered(tx, asking.actor.organisationId, input.id, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: held.value.meetingId } });
}

/** Sends back a person where who investigates came to sit at the table, and writes down only that. */
export async function turnBroughtAway(
  tx: Tx<Tables>,
  asking: Asking,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotThere>> {
  const held = await heldFor(tx, asking, id);
  if (!held.ok) return held;
  await moveMessage(tx, { id, action: 'refuse', reason: 'belongs-elsewhere' }, time);
  await isAnswered(tx, asking.actor.organisationId, id, time);
  return recordTurnedAway(tx, asking, { meetingId: held.value.meetingId, what: 'person', type: undefined }, time);
}
