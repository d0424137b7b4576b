import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { endAccess } from '../../../platform/dossiers/give-access.ts';
import { withdrawConsent } from '../../../platform/exchange/consent.ts';
import { moveMessages } from '../../../platform/exchange/many-messages.ts';
import { takeBackRemarks } from '../../../platform/exchange/remark.ts';
import { newId, newRandomId } from '../../../platform/ids/uuid.ts';
import { type Colleague, colleaguesOf } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { mayTakePart, type Participant, type SeatRefusal, type Sees } from '../domain/meeting.ts';
import { isEnforcement, type PartyType, partyTypeOf, soundsLike } from '../domain/party.ts';
import { outcomesOf } from '../persistence/item-store.ts';
import { insertParticipant, markMeeting, markRemoved } from '../persistence/meeting-store.ts';
import { organisationsOn } from '../persistence/organisation-query.ts';
import { insertParts, partsOf } from '../persistence/part-store.ts';
import { turnDownWaiting } from './brought-work.ts';
import { MEETING_SUBJECT } from './consultation-names.ts';
import { type Asking, type ConsultationTables, heldMeeting, keepMeeting, type NotThere } from './held-meeting.ts';
import { sendWaiting } from './send-parts.ts';

/** Kinds of organisation where somebody takes in what is shared at a table; others take part on paper. */
export const READS_IN: readonly string[] = [
  'gemeente',
  'zorgorganisatie',
  'veiligheidsregio',
  'provincie',
  'ketenpartner',
  'politie',
];

/** Officials of the municipality who may sit with what is said of persons; others take part on paper. */
export const COLLEAGUES: readonly Role[] = ['aandachtsfunctionaris', 'zorgcoordinator'];

/** Who is asked: an organisation by its code, a colleague by her membership, or somebody who takes part on paper. */
export type Seat =
  | { readonly way: 'organisation'; readonly code: string }
  | { readonly way: 'colleague'; readonly membershipId: string }
  | { readonly way: 'paper'; readonly name: string; readonly type: PartyType | undefined };

export type SeatInput = Seat & { readonly meetingId: string; readonly sees: Sees };
export type AddRefusal =
  | NotThere
  | SeatRefusal
  | { readonly code: 'unknown-organisation' | 'unknown-colleague' | 'type-missing' | 'paper-only' };

/** Adds a participant. Where an item is about a person, no authority that investigates is added: the two keep each other out. */
export async function addParticipant(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: SeatInput,
  time: DomainTime,
): Promise<Result<Done, AddRefusal>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const { meeting, participants, items } = held.value;
  const tenantId = asking.actor.organisationId;
  const who = await seated(tx, asking.actor, { seat: input, isSignal: meeting.kind === 'signal' }, time);
  if (!who.ok) return who;
  const may = mayTakePart(meeting, who.value, participants, items);
  if (!may.ok) return may;
  const added = { ...who.value, id: newRandomId(), sees: input.sees, removedAt: undefined };
  const needs = isEnforcement(added.type) ? ({ admits: 'enforcement' } as const) : {};
  await markMeeting(tx, tenantId, meeting, needs);
  await insertParticipant(tx, tenantId, meeting, added, time.now);
  if (isEnforcement(added.type))
    await turnDownWaiting(tx, tenantId, meeting.id, { why: 'belongs-elsewhere', personsOnly: true }, time);
  await insertParts(tx, tenantId, meeting.id, [
    { id: newId(), participantId: added.id, what: 'invitation', aboutId: meeting.id, consentId: undefined },
  ]);
  if (meeting.invitedAt)
    await sendWaiting(tx, asking.actor, { ...held.value, participants: [...participants, added] }, time);
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: meeting.id } });
}

async function seated(
  tx: Tx<ConsultationTables>,
  actor: Actor,
  { seat, isSignal }: { readonly seat: Seat; readonly isSignal: boolean },
  { today }: DomainTime,
): Promise<Result<Omit<Participant, 'id' | 'sees' | 'removedAt'>, AddRefusal>> {
  const nobody = { organisationId: undefined, membershipId: undefined, personId: undefined };
  if (seat.way === 'organisation') {
    const organisation = (await organisationsOn(tx, today)).find(({ code }) => code === seat.code);
    if (!organisation || organisation.id === actor.organisationId) return err({ code: 'unknown-organisation' });
    if (!READS_IN.includes(organisation.kind)) return err({ code: 'paper-only' });
    const { id: organisationId, name } = organisation;
    return ok({ ...nobody, way: 'organisation', organisationId, name, type: partyTypeOf(organisation) });
  }
  if (seat.way === 'colleague') {
    const colleagues = await colleaguesOf(tx, actor.organisationId, today, COLLEAGUES);
    const colleague = colleagues.find(({ membershipId }) => membershipId === seat.membershipId);
    if (!colleague || colleague.personId === actor.personId) return err({ code: 'unknown-colleague' });
    const { membershipId, personId, name } = colleague;
    return ok({ ...nobody, way: 'colleague', membershipId, personId, name, type: 'own' });
  }
  const type = seat.type ?? (isSignal ? 'own' : undefined);
  if (seat.name === '' || !type) return err({ code: 'type-missing' });
  const sounds = soundsLike(seat.name);
  // whoever is called police is police, whatever was chosen
  if (sounds !== undefined && sounds !== type) return err({ code: 'sounds-like-other' });
  return ok({ ...nobody, way: 'paper', name: seat.name, type });
}

/**
 * Takes a participant from the table, also in the middle of the meeting: what she got is unreadable for her from this transaction on,
 * in the database too.
 */
export async function removeParticipant(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: { readonly meetingId: string; readonly participantId: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'removed-before' }>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const { meeting, participants, items } = held.value;
  const participant = participants.find(({ id }) => id === input.participantId);
  if (!participant) return err({ code: 'not-found' });
  if (participant.removedAt) return err({ code: 'removed-before' });
  const { actor } = asking;
  const tenantId = actor.organisationId;
  await markRemoved(tx, tenantId, participant.id, { name: actor.personName, at: time.now });
  await markMeeting(tx, tenantId, meeting, {});
  const parts = (await partsOf(tx, tenantId, meeting.id)).filter((part) => part.participantId === participant.id);
  const ids = parts.flatMap(({ messageId }) => messageId ?? []);
  await moveMessages(tx, { ids, action: 'withdraw', reason: 'doet niet meer mee' }, time);
  const outcomes = await outcomesOf(tx, tenantId, meeting.id);
  if (participant.organisationId)
    await takeBackRemarks(
      tx,
      tenantId,
      { aboutIds: outcomes.map(({ id }) => id), receiverId: participant.organisationId },
      time,
    );
  if (participant.organisationId)
    await turnDownWaiting(
      tx,
      tenantId,
      meeting.id,
      { why: 'not-at-table', senderId: participant.organisationId },
      time,
    );
  for (const consentId of new Set(parts.flatMap((part) => part.consentId ?? [])))
    await withdrawConsent(tx, tenantId, consentId, time.now);
  const { personId } = participant;
  if (personId)
    for (const { id, dossierId } of items)
      if (dossierId && parts.some(({ aboutId }) => aboutId === id))
        await endAccess(tx, actor, { dossierId, personId }, time);
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: meeting.id } });
}

/** Which colleagues may sit at the table. */
export async function readColleagues(
  tx: Tx<'accounts.membership'>,
  actor: Actor,
  today: PlainDate,
): Promise<readonly Colleague[]> {
  const colleagues = await colleaguesOf(tx, actor.organisationId, today, COLLEAGUES);
  return colleagues.filter(({ personId }) => personId !== actor.personId);
}
