import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { endAccess, giveAccess, openDossier } from '../../../platform/dossiers/give-access.ts';
import { partnersFor } from '../../../platform/exchange/agreement.ts';
import { recordConsents, withdrawConsent } from '../../../platform/exchange/consent.ts';
import { moveMessages } from '../../../platform/exchange/many-messages.ts';
import { newId, newRandomId } from '../../../platform/ids/uuid.ts';
import { type Colleague, colleaguesOf } from '../../../platform/members/members.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { inForce } from '../domain/covenant.ts';
import {
  type AgendaRefusal,
  CONSENT_MONTHS,
  type ConsentGiven,
  type ConsentRefusal,
  checkConsent,
  enforcementAt,
  type Ground,
  type Law,
  type MeetingKind,
  MOST_ITEMS,
  mayBring,
  mayTakePart,
  type Participant,
  type SaidOfPerson,
  type SeatRefusal,
  type Sees,
} from '../domain/meeting.ts';
import { isEnforcement, type PartyType, partyTypeOf, soundsLike } from '../domain/party.ts';
import { covenantsOf, holdCovenant } from '../persistence/covenant-store.ts';
import { insertItem, markWithdrawn, nextNumber } from '../persistence/item-store.ts';
import {
  insertMeeting,
  insertParticipant,
  insertTurnedAway,
  markMeeting,
  markRemoved,
} from '../persistence/meeting-store.ts';
import { organisationsOn } from '../persistence/organisation-query.ts';
import { insertParts, messagesOfItem, partsOf } from '../persistence/part-store.ts';
import { ITEM_SUBJECT, MEETING_SUBJECT, meetingPath, TURNED_AWAY_SUBJECT } from './consultation-names.ts';
import {
  type Asking,
  type ConsultationTables,
  heldMeeting,
  keepMeeting,
  mayHandle,
  type NotThere,
} from './held-meeting.ts';
import { kindFor, sendWaiting } from './send-parts.ts';

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

export type PlanRefusal = {
  readonly code: 'day-in-past' | 'unknown-covenant' | 'covenant-lapsed' | 'municipality-only' | 'not-found';
};

export interface PlanInput {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly purpose: string;
  readonly onDay: PlainDate;
  readonly atTime: string;
  readonly place: string;
  /** For a table of care parties: the covenant it rests on. */
  readonly covenantId: string | undefined;
}

/** Plans a consultation; whoever plans it chairs it. */
export async function planMeeting(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: PlanInput,
  time: DomainTime,
): Promise<Result<Done, PlanRefusal>> {
  const { actor } = asking;
  const tenantId = actor.organisationId;
  if (!mayHandle(asking, 'W')) return err({ code: 'not-found' });
  if (input.onDay < time.today) return err({ code: 'day-in-past' });
  if (input.kind === 'signal' && actor.role !== 'aandachtsfunctionaris') return err({ code: 'municipality-only' });
  if (input.kind === 'care') {
    const [covenant] = await covenantsOf(tx, tenantId, { id: input.covenantId ?? newId(), limit: 1, offset: 0 });
    if (!covenant) return err({ code: 'unknown-covenant' });
    if (!inForce(covenant, time.today)) return err({ code: 'covenant-lapsed' });
  }
  const id = newRandomId();
  await insertMeeting(tx, tenantId, {
    ...input,
    id,
    covenantId: input.kind === 'care' ? input.covenantId : undefined,
    admits: undefined,
    chairId: actor.membershipId,
    chairPersonId: actor.personId,
    chairName: actor.personName,
    state: 'planned',
    invitedAt: undefined,
    closedAt: undefined,
    version: 1,
  });
  await keepMeeting(tx, tenantId, id, [], time);
  return ok({ subject: { kind: MEETING_SUBJECT, id } });
}

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

export interface ItemInput {
  readonly meetingId: string;
  readonly purpose: string;
  /** Which participants get it. */
  readonly for: readonly string[];
  /** Without a person: what it is about. */
  readonly topic: string | undefined;
  readonly person:
    | {
        readonly said: SaidOfPerson;
        readonly ground: Ground;
        readonly law: Law | undefined;
        readonly consent: ConsentGiven | undefined;
      }
    | undefined;
}

export type ItemRefusal =
  | NotThere
  | AgendaRefusal
  | ConsentRefusal
  | { readonly code: 'no-agreement' | 'person-excluded' | 'consent-missing' | 'law-missing' };

/**
 * Puts an item on the agenda. A person comes on it with consent or a law of care, for parties of a covenant that holds today, who hold
 * an agreement to exchange; and never with an authority that investigates at the table.
 */
export async function addItem(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: ItemInput,
  time: DomainTime,
): Promise<Result<Done, ItemRefusal>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const { meeting, participants, items } = held.value;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const { person } = input;
  const number = await nextNumber(tx, tenantId, meeting.id);
  if (number > MOST_ITEMS) return err({ code: 'too-many-items' });
  if (person?.ground === 'consent') {
    if (!person.consent) return err({ code: 'consent-missing' });
    const given = checkConsent(person.consent, time.today);
    if (!given.ok) return given;
  }
  if (person?.ground === 'law' && !person.law) return err({ code: 'law-missing' });
  const covenant = meeting.covenantId ? await covenantNow(tx, tenantId, meeting.covenantId, time.today) : undefined;
  const may = mayBring(meeting, { ground: person?.ground, for: input.for }, participants, covenant);
  if (!may.ok) return may;
  const receivers = may.value.flatMap(({ organisationId }) => organisationId ?? []);
  if (person && receivers.length > 0) {
    const agreed = await partnersFor(tx, tenantId, kindFor(person.ground).kind, time.today);
    if (receivers.some((id) => !agreed.some(({ counterpartId }) => counterpartId === id)))
      return err({ code: 'no-agreement' });
  }
  const id = newRandomId();
  const dossierId = person ? id : undefined;
  if (dossierId) {
    const path = meetingPath(meeting.id);
    await openDossier(tx, actor, { id, kind: ITEM_SUBJECT, activity: 'VA-02', path }, time);
    for (const personId of [actor.personId, ...may.value.flatMap((each) => each.personId ?? [])]) {
      const giving = { dossierId, personId, kind: 'assigned', until: undefined, reason: 'zit aan tafel' } as const;
      if (!(await giveAccess(tx, actor, giving, time)).ok) return err({ code: 'person-excluded' });
    }
  }
  await markMeeting(tx, tenantId, meeting, person ? { admits: 'persons' } : {});
  const item = {
    id,
    number,
    purpose: input.purpose,
    aboutPerson: person !== undefined,
    topic: input.topic,
    dossierId,
    ground: person?.ground,
    law: person?.ground === 'law' ? person.law : undefined,
    consent: person?.ground === 'consent' ? person.consent : undefined,
    withdrawnAt: undefined,
    withdrawnWhy: undefined,
  };
  await insertItem(tx, tenantId, meeting, item, person?.said, time.now);
  const parts = may.value.map(({ id: participantId, organisationId }) => ({
    id: newId(),
    participantId,
    what: 'item' as const,
    aboutId: id,
    consentId: item.consent && organisationId ? newRandomId() : undefined,
    organisationId,
  }));
  if (item.consent)
    await recordConsents(
      tx,
      parts.flatMap(({ consentId, organisationId }) =>
        consentId && organisationId
          ? [
              {
                id: consentId,
                tenantId,
                dossierId: id,
                receiverId: organisationId,
                kind: kindFor('consent').kind,
                givenOn: item.consent!.on,
                validUntil: addMonths(item.consent!.on, CONSENT_MONTHS),
              },
            ]
          : [],
      ),
    );
  await insertParts(tx, tenantId, meeting.id, parts);
  const now = await heldMeeting(tx, asking, meeting.id);
  if (now.ok && meeting.invitedAt) await sendWaiting(tx, actor, now.value, time);
  await keepMeeting(tx, tenantId, meeting.id, [...items, { id, dossierId }], time);
  return ok({ subject: { kind: ITEM_SUBJECT, id } });
}

async function covenantNow(tx: Tx<ConsultationTables>, tenantId: string, id: string, today: PlainDate) {
  await holdCovenant(tx, tenantId, id);
  const [covenant] = await covenantsOf(tx, tenantId, { id, limit: 1, offset: 0 });
  if (!covenant) return undefined;
  return {
    holds: inForce(covenant, today),
    partyIds: new Set(covenant.parties.flatMap(({ organisationId }) => organisationId ?? [])),
    partyTypes: new Set(covenant.parties.map(({ type }) => type)),
  };
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

/** Takes an item from the agenda: nobody who got it can read it any more. A consent that was withdrawn ends with it. */
export async function withdrawItem(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: { readonly meetingId: string; readonly itemId: string; readonly why: 'consent' | 'not-needed' },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'withdrawn-before' }>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const { meeting, items } = held.value;
  const tenantId = asking.actor.organisationId;
  const item = items.find(({ id }) => id === input.itemId);
  if (!item) return err({ code: 'not-found' });
  if (item.withdrawnAt) return err({ code: 'withdrawn-before' });
  await markWithdrawn(tx, tenantId, item.id, input.why, time.now);
  await markMeeting(tx, tenantId, meeting, {});
  const ids = await messagesOfItem(tx, tenantId, item.id);
  await moveMessages(tx, { ids, action: 'withdraw', reason: 'van de agenda gehaald' }, time);
  const parts = await partsOf(tx, tenantId, meeting.id);
  for (const part of parts)
    if (part.aboutId === item.id && part.consentId) await withdrawConsent(tx, tenantId, part.consentId, time.now);
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: ITEM_SUBJECT, id: item.id } });
}

/** Writes down that something was brought to the wrong place: which authority was at the table or was asked, and nothing else. */
export async function recordTurnedAway(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: { readonly meetingId: string; readonly what: 'person' | 'participant'; readonly type: PartyType | undefined },
  time: DomainTime,
): Promise<Result<Done, NotThere>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const { meeting, participants } = held.value;
  const types = input.type ? [input.type] : enforcementAt(participants);
  const id = newRandomId();
  const { organisationId: tenantId, personName: byName } = asking.actor;
  await insertTurnedAway(tx, tenantId, meeting.id, { id, what: input.what, types, at: time.now, byName });
  return ok({ subject: { kind: TURNED_AWAY_SUBJECT, id } });
}
