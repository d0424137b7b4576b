import { atHome, type DomainTime, type Done, type Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import {
  deliverMessage,
  findMessage,
  type Message,
  moveMessage,
  readMessage,
} from '../../../platform/exchange/message.ts';
import { actionsIn } from '../../../platform/exchange/transitions.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { holdMandate } from '../../organisations/index.ts';
import { type Guest, type GuestProfile, profileOf } from '../domain/guest.ts';
import { mayDo, type Placement, placementState } from '../domain/placement.ts';
import { holdPlacement, placementById, placementOfGuest, recordMoment } from '../persistence/placement-store.ts';
import { noteGuestMessage, openRequests } from '../persistence/request-store.ts';
import { NOTICES, tellShelter } from './notices.ts';
import { type Asking, allowedRequest, type RequestTables } from './reach-request.ts';
import { PLACEMENT_SUBJECT, SHELTER_GUEST } from './shelter-names.ts';

type NotThere = { readonly code: 'not-found' };
type Messages = 'exchange.message' | 'vault.message_key';

/** What whoever placed knows of how somebody is; undefined when no request was written down, or it was erased. In the own house. */
export async function readProfile(
  tx: Tx<RequestTables>,
  asking: Asking,
  placement: Placement,
  time: DomainTime,
): Promise<Result<Done & { readonly profile: GuestProfile | undefined }, NotThere>> {
  const subject = { kind: PLACEMENT_SUBJECT, id: placement.id };
  const ids = placement.requestId ? [placement.requestId] : [];
  const [opened] = await openRequests(tx, asking.actor.organisationId, { ids });
  if (!opened) return ok({ subject, profile: undefined });
  const may = await allowedRequest(tx, asking, opened.request, 'R', time);
  return may.ok ? ok({ subject, profile: profileOf(opened.content.needs) }) : may;
}

/** Whether the shelter was told, and took it in: the message in the own house of who placed. */
export async function toldGuest(
  tx: Tx<'exchange.message'>,
  actor: Actor,
  { guestMessageId }: Placement,
  today: PlainDate,
): Promise<Message | undefined> {
  return guestMessageId ? findMessage(tx, actor.organisationId, guestMessageId, today) : undefined;
}

/**
 * Names, under the mandate of the shelter, the message that is about to tell who comes. What an earlier one said is taken back. The
 * message itself follows (`sendGuest`): when that does not come about, nobody was told, and the page says so.
 */
export async function nameGuestMessage(
  tx: Tx<'shelter.placement' | 'organisations.mandate' | 'exchange.message'>,
  actor: Actor,
  input: { readonly id: string; readonly tenantId: string; readonly version: number; readonly messageId: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'moved-on' }>> {
  if (!(await holdMandate(tx, input.tenantId, 'plaatsing'))) return err({ code: 'not-found' });
  const placement = await holdPlacement(tx, input.tenantId, input.id);
  if (!placement || placement.holderId !== actor.organisationId) return err({ code: 'not-found' });
  if (placement.version !== input.version || !mayDo(placement, 'tell-guest')) return err({ code: 'moved-on' });
  await atHome(tx, () => takeGuestBack(tx, placement, time));
  await recordMoment(tx, placement, { guestMessageId: input.messageId });
  return ok({ subject: { kind: PLACEMENT_SUBJECT, id: placement.id } });
}

/** Tells the shelter who comes, sealed for both sides; in the house of who placed. */
export async function sendGuest(
  tx: Tx<'exchange.message' | 'exchange.agreement' | 'vault.exchange_key' | 'shelter.request' | KeepTables>,
  actor: Actor,
  { messageId, placement, guest }: { readonly messageId: string; readonly placement: Placement; readonly guest: Guest },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'no-agreement' | 'receiver-has-no-key' }>> {
  const sent = await deliverMessage(
    tx,
    {
      id: messageId,
      receiverId: placement.tenantId,
      kind: SHELTER_GUEST.kind,
      basis: 'plaatsing',
      content: Buffer.from(JSON.stringify(guest)),
    },
    time,
  );
  if (!sent.ok) return err({ code: sent.error.code === 'receiver-has-no-key' ? sent.error.code : 'no-agreement' });
  await keepGuest(tx, actor.organisationId, messageId, time.today);
  if (placement.requestId) await noteGuestMessage(tx, actor.organisationId, placement.requestId, messageId);
  return ok({ subject: { kind: PLACEMENT_SUBJECT, id: placement.id } });
}

/** Each side keeps what was told for half a year from the day it came: by then she left, or the shelter knows her better. */
export async function keepGuest(
  tx: Tx<KeepTables>,
  tenantId: string,
  messageId: string,
  startsOn: PlainDate,
): Promise<void> {
  await keepRecord(tx, {
    tenantId,
    rule: 'shelter-guest',
    subject: { kind: 'exchange.message', id: messageId },
    startsOn,
  });
}

/** In the house of the shelter, from the day she left or did not come: nothing is done any more with what was told of her. */
export async function keepGuestAfter(
  tx: Tx<KeepTables>,
  { tenantId, guestMessageId }: Placement,
  startsOn: PlainDate,
): Promise<void> {
  if (guestMessageId === undefined) return;
  const subject = { kind: 'exchange.message', id: guestMessageId };
  await keepRecord(tx, { tenantId, rule: 'shelter-guest-left', subject, startsOn });
}

/** In the house of the shelter, when what was told came in: its time begins to count, and who works there hears it. */
export async function receiveGuest(
  tx: Tx<'shelter.placement' | KeepTables | DeadlineTables>,
  tenantId: string,
  messageId: string,
  now: Date,
): Promise<void> {
  await keepGuest(tx, tenantId, messageId, dutchDay(now));
  const id = await placementOfGuest(tx, tenantId, messageId);
  // told anew meanwhile: then it is of no stay any more
  if (id !== undefined) await tellShelter(tx, { tenantId, id }, NOTICES.guest, now);
}

/** From now on the shelter can no longer read who would come; in the house of who placed. */
export async function takeGuestBack(
  tx: Tx<'exchange.message'>,
  { guestMessageId }: Placement,
  time: DomainTime,
): Promise<void> {
  if (guestMessageId) await moveMessage(tx, { id: guestMessageId, action: 'withdraw' }, time);
}

/** The shelter takes in who comes, so that it can be read; whoever placed sees that it did. */
export async function takeGuestIn(
  tx: Tx<'shelter.placement' | 'exchange.message'>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'moved-on' }>> {
  const placement = await placementById(tx, actor.organisationId, id);
  if (!placement?.guestMessageId) return err({ code: 'not-found' });
  const messageId = placement.guestMessageId;
  await moveMessage(tx, { id: messageId, action: 'deliver' }, time);
  const moved = await moveMessage(tx, { id: messageId, action: 'accept' }, time);
  if (!moved.ok && moved.error.code !== 'message-moved-on') return err({ code: 'moved-on' });
  return ok({ subject: { kind: PLACEMENT_SUBJECT, id } });
}

/** Where what was told may be read: while somebody is expected or inside. */
const READABLE: readonly ReturnType<typeof placementState>[] = ['accepted', 'under-way', 'arrived'];

interface ToldOf {
  readonly placement: Placement;
  readonly guest: Guest | undefined;
  /** It was told, and nobody here took it in yet. */
  readonly isWaiting: boolean;
}

/** Who comes, for who works at the shelter that said yes: a row in the log of data processing. */
export async function readGuest(
  tx: Tx<'shelter.placement' | Messages>,
  { actor, policy }: { readonly actor: Actor; readonly policy: Policy },
  id: string,
  today: PlainDate,
): Promise<Result<Done & ToldOf, NotThere>> {
  const placement = await placementById(tx, actor.organisationId, id);
  if (!placement) return err({ code: 'not-found' });
  // whoever works where she comes to live receives her: there is no other list of who does
  const facts = { isAccepted: placement.acceptedAt !== undefined, reach: 'assigned' } as const;
  const asked = { who: actor.role, letter: 'R', dataClass: 'D4', purpose: 'VA-05', facts } as const;
  const subject = { kind: PLACEMENT_SUBJECT, id };
  if (!READABLE.includes(placementState(placement)) || !policy.decide(asked).allowed)
    return ok({ subject, placement, guest: undefined, isWaiting: false });
  const bytes = placement.guestMessageId
    ? await readMessage(tx, actor.organisationId, 'in', placement.guestMessageId, { kind: PLACEMENT_SUBJECT, id })
    : undefined;
  const told = bytes ? undefined : await toldGuest(tx, actor, placement, today);
  return ok({
    subject,
    placement,
    guest: bytes && (JSON.parse(bytes.toString('utf8')) as Guest),
    isWaiting: told !== undefined && actionsIn(told.state, 'clock').includes('expire'),
  });
}
