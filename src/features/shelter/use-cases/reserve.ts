import { atHome, type DomainTime, type Done, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { newId, newRandomBytes } from '../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import { daysBetween, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { holdMandate } from '../../organisations/index.ts';
import { registrationCode } from '../../registration/index.ts';
import { isOpen as isOpenFor, isPlacedByCoMensha, type Place } from '../domain/place.ts';
import {
  checkNights,
  isRunning,
  LATE_ENTRY_DAYS,
  type NightsRefusal,
  optionEnds,
  warnsAt,
} from '../domain/placement.ts';
import { giveNights, holdHouse, isGiven } from '../persistence/night-store.ts';
import { placesById } from '../persistence/place-store.ts';
import { insertPlacements, placementsAround } from '../persistence/placement-store.ts';
import { holdOpenRequest } from '../persistence/request-store.ts';
import { keepPlacements } from './keep-placement.ts';
import { NOTICES, tellShelter } from './notices.ts';
import { PLACEMENT_SUBJECT } from './shelter-names.ts';

export type ReserveTables =
  | 'organisations.mandate'
  | 'shelter.place'
  | 'shelter.placement'
  | 'shelter.night_slot'
  | 'shelter.booking'
  | 'shelter.request'
  | DeadlineTables
  | KeepTables;

export type ReserveRefusal =
  | NightsRefusal
  | {
      readonly code:
        | 'not-found'
        | 'gate-closed'
        | 'no-mandate'
        | 'no-authority'
        | 'promise-day'
        | 'place-taken'
        | 'kept-apart'
        | 'placed-before'
        | 'request-closed'
        | 'place-not-open'
        | 'not-one-house';
    };

/** Those with whom somebody may not live: by their codes, and by their requests at the organisation that places. */
export interface Apart {
  readonly codes: readonly string[];
  readonly requestIds: readonly string[];
}

/** A place that is asked, for some nights: as an option, or found on the telephone. */
export interface Reservation {
  readonly tenantId: string;
  /** More than one for a family: all in one house. */
  readonly placeIds: readonly string[];
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly hours: number;
  /** Who said yes at the shelter, when it was on the telephone. */
  readonly phoneConfirmedBy: string | undefined;
  /** On which day that was; undefined when it is now. */
  readonly promisedOn?: PlainDate | undefined;
  readonly requestId: string | undefined;
  /** With whom she may not live, when it is for a request. */
  readonly apart?: Apart | undefined;
  /** Under which id, when that was written down before; undefined makes one. */
  readonly id?: string | undefined;
}

/**
 * Reserves places of a shelter, in a transaction of the door `mandate`: it runs as the shelter, under the mandate to place that it
 * gave. The database decides who is first, night by night; whoever is second hears it and has changed nothing. `isOpen` asks whether
 * this part is on in the house of whoever places, which is asked there: a place that is not there stays unknown also when it is off.
 */
export async function reserve(
  tx: Tx<ReserveTables>,
  actor: Actor,
  input: Reservation,
  time: DomainTime,
  isOpen: () => Promise<boolean>,
): Promise<Result<Done & { readonly code: string }, ReserveRefusal>> {
  const { tenantId, placeIds } = input;
  const { requestId } = input;
  const home = await atHome(tx, async () => ({
    isOpen: await isOpen(),
    // held until the end: of two who choose for one request at one moment the second waits here
    isSought: requestId === undefined || (await holdOpenRequest(tx, actor.organisationId, requestId)),
  }));
  if (!home.isOpen) return err({ code: 'gate-closed' });
  if (!home.isSought) return err({ code: 'request-closed' });
  if (!(await holdMandate(tx, tenantId, 'plaatsing'))) return err({ code: 'no-mandate' });
  const isByPhone = input.phoneConfirmedBy !== undefined;
  const back = isByPhone ? LATE_ENTRY_DAYS : undefined;
  const nights = checkNights(input.from, input.until, time.today, daysBetween, back);
  if (!nights.ok) return nights;
  const promisedOn = isByPhone ? (input.promisedOn ?? time.today) : undefined;
  if (promisedOn && !isLateEntry(promisedOn, time.today)) return err({ code: 'promise-day' });
  const asked = await placesById(tx, tenantId, placeIds);
  const may = mayPlace(asked, placeIds.length);
  if (!may.ok) return may;
  // most of those who come second are told here, and wait for nobody
  if (await isGiven(tx, tenantId, placeIds, input.from, input.until)) return err({ code: 'place-taken' });
  if (requestId) {
    const around = await placementsAround(tx, actor.organisationId, { codes: [], requestIds: [requestId] });
    if (around.some(isRunning)) return err({ code: 'placed-before' });
    // held before it is asked, since two who may not meet can be chosen for at one moment
    await holdHouse(tx, tenantId, asked[0]!.unitId);
    if (input.apart && (await isAmong(tx, actor.organisationId, asked[0]!, input.apart)))
      return err({ code: 'kept-apart' });
  }
  const id = input.id ?? newId();
  const code = registrationCode(newRandomBytes(8));
  const optionUntil = optionEnds(time.now, input.hours);
  await insertPlacements(tx, [
    {
      id,
      tenantId,
      code,
      via: isByPhone ? 'phone' : 'option',
      holderId: actor.organisationId,
      holderName: actor.organisationName,
      placeIds,
      requestId: input.requestId,
      from: input.from,
      until: input.until,
      reservedAt: time.now,
      reservedByName: actor.personName,
      phoneConfirmedBy: input.phoneConfirmedBy,
      promisedOn,
      optionUntil,
      acceptedAt: undefined,
      acceptedByName: undefined,
      arrivedAt: undefined,
      dueAt: warnsAt(time.now, optionUntil),
    },
  ]);
  const given = placeIds.map((placeId) => ({ id: newId(), placeId, placementId: id }));
  if (!(await giveNights(tx, tenantId, given, input.from, input.until))) return err({ code: 'place-taken' });
  // asked again now that the nights are ours: whoever closed the place meanwhile was waited for
  const places = await placesById(tx, tenantId, placeIds);
  if (!places.every((place) => isOpenFor(place, input.from, input.until))) return err({ code: 'place-not-open' });
  await goOnAsTenant(tx);
  await keepPlacements(tx, tenantId, [id], 'shelter-request-unused', time.today);
  await tellShelter(tx, { tenantId, id }, isByPhone ? NOTICES.phoned : NOTICES.asked, time.now);
  return ok({ subject: { kind: PLACEMENT_SUBJECT, id }, code });
}

/** Whether one of these people lives in this house, or is about to. */
export async function isAmong(
  tx: Tx<'shelter.place' | 'shelter.placement'>,
  holderId: string,
  { tenantId, unitId }: Place,
  apart: Apart,
): Promise<boolean> {
  const stays = await placementsAround(tx, holderId, apart);
  const placeIds = stays
    .filter((stay) => stay.tenantId === tenantId && isRunning(stay))
    .flatMap((stay) => stay.placeIds);
  const places = await placesById(tx, tenantId, placeIds);
  return places.some((place) => place.unitId === unitId);
}

/** Whether a promise of that day can still be written down. */
function isLateEntry(promisedOn: PlainDate, today: PlainDate): boolean {
  const ago = daysBetween(promisedOn, today);
  return ago >= 0 && ago <= LATE_ENTRY_DAYS;
}

function mayPlace(places: readonly Place[], asked: number): Result<undefined, ReserveRefusal> {
  if (places.length === 0 || places.length !== asked) return err({ code: 'not-found' });
  if (new Set(places.map(({ unitId }) => unitId)).size > 1) return err({ code: 'not-one-house' });
  return places.every(({ type }) => isPlacedByCoMensha(type)) ? ok(undefined) : err({ code: 'no-authority' });
}
