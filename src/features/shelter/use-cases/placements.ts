import { atHome, type DomainTime, type Done, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { deliverMessage, moveMessage, readMessage } from '../../../platform/exchange/message.ts';
import { newId, newRandomId } from '../../../platform/ids/uuid.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import { daysBetween, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { holdMandate } from '../../organisations/index.ts';
import { isOpen } from '../domain/place.ts';
import {
  checkNights,
  type Departure,
  mayDo,
  type NightsRefusal,
  type OutflowRoute,
  type Placement,
  type PlacementAction,
  type Refusal,
  type SafetyAnswer,
} from '../domain/placement.ts';
import { freeNights, giveNights } from '../persistence/night-store.ts';
import { placesById } from '../persistence/place-store.ts';
import {
  heldPlacement,
  heldPlacements,
  holdPlacement,
  placementsOf,
  recordMoment,
} from '../persistence/placement-store.ts';
import { openUnit } from '../persistence/unit-store.ts';
import { keepGuestAfter, takeGuestBack } from './guest.ts';
import { keepPlacements } from './keep-placement.ts';
import { asksDeparture, nightOfNow } from './night-of-now.ts';
import { clearPlacer, clearShelter, NOTICES, tellPlacer, tellShelter } from './notices.ts';
import { PLACEMENT_SUBJECT, SHELTER_ADDRESS } from './shelter-names.ts';

export type Stays = 'shelter.placement' | 'shelter.night_slot' | 'shelter.booking' | KeepTables;
export type Message = 'exchange.message' | 'exchange.agreement' | 'vault.exchange_key';
type NotThere = { readonly code: 'not-found' };
/** Somebody was quicker, or it can no longer be done. */
export type DeedRefusal = NotThere | { readonly code: 'moved-on' };

export const done = (id: string) => ok({ subject: { kind: PLACEMENT_SUBJECT, id } });

/** The stays of the own shelter: what goes on first, and what ended lately. */
export async function readPlacements(
  tx: Tx<'shelter.placement' | 'shelter.place' | 'shelter.unit'>,
  actor: Actor,
  page: number,
) {
  return placementsOf(tx, actor.organisationId, page);
}

export async function heldFor(
  tx: Tx<Stays>,
  tenantId: string,
  input: { readonly id: string; readonly version: number },
  action: PlacementAction,
): Promise<Result<Placement, DeedRefusal>> {
  const placement = await holdPlacement(tx, tenantId, input.id);
  if (!placement) return err({ code: 'not-found' });
  return placement.version === input.version && mayDo(placement, action) ? ok(placement) : err({ code: 'moved-on' });
}

export interface Asked {
  readonly id: string;
  readonly version: number;
}

/**
 * The shelter says yes. Where the place is goes to who placed in the same deed, sealed; without an agreement between the two it
 * stays here, and they call.
 */
export async function acceptPlacement(
  tx: Tx<Stays | Message | DeadlineTables | 'shelter.place' | 'shelter.unit' | 'vault.dossier_key'>,
  actor: Actor,
  input: Asked,
  time: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const { organisationId: tenantId, personName } = actor;
  const held = await heldFor(tx, tenantId, input, 'accept');
  if (!held.ok) return held;
  const addressMessageId = await sendAddress(tx, held.value, time);
  const accepted = { acceptedAt: time.now, acceptedByName: personName, addressMessageId };
  await recordMoment(tx, held.value, { ...accepted, dueAt: null });
  await keepPlacements(tx, tenantId, [input.id], 'shelter-request-used', time.today);
  await clearShelter(tx, held.value, 'answered', time.now);
  await tellPlacer(tx, held.value, NOTICES.accepted, time.now);
  return done(input.id);
}

export async function sendAddress(
  tx: Tx<Message | 'shelter.place' | 'shelter.unit' | 'vault.dossier_key'>,
  { tenantId, holderId, placeIds }: Placement,
  time: DomainTime,
): Promise<string | undefined> {
  const [place] = await placesById(tx, tenantId, placeIds);
  const unit = place && (await openUnit(tx, tenantId, place.unitId));
  if (!unit?.address) return undefined;
  const id = newRandomId();
  const message = {
    id,
    receiverId: holderId,
    kind: SHELTER_ADDRESS.kind,
    basis: 'plaatsing',
    content: Buffer.from(JSON.stringify({ address: unit.address })),
  };
  const sent = await deliverMessage(tx, message, time);
  return sent.ok ? id : undefined;
}

/** The shelter says no, and why. The nights are free at once. */
export async function refusePlacement(
  tx: Tx<Stays | DeadlineTables>,
  actor: Actor,
  input: Asked & { readonly refusal: Refusal },
  time: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldFor(tx, actor.organisationId, input, 'refuse');
  if (!held.ok) return held;
  await freeNights(tx, actor.organisationId, [input.id], held.value.from);
  await recordMoment(tx, held.value, { refusedAt: time.now, refusal: input.refusal, dueAt: null });
  await clearShelter(tx, held.value, 'gone', time.now);
  await tellPlacer(tx, held.value, NOTICES.refused, time.now);
  return done(input.id);
}

/**
 * What the shelter heard on the telephone before it says yes: whether somebody who lives there is known to who would come, or to whom
 * she fled. Yes, no or unknown; no name and no words have a place in it.
 */
export async function answerSafety(
  tx: Tx<Stays>,
  actor: Actor,
  input: Asked & { readonly answer: SafetyAnswer },
  { now }: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldFor(tx, actor.organisationId, input, 'answer-safety');
  if (!held.ok) return held;
  const answered = { safetyAnswer: input.answer, safetyAnsweredAt: now, safetyAnsweredByName: actor.personName };
  await recordMoment(tx, held.value, answered);
  return done(input.id);
}

/** Somebody is inside. When the last night comes and nobody said that she left, she stays. */
export async function recordArrival(
  tx: Tx<Stays | DeadlineTables>,
  actor: Actor,
  input: Asked,
  { now, today }: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldFor(tx, actor.organisationId, input, 'arrive');
  if (!held.ok) return held;
  const accepted = held.value.acceptedAt ? {} : { acceptedAt: now, acceptedByName: actor.personName };
  await recordMoment(tx, held.value, { ...accepted, arrivedAt: now, dueAt: asksDeparture(held.value.until) });
  await clearShelter(tx, held.value, 'arrived', now);
  await keepPlacements(tx, actor.organisationId, [input.id], 'shelter-request-used', today);
  return done(input.id);
}

/** Nobody came. The nights are free from today on, and where the place is can no longer be read. */
export async function recordNoShow(
  tx: Tx<Stays | Message | DeadlineTables>,
  actor: Actor,
  input: Asked,
  time: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldFor(tx, actor.organisationId, input, 'miss');
  if (!held.ok) return held;
  await freeNights(tx, actor.organisationId, [input.id], laterOf(held.value.from, nightOfNow(time)));
  await takeAddressBack(tx, held.value, time);
  await recordMoment(tx, held.value, { noShowAt: time.now, dueAt: null });
  await keepGuestAfter(tx, held.value, time.today);
  await clearShelter(tx, held.value, 'gone', time.now);
  await tellPlacer(tx, held.value, NOTICES.noShow, time.now);
  return done(input.id);
}

/**
 * The shelter said yes and cannot keep it: a fire, a leak, a night without staff. Not when somebody is inside: she is moved first. It
 * counts as a place that was missing, not as somebody who did not come, and whoever placed hears it at once.
 */
export async function cancelPlacement(
  tx: Tx<Stays | Message | DeadlineTables>,
  actor: Actor,
  input: Asked,
  time: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldFor(tx, actor.organisationId, input, 'cancel');
  if (!held.ok) return held;
  await freeNights(tx, actor.organisationId, [input.id], laterOf(held.value.from, nightOfNow(time)));
  await takeAddressBack(tx, held.value, time);
  await recordMoment(tx, held.value, { refusedAt: time.now, refusal: 'place-lost', dueAt: null });
  await keepGuestAfter(tx, held.value, time.today);
  await clearShelter(tx, held.value, 'gone', time.now);
  await tellPlacer(tx, held.value, NOTICES.fellThrough, time.now);
  return done(input.id);
}

/** Somebody could go on, from a day and by a route; said anew when that changes. Until she leaves, her place is blocked. */
export async function recordReady(
  tx: Tx<Stays>,
  actor: Actor,
  input: Asked & { readonly readyOn: PlainDate; readonly route: OutflowRoute },
  { today }: DomainTime,
): Promise<Result<Done, DeedRefusal | { readonly code: 'ready-in-future' | 'ready-before-arrival' }>> {
  const held = await heldFor(tx, actor.organisationId, input, 'ready');
  if (!held.ok) return held;
  if (input.readyOn > today) return err({ code: 'ready-in-future' });
  if (input.readyOn < held.value.from) return err({ code: 'ready-before-arrival' });
  await recordMoment(tx, held.value, { readyOn: input.readyOn, outflowRoute: input.route });
  return done(input.id);
}

/** Somebody left: the nights after today are free, whoever placed hears it, and what was told of her is soon gone. */
export async function recordDeparture(
  tx: Tx<Stays | Message | DeadlineTables>,
  actor: Actor,
  input: Asked & { readonly departure: Departure },
  time: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldFor(tx, actor.organisationId, input, 'depart');
  if (!held.ok) return held;
  await freeNights(tx, actor.organisationId, [input.id], laterOf(held.value.from, nightOfNow(time)));
  await takeAddressBack(tx, held.value, time);
  await recordMoment(tx, held.value, { departedAt: time.now, departure: input.departure, dueAt: null });
  await keepPlacements(tx, actor.organisationId, [input.id], 'shelter-request-used', time.today);
  await keepGuestAfter(tx, held.value, time.today);
  await clearShelter(tx, held.value, 'gone', time.now);
  await tellPlacer(tx, held.value, NOTICES.departed, time.now);
  return done(input.id);
}

export type StayRefusal =
  | DeedRefusal
  | NightsRefusal
  | { readonly code: 'place-taken' | 'place-not-open' | 'not-longer' };

/** Somebody stays longer, in the same places: the nights that come are given now, or the shelter hears who has them. */
export async function extendStay(
  tx: Tx<Stays | DeadlineTables | 'shelter.place'>,
  actor: Actor,
  input: Asked & { readonly until: PlainDate },
  time: DomainTime,
): Promise<Result<Done, StayRefusal>> {
  const { organisationId: tenantId } = actor;
  const held = await heldFor(tx, tenantId, input, 'extend');
  if (!held.ok) return held;
  const { id, placeIds, until: before, arrivedAt } = held.value;
  if (input.until <= before) return err({ code: 'not-longer' });
  const nights = checkNights(before, input.until, before, daysBetween);
  if (!nights.ok) return nights;
  const places = await placesById(tx, tenantId, placeIds);
  if (!places.every((place) => isOpen(place, before, input.until))) return err({ code: 'place-not-open' });
  const given = placeIds.map((placeId) => ({ id: newId(), placeId, placementId: id }));
  if (!(await giveNights(tx, tenantId, given, before, input.until))) return err({ code: 'place-taken' });
  const dueAt = arrivedAt ? { dueAt: asksDeparture(input.until) } : {};
  await recordMoment(tx, held.value, { until: input.until, ...dueAt });
  await tellPlacer(tx, held.value, NOTICES.extended, time.now);
  return done(id);
}

/** From now on whoever placed can no longer read where the place is. */
export async function takeAddressBack(tx: Tx<'exchange.message'>, { addressMessageId }: Placement, time: DomainTime) {
  if (addressMessageId) await moveMessage(tx, { id: addressMessageId, action: 'withdraw' }, time);
}

export const laterOf = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other);

/** The stays that this organisation arranged, with any shelter; through the door `mandate`, as who holds. */
export async function readHeld(tx: Tx<'shelter.placement'>, actor: Actor, page: number) {
  return heldPlacements(tx, actor.organisationId, page);
}

/** One of them. */
export async function readHeldOne(
  tx: Tx<'shelter.placement'>,
  actor: Actor,
  id: string,
): Promise<Placement | undefined> {
  return heldPlacement(tx, actor.organisationId, id);
}

/** Under the mandate of the shelter, holds a stay of the actor's organisation. */
export async function heldUnderMandate(
  tx: Tx<Stays | 'organisations.mandate'>,
  actor: Actor,
  input: Asked & { readonly tenantId: string },
  action: PlacementAction,
): Promise<Result<Placement, DeedRefusal>> {
  if (!(await holdMandate(tx, input.tenantId, 'plaatsing'))) return err({ code: 'not-found' });
  const held = await heldFor(tx, input.tenantId, input, action);
  if (!held.ok) return held;
  return held.value.holderId === actor.organisationId ? held : err({ code: 'not-found' });
}

/** Somebody is on the way there: from now on nothing lapses. */
export async function setOut(
  tx: Tx<Stays | 'organisations.mandate' | DeadlineTables>,
  actor: Actor,
  input: Asked & { readonly tenantId: string },
  { now }: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldUnderMandate(tx, actor, input, 'set-out');
  if (!held.ok) return held;
  await recordMoment(tx, held.value, { underWayAt: now, dueAt: null });
  await atHome(tx, () => clearPlacer(tx, held.value, 'set-out', now));
  await goOnAsTenant(tx);
  await tellShelter(tx, held.value, NOTICES.underWay, now);
  return done(input.id);
}

/** It is no longer needed: the nights are free, and where the place is can no longer be read. */
export async function withdrawPlacement(
  tx: Tx<Stays | Message | 'organisations.mandate' | DeadlineTables>,
  actor: Actor,
  input: Asked & { readonly tenantId: string },
  time: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const held = await heldUnderMandate(tx, actor, input, 'withdraw');
  if (!held.ok) return held;
  await freeNights(tx, input.tenantId, [input.id], held.value.from);
  await recordMoment(tx, held.value, { withdrawnAt: time.now, dueAt: null });
  await atHome(tx, async () => {
    await takeGuestBack(tx, held.value, time);
    await clearPlacer(tx, held.value, 'withdrawn', time.now);
  });
  await goOnAsTenant(tx);
  await takeAddressBack(tx, held.value, time);
  await tellShelter(tx, held.value, NOTICES.withdrawn, time.now);
  return done(input.id);
}

/** Takes in where the place is, so that it can be read: the shelter sees that it was. */
export async function takeAddressIn(
  tx: Tx<'exchange.message'>,
  placement: Placement,
  time: DomainTime,
): Promise<Result<Done, DeedRefusal>> {
  const id = placement.addressMessageId;
  if (!id) return err({ code: 'not-found' });
  await moveMessage(tx, { id, action: 'deliver' }, time);
  const moved = await moveMessage(tx, { id, action: 'accept' }, time);
  return moved.ok ? done(placement.id) : err({ code: 'moved-on' });
}

/** Where the place is, for who placed there: undefined when it was not taken in yet, or can no longer be read. */
export async function readAddress(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  { actor, policy }: { readonly actor: Actor; readonly policy: Policy },
  placement: Placement,
): Promise<Result<Done & { readonly address: string | undefined }, NotThere>> {
  const facts = { isAccepted: placement.acceptedAt !== undefined };
  const asked = { who: actor.role, letter: 'R', dataClass: 'D6', purpose: 'VA-04', facts } as const;
  if (!policy.decide(asked).allowed) return err({ code: 'not-found' });
  const id = placement.addressMessageId;
  const bytes = id ? await readMessage(tx, actor.organisationId, 'in', id, 'nobody') : undefined;
  const said = bytes && (JSON.parse(bytes.toString('utf8')) as { readonly address?: unknown });
  const address = typeof said?.address === 'string' ? said.address : undefined;
  return ok({ subject: { kind: PLACEMENT_SUBJECT, id: placement.id }, address });
}
