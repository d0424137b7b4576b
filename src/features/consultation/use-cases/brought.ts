import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { type NoticeTables, takeBackNotices } from '../../../platform/deadlines/notify.ts';
import { readMessages } from '../../../platform/exchange/many-messages.ts';
import { findMessage, moveMessage } from '../../../platform/exchange/message.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { RefusalByChair } from '../domain/brought.ts';
import { meetingOfBrought } from '../persistence/brought-store.ts';
import { aboutPerson } from '../persistence/item-store.ts';
import { organisationsById } from '../persistence/organisation-query.ts';
import { BROUGHT_KINDS, broughtPath, MEETING_SUBJECT, NOTICES } from './consultation-names.ts';
import { type Asking, type ConsultationTables, heldMeeting, type NotThere } from './held-meeting.ts';
import { addItem, type ItemRefusal, recordTurnedAway } from './prepare.ts';
import { type MeetingView, readMeeting } from './read-meeting.ts';
import { type Brought, broughtIn } from './told.ts';

type Tables = ConsultationTables | NoticeTables;

/** Something a participant brought in, with the consultation it is for. */
export interface BroughtView extends Done {
  readonly view: MeetingView;
  readonly id: string;
  readonly from: string;
  /** Which participant brought it, when she still takes part. */
  readonly participantId: string | undefined;
  readonly aboutPerson: boolean;
  /** Undefined when it was answered or taken back. */
  readonly says: Brought | undefined;
}

async function opened(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  id: string,
  today: DomainTime['today'],
) {
  const message = await findMessage(tx, tenantId, id, today);
  const isAboutPerson = (BROUGHT_KINDS.aboutPersons as readonly string[]).includes(message?.kind ?? '');
  const read =
    message?.state === 'delivered'
      ? await readMessages(tx, tenantId, 'in', [{ id, about: isAboutPerson ? aboutPerson(id) : 'nobody' }])
      : undefined;
  const bytes = read?.get(id);
  return { senderId: message?.counterpartId, aboutPerson: isAboutPerson, says: bytes && broughtIn(bytes) };
}

/** Opens what was brought in, for the chair: a row in the log of data processing where it is about somebody. */
export async function readBrought(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  id: string,
  time: DomainTime,
): Promise<Result<BroughtView, NotThere>> {
  const tenantId = asking.actor.organisationId;
  const meetingId = await meetingOfBrought(tx, tenantId, id, BROUGHT_KINDS.kinds);
  if (!meetingId) return err({ code: 'not-found' });
  const read = await readMeeting(tx, asking, { id: meetingId, opens: false }, time);
  if (!read.ok || !read.value.isChair) return err({ code: 'not-found' });
  const { senderId, ...message } = await opened(tx, tenantId, id, time.today);
  const names = await organisationsById(tx, senderId ? [senderId] : []);
  const bringer = read.value.participants.find((each) => each.organisationId === senderId && !each.removedAt);
  return ok({
    subject: { kind: MEETING_SUBJECT, id: meetingId },
    view: read.value,
    id,
    from: names.get(senderId ?? '')?.name ?? 'een deelnemer',
    participantId: bringer?.id,
    ...message,
  });
}

/** The consultation it is for, held by its chair. */
async function heldFor(tx: Tx<Tables>, asking: Asking, id: string): Promise<Result<string, NotThere>> {
  const meetingId = await meetingOfBrought(tx, asking.actor.organisationId, id, BROUGHT_KINDS.kinds);
  if (!meetingId) return err({ code: 'not-found' });
  const held = await heldMeeting(tx, asking, meetingId);
  return held.ok ? ok(meetingId) : held;
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
  const { says, aboutPerson: isAboutPerson } = await opened(tx, tenantId, input.id, time.today);
  if (!says || isAboutPerson !== (says.person !== undefined)) return err({ code: 'brought-before' });
  const moved = await moveMessage(tx, { id: input.id, action: 'accept' }, time);
  if (!moved.ok) return err({ code: moved.error.code === 'message-moved-on' ? 'brought-before' : 'brought-lapsed' });
  await isAnswered(tx, tenantId, input.id, time);
  const added = await addItem(
    tx,
    asking,
    {
      id: input.id,
      meetingId: held.value,
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
  return added.ok ? ok({ ...added.value, meetingId: held.value, isAboutPerson }) : added;
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
  return ok({ subject: { kind: MEETING_SUBJECT, id: held.value } });
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
  return recordTurnedAway(tx, asking, { meetingId: held.value, what: 'person', type: undefined }, time);
}
