import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { giveAccess, openDossier } from '../../../platform/dossiers/give-access.ts';
import { partnersFor } from '../../../platform/exchange/agreement.ts';
import { recordConsents, withdrawConsent } from '../../../platform/exchange/consent.ts';
import { eraseMessage } from '../../../platform/exchange/erase-message.ts';
import { moveMessages } from '../../../platform/exchange/many-messages.ts';
import { newId, newRandomId } from '../../../platform/ids/uuid.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { ConsentInput } from '../../registration/index.ts';
import { inForce } from '../domain/covenant.ts';
import {
  type AgendaRefusal,
  CONSENT_MONTHS,
  type ConsentGiven,
  enforcementAt,
  type Meeting,
  type MeetingKind,
  MOST_ITEMS,
  mayBring,
} from '../domain/meeting.ts';
import type { PartyType } from '../domain/party.ts';
import { covenantsOf, holdCovenant } from '../persistence/covenant-store.ts';
import { insertItem, markWithdrawn, nextNumber, type StoredItem } from '../persistence/item-store.ts';
import { insertMeeting, insertTurnedAway, markMeeting } from '../persistence/meeting-store.ts';
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
import { type GroundRefusal, judgeGround, type PersonInput } from './judge-ground.ts';
import { kindFor, sendWaiting } from './send-parts.ts';

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
    cancelledAt: undefined,
    version: 1,
  });
  await keepMeeting(tx, tenantId, id, [], time);
  return ok({ subject: { kind: MEETING_SUBJECT, id } });
}

export interface ItemInput {
  readonly meetingId: string;
  readonly purpose: string;
  /** Which participants get it. */
  readonly for: readonly string[];
  /** Without a person: what it is about. */
  readonly topic: string | undefined;
  readonly person: PersonInput | undefined;
  /** By which it is known already, when somebody at the table brought it in. */
  readonly id?: string;
}

export type ItemRefusal =
  | NotThere
  | AgendaRefusal
  | GroundRefusal
  | { readonly code: 'no-agreement' | 'person-excluded' };

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
  const grounded = person ? await judgeGround(tx, person, time) : ok(undefined);
  if (!grounded.ok) return grounded;
  const covenant = meeting.covenantId ? await covenantNow(tx, tenantId, meeting.covenantId, time.today) : undefined;
  const may = mayBring(meeting, { ground: person?.ground, for: input.for }, participants, covenant);
  if (!may.ok) return may;
  const receivers = may.value.flatMap(({ organisationId }) => organisationId ?? []);
  if (person && receivers.length > 0) {
    const agreed = await partnersFor(tx, tenantId, kindFor(person.ground).kind, time.today);
    if (receivers.some((id) => !agreed.some(({ counterpartId }) => counterpartId === id)))
      return err({ code: 'no-agreement' });
  }
  const id = input.id ?? newRandomId();
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
    consent: person?.ground === 'consent' && person.consent ? asGiven(person.consent) : undefined,
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

/** What stays written of a consent: by whom, how and when. */
const asGiven = ({ givenBy, manner, givenOn }: ConsentInput): ConsentGiven => ({
  by: givenBy === 'person' ? 'person' : 'guardian',
  how: manner === 'spoken' ? 'spoken' : 'written',
  on: givenOn,
});

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
  await takeFromAgenda(tx, tenantId, { meeting, items, itemId: item.id, why: input.why }, time);
  return ok({ subject: { kind: ITEM_SUBJECT, id: item.id } });
}

/** The same whoever says so: the chair, or who brought it in. */
export async function takeFromAgenda(
  tx: Tx<ConsultationTables>,
  tenantId: string,
  {
    meeting,
    items,
    itemId,
    why,
  }: {
    readonly meeting: Meeting;
    readonly items: readonly StoredItem[];
    readonly itemId: string;
    readonly why: 'consent' | 'not-needed';
  },
  time: DomainTime,
): Promise<void> {
  await markWithdrawn(tx, tenantId, itemId, why, time.now);
  await markMeeting(tx, tenantId, meeting, {});
  const ids = await messagesOfItem(tx, tenantId, itemId);
  await moveMessages(tx, { ids, action: 'withdraw', reason: 'van de agenda gehaald' }, time);
  // what was brought in is kept no longer than the item it became
  await eraseMessage(tx, itemId, time.now);
  const parts = await partsOf(tx, tenantId, meeting.id);
  for (const part of parts)
    if (part.aboutId === itemId && part.consentId) await withdrawConsent(tx, tenantId, part.consentId, time.now);
  await keepMeeting(tx, tenantId, meeting.id, items, time);
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
