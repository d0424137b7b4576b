import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { recordConsent, withdrawConsent } from '../../../platform/exchange/consent.ts';
import { type DeliveryRefusal, deliverMessage, findMessage, moveMessage } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { keepRecords } from '../../../platform/retention/keep-record.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { mayBringIn, type TakenBack } from '../domain/brought.ts';
import { CONSENT_MONTHS, type Ground } from '../domain/meeting.ts';
import { partyTypeOf } from '../domain/party.ts';
import {
  consentOfMessage,
  holdBrought,
  insertBrought,
  markLook,
  ownBrought,
  type StoredBrought,
} from '../persistence/brought-store.ts';
import { organisationsById } from '../persistence/organisation-query.ts';
import { holdReceived, receivedOfMeeting } from '../persistence/part-store.ts';
import { nextLook } from './brought-work.ts';
import {
  BROUGHT_BY_LAW,
  BROUGHT_SUBJECT,
  BROUGHT_TOPIC,
  BROUGHT_WITH_CONSENT,
  RETENTION_RULE,
} from './consultation-names.ts';
import { type Asking, mayReadReceived, type NotThere } from './held-meeting.ts';
import { type GroundRefusal, judgeGround } from './judge-ground.ts';
import type { ItemInput } from './prepare.ts';
import type { ReceivingTables } from './receive.ts';
import type { Brought } from './told.ts';

export type BringingTables = ReceivingTables | 'consultation.brought' | 'exchange.consent' | 'content.edition';

export type BringRefusal =
  | NotThere
  | GroundRefusal
  | Exclude<DeliveryRefusal, { readonly code: 'no-agreement' }>
  | {
      readonly code:
        | 'belongs-elsewhere'
        | 'wrong-ground'
        | 'meeting-closed'
        | 'too-many-items'
        | 'bring-by-phone'
        | 'not-at-table';
    };

const kindOf = (ground: Ground | undefined) =>
  ground === 'consent' ? BROUGHT_WITH_CONSENT : ground === 'law' ? BROUGHT_BY_LAW : BROUGHT_TOPIC;

/**
 * Asks the chair of another organisation's table to put something on the agenda. A person goes on the same ground as on one's own agenda,
 * and is judged here first and by the chair again; an organisation that investigates brings none.
 */
export async function bringIn(
  tx: Tx<BringingTables>,
  asking: Asking,
  input: Pick<ItemInput, 'meetingId' | 'purpose' | 'topic' | 'person'>,
  time: DomainTime,
): Promise<Result<Done, BringRefusal>> {
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const rows = await receivedOfMeeting(tx, tenantId, input.meetingId);
  const invitation = rows.find(({ what }) => what === 'invitation');
  if (!invitation || !mayReadReceived(asking)) return err({ code: 'not-found' });
  // held, so that two who bring something at once are counted one after the other
  await holdReceived(tx, tenantId, invitation.id);
  if ((await findMessage(tx, tenantId, invitation.id, time.today))?.state !== 'accepted')
    return err({ code: 'not-at-table' });
  const own = (await organisationsById(tx, [tenantId])).get(tenantId)!;
  const { person } = input;
  const brought = await ownBrought(tx, tenantId, input.meetingId);
  const may = mayBringIn(
    partyTypeOf(own),
    { aboutPerson: person !== undefined, waiting: brought.filter(({ state }) => state === 'waiting').length },
    { isOver: rows.some(({ what }) => what === 'closed' || what === 'cancelled') },
  );
  if (!may.ok) return may;
  if (person?.ground === 'task') return err({ code: 'wrong-ground' });
  const grounded = person ? await judgeGround(tx, person, time) : ok(undefined);
  if (!grounded.ok) return grounded;
  const { organiserId } = invitation;
  const id = newRandomId();
  const kind = kindOf(person?.ground).kind;
  const consent = person?.ground === 'consent' ? person.consent : undefined;
  const consentId = consent && newRandomId();
  if (consentId)
    await recordConsent(tx, {
      id: consentId,
      tenantId,
      dossierId: id,
      receiverId: organiserId,
      kind,
      givenOn: consent.givenOn,
      validUntil: addMonths(consent.givenOn, CONSENT_MONTHS),
    });
  const says = {
    purpose: input.purpose,
    topic: input.topic,
    person: person?.said,
    ground: person?.ground,
    law: person?.ground === 'law' ? person.law : undefined,
    consent,
    by: actor.personName,
  } satisfies Omit<Brought, 'consent'> & { readonly consent: unknown };
  const sent = await deliverMessage(
    tx,
    {
      id,
      receiverId: organiserId,
      kind,
      basis: says.law ?? says.ground ?? 'Overleg zonder personen',
      ...(consentId !== undefined && { consentId }),
      aboutId: input.meetingId,
      content: Buffer.from(JSON.stringify(says)),
    },
    time,
  );
  if (!sent.ok) return err({ code: sent.error.code === 'no-agreement' ? 'bring-by-phone' : sent.error.code });
  const row: StoredBrought = {
    id,
    organiserId,
    meetingId: input.meetingId,
    aboutPerson: person !== undefined,
    broughtBy: actor.membershipId,
    broughtByPerson: actor.personId,
    lookAt: nextLook(time.now),
  };
  await insertBrought(tx, tenantId, row, time.now);
  await keepRecords(
    tx,
    [BROUGHT_SUBJECT, 'exchange.message'].map((subject) => ({
      tenantId,
      rule: RETENTION_RULE,
      subject: { kind: subject, id },
      startsOn: time.today,
    })),
  );
  return ok({ subject: { kind: BROUGHT_SUBJECT, id } });
}

/** Takes back what was brought in: the chair cannot read it any more, and what stands on the agenda goes from it. */
export async function takeBackBrought(
  tx: Tx<BringingTables>,
  asking: Asking,
  input: { readonly meetingId: string; readonly id: string; readonly why: TakenBack },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'brought-before' }>> {
  const tenantId = asking.actor.organisationId;
  const brought = await holdBrought(tx, tenantId, input.id);
  if (brought?.meetingId !== input.meetingId || !mayReadReceived(asking)) return err({ code: 'not-found' });
  const moved = await moveMessage(tx, { id: brought.id, action: 'withdraw', reason: input.why }, time);
  if (!moved.ok) return err({ code: 'brought-before' });
  const consentId = await consentOfMessage(tx, tenantId, brought.id);
  if (consentId) await withdrawConsent(tx, tenantId, consentId, time.now);
  await markLook(tx, tenantId, brought.id, undefined);
  return ok({ subject: { kind: BROUGHT_SUBJECT, id: brought.id } });
}
