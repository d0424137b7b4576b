import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { newId, newRandomBytes } from '../../../platform/ids/uuid.ts';
import { type Colleague, colleaguesOf, LAST_RESORT } from '../../../platform/members/members.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import { addDays, daysBetween, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { registrationCode } from '../../registration/index.ts';
import { isOpen, type Place, STALE_AFTER_DAYS } from '../domain/place.ts';
import { checkNights, LONGEST_NIGHTS, type NightsRefusal, type Placement } from '../domain/placement.ts';
import { freeNights, type GivenNight, giveNights, nightsOf } from '../persistence/night-store.ts';
import { lastCheck, noteChanges, noteCheck } from '../persistence/place-history-store.ts';
import { placesOf } from '../persistence/place-store.ts';
import { insertPlacements, markDeparted, runningPlacements } from '../persistence/placement-store.ts';
import { type Unit, unitsOf } from '../persistence/unit-store.ts';
import { keepPlacements } from './keep-placement.ts';
import { asksDeparture, nightOfNow } from './night-of-now.ts';
import { CAPACITY_SUBJECT, OWN_PATH } from './shelter-names.ts';

/** The word of a shelter about its places is old. */
export const CAPACITY_STALE = 'shelter.capacity-stale';

export type CheckTables = 'shelter.capacity_check' | DeadlineTables;
type Register = 'shelter.unit' | 'shelter.place' | 'shelter.capacity_check';
type Stays = 'shelter.placement' | 'shelter.night_slot' | 'shelter.booking' | KeepTables;

/** The organisation says now that what stands here is so; when that grows old, whoever said it is asked again, and a colleague after her. */
export async function sayItIsSo(
  tx: Tx<CheckTables>,
  { organisationId, membershipId }: Actor,
  time: DomainTime,
): Promise<void> {
  await noteCheck(tx, organisationId, time.now);
  const subject = { kind: CAPACITY_SUBJECT, id: organisationId };
  await completeDeadlines(tx, organisationId, subject, time.now);
  const workers = await colleaguesOf(tx, organisationId, time.today, ['opvang', ...LAST_RESORT]);
  // a system has no membership, and reads no notice: somebody who works there is asked instead of it
  const asked = workers.find((each) => each.membershipId === membershipId) ?? firstInTurn(workers);
  if (!asked) return;
  const second = workers.find((each) => each.role === 'opvang' && each.personId !== asked.personId);
  await setDeadline(
    tx,
    {
      tenantId: organisationId,
      kind: CAPACITY_STALE,
      subject,
      path: OWN_PATH,
      parameters: {},
      dueOn: addDays(time.today, STALE_AFTER_DAYS),
      assigneeId: asked.membershipId,
      substituteId: second?.membershipId,
      alarmDaysAhead: [0],
    },
    time,
  );
}

/** Who works in the shelter comes before whom work falls to when nobody else is left. */
function firstInTurn(colleagues: readonly Colleague[]): Colleague | undefined {
  return colleagues.find(({ role }) => role === 'opvang') ?? colleagues[0];
}

/** A place of the own organisation as it stands tonight. */
export interface OwnPlace {
  readonly place: Place;
  /** Who sleeps there tonight: a stay that the shelter entered itself, or one through In Beeld. */
  readonly stay: Placement | undefined;
}

export interface OwnPlaces {
  readonly units: readonly Unit[];
  readonly places: readonly OwnPlace[];
  readonly placements: readonly Placement[];
  readonly checkedAt: Date | undefined;
}

/** All places of the own organisation, and what goes on there on a night. */
export async function readOwnPlaces(
  tx: Tx<Register | 'shelter.placement' | 'shelter.night_slot'>,
  actor: Actor,
  night: PlainDate,
): Promise<OwnPlaces> {
  const { organisationId: tenantId } = actor;
  const [units, places] = [await unitsOf(tx, tenantId), await placesOf(tx, tenantId)];
  const placements = await runningPlacements(tx, tenantId);
  const tonight = await nightsOf(tx, tenantId, night, addDays(night, 1));
  const stayIn = new Map(tonight.map(({ placeId, placementId }) => [placeId, placementId]));
  return {
    units,
    places: places.map((place) => ({
      place,
      stay: placements.find(({ id }) => id === stayIn.get(place.id)),
    })),
    placements,
    checkedAt: await lastCheck(tx, tenantId),
  };
}

/** Says with one press that nothing changed. */
export async function confirmUnchanged(
  tx: Tx<CheckTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<Done, never>> {
  await sayItIsSo(tx, actor, time);
  return ok({ subject: { kind: CAPACITY_SUBJECT, id: actor.organisationId } });
}

export type StandRefusal = NightsRefusal | { readonly code: 'place-taken' | 'place-not-open' | 'not-found' };

/**
 * Writes down in one go which places are taken by people who came by another way, and which of those are free again. What stood on
 * the page counts, so that a colleague who was quicker is not undone. Says at the same time that all of it is so.
 */
export async function recordStand(
  tx: Tx<Register | 'shelter.place_change' | Stays | CheckTables>,
  actor: Actor,
  input: {
    readonly taken: readonly string[];
    /** What the page showed as taken by the shelter itself. */
    readonly seen: readonly string[];
    /** The day on which the newly taken ones are expected to be free; undefined when nobody knows. */
    readonly freeOn: PlainDate | undefined;
  },
  time: DomainTime,
): Promise<Result<Done, StandRefusal>> {
  const { organisationId: tenantId, personName } = actor;
  const tonight = nightOfNow(time);
  const { places } = await readOwnPlaces(tx, actor, tonight);
  const known = new Map(places.map((each) => [each.place.id, each]));
  const begins = input.taken.filter((id) => !input.seen.includes(id));
  const ends = input.seen.filter((id) => !input.taken.includes(id));
  if ([...begins, ...ends].some((id) => !known.has(id))) return err({ code: 'not-found' });
  const freed = ends.flatMap((id) => {
    const stay = known.get(id)!.stay;
    return stay?.via === 'own' ? [stay] : [];
  });
  await endOwnStays(tx, tenantId, freed, time);
  if (begins.length > 0) {
    const until = input.freeOn ?? addDays(tonight, LONGEST_NIGHTS);
    const checked = checkNights(tonight, until, time.today, daysBetween);
    if (!checked.ok) return checked;
    const taken = await beginOwnStays(tx, actor, begins, checked.value, known, time);
    if (!taken.ok) return taken;
  }
  await noteChanges(
    tx,
    tenantId,
    [
      ...begins.map((placeId) => ({ id: newId(), placeId, kind: 'taken' }) as const),
      ...ends.map((placeId) => ({ id: newId(), placeId, kind: 'freed' }) as const),
    ],
    { personName, at: time.now },
  );
  await sayItIsSo(tx, actor, time);
  return ok({ subject: { kind: CAPACITY_SUBJECT, id: tenantId } });
}

async function endOwnStays(
  tx: Tx<Stays>,
  tenantId: string,
  stays: readonly Placement[],
  time: DomainTime,
): Promise<void> {
  const ids = stays.map(({ id }) => id);
  await freeNights(tx, tenantId, ids, nightOfNow(time));
  await markDeparted(tx, tenantId, ids, { at: time.now, departure: 'other' });
  await keepPlacements(tx, tenantId, ids, 'shelter-request-used', time.today);
}

async function beginOwnStays(
  tx: Tx<Stays>,
  actor: Actor,
  placeIds: readonly string[],
  nights: { readonly from: PlainDate; readonly until: PlainDate },
  known: ReadonlyMap<string, OwnPlace>,
  { now, today }: DomainTime,
): Promise<Result<undefined, StandRefusal>> {
  const { organisationId: tenantId } = actor;
  if (placeIds.some((id) => !isOpen(known.get(id)!.place, nights.from, addDays(nights.from, 1))))
    return err({ code: 'place-not-open' });
  const given = placeIds.map((placeId) => ({ id: newId(), placeId, placementId: newId() }));
  await insertPlacements(
    tx,
    given.map(({ placeId, placementId }) => ({
      id: placementId,
      tenantId,
      code: registrationCode(newRandomBytes(8)),
      via: 'own',
      holderId: tenantId,
      holderName: actor.organisationName,
      placeIds: [placeId],
      requestId: undefined,
      ...nights,
      reservedAt: now,
      reservedByName: actor.personName,
      phoneConfirmedBy: undefined,
      promisedOn: undefined,
      optionUntil: undefined,
      acceptedAt: now,
      acceptedByName: actor.personName,
      arrivedAt: now,
      dueAt: asksDeparture(nights.until),
    })),
  );
  const ids = given.map(({ placementId }) => placementId);
  await keepPlacements(tx, tenantId, ids, 'shelter-request-used', today);
  return (await giveNights(tx, tenantId, given, nights.from, nights.until))
    ? ok(undefined)
    : err({ code: 'place-taken' });
}

/** So many nights stand on one page. */
export const CALENDAR_NIGHTS = 14;

/** The places of the own organisation and who has them, a fortnight from a day on. */
export async function readCalendar(
  tx: Tx<Register | 'shelter.placement' | 'shelter.night_slot'>,
  actor: Actor,
  from: PlainDate,
): Promise<{
  readonly units: readonly Unit[];
  readonly places: readonly Place[];
  readonly given: readonly GivenNight[];
}> {
  const { organisationId: tenantId } = actor;
  return {
    units: await unitsOf(tx, tenantId),
    places: await placesOf(tx, tenantId),
    given: await nightsOf(tx, tenantId, from, addDays(from, CALENDAR_NIGHTS)),
  };
}
