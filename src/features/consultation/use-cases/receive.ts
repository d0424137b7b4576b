import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { moveMessages, readMessages, type ToRead } from '../../../platform/exchange/many-messages.ts';
import { deliverMessage } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecords } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type ActionTables, addAction, type FactTables } from '../../approach/index.ts';
import type { ShownRemark } from '../../collaboration/index.ts';
import type { OwnBrought } from '../domain/brought.ts';
import { ownBrought } from '../persistence/brought-store.ts';
import { aboutPerson, actionOf, markDone } from '../persistence/item-store.ts';
import { type KnownOrganisation, organisationsById } from '../persistence/organisation-query.ts';
import {
  holdReceived,
  insertReceived,
  markReceivedDone,
  type Received,
  receivedInvitations,
  receivedOfMeeting,
  waitingMessages,
} from '../persistence/part-store.ts';
import { aboutReceived, remarksByAction } from './action-remarks.ts';
import {
  CONSULTATION,
  CONSULTATION_KINDS,
  NOTICES,
  RECEIVED_SUBJECT,
  RETENTION_RULE,
  receivedPath,
} from './consultation-names.ts';
import { type Asking, mayReadReceived, type NotThere } from './held-meeting.ts';
import { tellHeld } from './hold.ts';
import { broughtIn, type Heard, heardIn, type Told } from './told.ts';

type Messages = 'exchange.message' | 'vault.message_key' | 'organisations.organisation';
export type ReceivingTables =
  | Messages
  | KeepTables
  | DeadlineTables
  | FactTables
  | 'consultation.received'
  | 'consultation.outcome'
  | 'consultation.participant'
  | 'vault.exchange_key'
  | 'exchange.agreement';

/** So many are taken in at a time; the page says when more wait. */
const AT_A_TIME = 500;
/** So long is the name of an action in a plan. */
const PLAN_TITLE = 200;
const REMIND_DAYS_AHEAD = [30, 7, 0] as const;

/** Whom a message is about in the log of data processing: a person only where it carries one. */
const aboutOf = (id: string, kind: string) =>
  kind === CONSULTATION.kind ? ('nobody' as const) : { kind: 'consultation.person', id };

/**
 * Takes in what other organisations sent about consultations: a reference to each, a deadline for each action, and what came back about
 * an action of one's own. What cannot be delivered, because an agreement does not hold any more, stays waiting.
 */
export async function takeIn(
  tx: Tx<ReceivingTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'nothing-waits' | 'no-agreement' }>> {
  const tenantId = actor.organisationId;
  const waiting = await waitingMessages(tx, tenantId, CONSULTATION_KINDS, AT_A_TIME);
  if (waiting.length === 0) return err({ code: 'nothing-waits' });
  await moveMessages(tx, { ids: waiting.map(({ id }) => id), action: 'deliver' }, time);
  const accepted = new Set(await moveMessages(tx, { ids: waiting.map(({ id }) => id), action: 'accept' }, time));
  if (accepted.size === 0) return err({ code: 'no-agreement' });
  const taken = waiting.filter(({ id }) => accepted.has(id));
  const read = await readMessages(
    tx,
    tenantId,
    'in',
    taken.map(({ id, kind }) => ({ id, about: aboutOf(id, kind) })),
  );
  const heard = taken.flatMap((message) => {
    const bytes = read.get(message.id);
    const told = bytes && heardIn(bytes);
    return told ? [{ ...message, told }] : [];
  });
  const rows = heard.flatMap(({ id, senderId, told }) =>
    told.what === 'report'
      ? []
      : [
          {
            id,
            organiserId: senderId,
            meetingId: told.meetingId,
            what: told.what,
            aboutId: told.aboutId,
            personId: told.personId,
            dueOn: told.what === 'action' ? told.dueOn : undefined,
          },
        ],
  );
  await insertReceived(tx, tenantId, rows, { name: actor.personName, at: time.now });
  await keepRecords(
    tx,
    rows.map(({ id }) => ({
      tenantId,
      rule: RETENTION_RULE,
      subject: { kind: RECEIVED_SUBJECT, id },
      startsOn: time.today,
    })),
  );
  const names = await organisationsById(
    tx,
    heard.map(({ senderId }) => senderId),
  );
  for (const message of heard) await follow(tx, actor, message, names, time);
  return ok({ subject: { kind: RECEIVED_SUBJECT, id: taken[0]!.id } });
}

/** What follows from a message: an action gets a day in the list of who took it in, a report closes an action of one's own. */
async function follow(
  tx: Tx<ReceivingTables>,
  actor: Actor,
  { id, senderId, told }: { readonly id: string; readonly senderId: string; readonly told: Heard },
  names: ReadonlyMap<string, KnownOrganisation>,
  time: DomainTime,
): Promise<void> {
  const tenantId = actor.organisationId;
  if (told.what === 'action')
    await setDeadline(
      tx,
      {
        tenantId,
        kind: NOTICES.action,
        subject: { kind: RECEIVED_SUBJECT, id },
        path: receivedPath(told.meetingId),
        parameters: { van: names.get(senderId)?.name ?? 'een andere organisatie' },
        dueOn: told.dueOn,
        assigneeId: actor.membershipId,
        substituteId: undefined,
        alarmDaysAhead: REMIND_DAYS_AHEAD,
      },
      time,
    );
  if (told.what === 'closed')
    await tellHeld(tx, tenantId, { kind: 'care', on: told.on, by: actor.personName, id: told.meetingId }, time);
  if (told.what === 'report') {
    // only who was asked says how it went
    if (!(await actionOf(tx, tenantId, told.aboutId, senderId))) return;
    await markDone(tx, tenantId, told.aboutId, told.how, time.now);
  }
}

/** A consultation as an organisation that was asked sees it in its list. */
export interface InvitedView {
  readonly meetingId: string;
  readonly organiserName: string;
  /** Undefined when it takes part no longer, or what it got was erased. */
  readonly invitation: Extract<Heard, { what: 'invitation' }> | undefined;
}

/** What came in about consultations: how much waits, and a page of what was taken in. */
export async function readReceived(
  tx: Tx<Messages | 'consultation.received'>,
  actor: Actor,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly waiting: number; readonly invited: readonly InvitedView[] }> {
  const tenantId = actor.organisationId;
  const waiting = await waitingMessages(tx, tenantId, CONSULTATION_KINDS, AT_A_TIME);
  const rows = await receivedInvitations(tx, tenantId, page);
  const names = await organisationsById(
    tx,
    rows.map(({ organiserId }) => organiserId),
  );
  const read = await readMessages(
    tx,
    tenantId,
    'in',
    rows.map(({ id }) => ({ id, about: 'nobody' })),
  );
  return {
    waiting: waiting.length,
    invited: rows.map(({ id, meetingId, organiserId }) => {
      const bytes = read.get(id);
      const told = bytes && heardIn(bytes);
      return {
        meetingId,
        organiserName: names.get(organiserId)?.name ?? 'een andere organisatie',
        invitation: told?.what === 'invitation' ? told : undefined,
      };
    }),
  };
}

/** One thing that was shared, with what it says. */
export type HeardPart = Received & { readonly told: Heard };

/** The own part of a consultation elsewhere: nothing of what others got is in this house. */
/** The invitation, with who chairs since. */
function invitationIn(told: readonly Heard[]) {
  const invitation = told.find((each) => each.what === 'invitation');
  const chair = told.findLast((each) => each.what === 'chair');
  return invitation && { ...invitation, ...(chair && { chairName: chair.chairName }) };
}

export interface ReceivedView extends Done {
  readonly isCancelled: boolean;
  /** What was said about the own actions, by action. */
  readonly remarks: ReadonlyMap<string, readonly ShownRemark[]>;
  readonly meetingId: string;
  readonly organiserName: string;
  readonly invitation: Extract<Heard, { what: 'invitation' }> | undefined;
  readonly parts: readonly HeardPart[];
  /** So many things were taken back, and cannot be read any more. */
  readonly gone: number;
  readonly waiting: number;
  /** What this organisation brought in itself, and what became of it. */
  readonly brought: readonly OwnBrought[];
}

/**
 * Opens what was shared in one consultation: a row in the log of data processing for each person in it. A form that shows nobody leaves
 * them closed.
 */
export async function readReceivedMeeting(
  tx: Tx<Messages | 'consultation.received' | 'consultation.brought'>,
  asking: Asking,
  meetingId: string,
  { opens = true }: { readonly opens?: boolean } = {},
): Promise<Result<ReceivedView, NotThere>> {
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const rows = await receivedOfMeeting(tx, tenantId, meetingId);
  const [first] = rows;
  if (!first || !mayReadReceived(asking)) return err({ code: 'not-found' });
  const brought = await ownBrought(tx, tenantId, meetingId);
  const read = await readMessages(tx, tenantId, 'either', [
    ...rows
      .filter(({ personId }) => opens || !personId)
      .map(({ id, personId }): ToRead => ({ id, about: personId ? aboutPerson(personId) : 'nobody' })),
    ...brought
      .filter(({ state }) => opens && state !== 'withdrawn')
      .map(({ id, aboutPerson: isAboutPerson }): ToRead => ({ id, about: isAboutPerson ? aboutPerson(id) : 'nobody' })),
  ]);
  const parts = rows.flatMap((row): HeardPart[] => {
    const bytes = read.get(row.id);
    const told = bytes && heardIn(bytes);
    return told ? [{ ...row, told }] : [];
  });
  const names = await organisationsById(tx, [first.organiserId]);
  const actions = parts.filter(({ told }) => told.what === 'action');
  const remarks = await remarksByAction(
    tx,
    tenantId,
    new Map(actions.map((action) => [action.aboutId, aboutReceived(action)] as const)),
    (id) => names.get(id)?.name,
  );
  const waiting = await waitingMessages(tx, tenantId, CONSULTATION_KINDS, AT_A_TIME);
  return ok({
    subject: { kind: RECEIVED_SUBJECT, id: first.id },
    meetingId,
    organiserName: names.get(first.organiserId)?.name ?? 'een andere organisatie',
    invitation: invitationIn(parts.map(({ told }) => told)),
    isCancelled: parts.some(({ told }) => told.what === 'cancelled'),
    parts,
    remarks,
    gone: rows.length - parts.length,
    waiting: waiting.length,
    brought: brought.map((each) => {
      const bytes = read.get(each.id);
      const says = bytes && broughtIn(bytes);
      return { ...each, topic: says?.topic, person: says?.person };
    }),
  });
}

/** Puts an action that is about no person in the own plan, with its source; the day and the words are those of the table. */
export async function takeIntoPlan(
  tx: Tx<ReceivingTables | ActionTables>,
  actor: Actor,
  input: { readonly meetingId: string; readonly receivedId: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'no-plan' | 'in-plan-already' | 'due-in-past' }>> {
  const tenantId = actor.organisationId;
  const received = await holdReceived(tx, tenantId, input.receivedId);
  if (received?.what !== 'action' || received.meetingId !== input.meetingId || received.personId)
    return err({ code: 'not-found' });
  const bytes = (await readMessages(tx, tenantId, 'in', [{ id: received.id, about: 'nobody' }])).get(received.id);
  const told = bytes && heardIn(bytes);
  if (told?.what !== 'action' || told.personId) return err({ code: 'not-found' });
  const organiser = (await organisationsById(tx, [received.organiserId])).get(received.organiserId);
  const added = await addAction(
    tx,
    actor,
    {
      title: told.text.slice(0, PLAN_TITLE),
      track: 'hulpverlenen',
      closesElement: undefined,
      ownerId: actor.membershipId,
      substituteId: undefined,
      dueOn: told.dueOn,
      budgetEuro: undefined,
      hours: undefined,
      source: { kind: 'consultation', id: received.aboutId, title: `Zorgtafel van ${organiser?.name ?? 'een ander'}` },
    },
    time,
  );
  if (added.ok) return ok({ subject: { kind: 'approach.plan_action', id: added.value.action.id } });
  const { code } = added.error;
  if (code === 'no-plan' || code === 'in-plan-already' || code === 'due-in-past') return err({ code });
  throw new Error(`an action of a consultation was refused: ${code}`);
}

/** Tells the chair how an action went. Without an agreement it is only written down here, and the page says to call. */
export async function reportDone(
  tx: Tx<ReceivingTables>,
  actor: Actor,
  input: { readonly meetingId: string; readonly receivedId: string; readonly how: 'done' | 'stuck' },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'said-before' | 'no-agreement' }>> {
  const tenantId = actor.organisationId;
  const received = await holdReceived(tx, tenantId, input.receivedId);
  if (received?.what !== 'action' || received.meetingId !== input.meetingId) return err({ code: 'not-found' });
  if (received.doneHow) return err({ code: 'said-before' });
  const told: Told = { what: 'report', meetingId: received.meetingId, aboutId: received.aboutId, how: input.how };
  const id = newRandomId();
  const sent = await deliverMessage(
    tx,
    {
      id,
      receiverId: received.organiserId,
      kind: CONSULTATION.kind,
      basis: 'Actie uit een overleg',
      content: Buffer.from(JSON.stringify(told)),
    },
    time,
  );
  if (!sent.ok) return err({ code: 'no-agreement' });
  await markReceivedDone(tx, tenantId, received.id, input.how, time.now);
  await keepRecords(tx, [
    { tenantId, rule: RETENTION_RULE, subject: { kind: 'exchange.message', id }, startsOn: time.today },
  ]);
  await completeDeadlines(tx, tenantId, { kind: RECEIVED_SUBJECT, id: received.id }, time.now);
  return ok({ subject: { kind: RECEIVED_SUBJECT, id: received.id } });
}
