import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import { type Asked, broken, type FreeFor, fitsIn, keptOut, match, type Offer } from '../domain/match.ts';
import type { Place } from '../domain/place.ts';
import { isRunning, type Placement } from '../domain/placement.ts';
import type { PlaceRequest, RequestContent } from '../domain/request.ts';
import { freeBetween } from '../persistence/free-place-query.ts';
import { placementsAround } from '../persistence/placement-store.ts';
import { markRequest, type OpenedRequest } from '../persistence/request-store.ts';
import { type Asking, heldRequest, type MovedOn, type NotThere, type RequestTables } from './reach-request.ts';
import { REQUEST_SUBJECT } from './shelter-names.ts';

type Published =
  | 'shelter.contact'
  | 'shelter.place'
  | 'shelter.night_slot'
  | 'shelter.capacity_check'
  | 'organisations.organisation';

/** What is known of a person's stays, and of the people with whom she may not live. */
export interface StaysAround {
  readonly stays: readonly Placement[];
  readonly apartPlaceIds: readonly string[];
  /** Requests behind the stays that are named by their own code. */
  readonly namedRequests: readonly string[];
  /** Which of these other requests have a place already, or wait for a yes. */
  readonly placed: ReadonlySet<string>;
}

/**
 * The stays that came of a request, and where the people are with whom somebody may not live, by their codes; in one look through the
 * door `mandate`, as who holds. A code that leads nowhere is left out.
 */
export async function readStaysAround(
  tx: Tx<'shelter.placement'>,
  holderId: string,
  requestId: string,
  apartFrom: readonly string[],
  apart: readonly { readonly id: string; readonly code: string }[],
  others: readonly string[] = [],
): Promise<StaysAround> {
  const apartIds = apart.map(({ id }) => id);
  const requestIds = [...new Set([requestId, ...apartIds, ...others])];
  const all = await placementsAround(tx, holderId, { codes: apartFrom, requestIds });
  const isApart = ({ code, requestId: of }: Placement) =>
    apartFrom.includes(code) || (of !== undefined && apartIds.includes(of));
  return {
    stays: all.filter((each) => each.requestId === requestId),
    apartPlaceIds: all.filter((each) => isApart(each) && isRunning(each)).flatMap(({ placeIds }) => placeIds),
    namedRequests: all.flatMap(({ code, requestId: of }) => (of !== undefined && apartFrom.includes(code) ? [of] : [])),
    placed: new Set(all.filter(isRunning).flatMap(({ requestId: of }) => of ?? [])),
  };
}

/** Which of these codes name no stay and no request of this organisation: a slip of the pen protects nobody. Through `mandate`. */
export async function unknownCodes(
  tx: Tx<'shelter.placement'>,
  holderId: string,
  codes: readonly string[],
  requests: readonly { readonly code: string }[],
): Promise<readonly string[]> {
  const stays = await placementsAround(tx, holderId, { codes, requestIds: [] });
  const known = new Set([...stays.map(({ code }) => code), ...requests.map(({ code }) => code)]);
  return codes.filter((code) => !known.has(code));
}

/** The nights that are left of what was asked: somebody who waited is not placed in a night that is over. */
export const nightsLeft = ({ from, until }: Pick<PlaceRequest, 'from' | 'until'>, night: PlainDate) => ({
  from: from < night ? night : from,
  until,
});

/** What is free for one request and fits, the best first; and when nothing fits, what keeps places out. */
export interface Found {
  /** For which nights: of what was asked, those that are left. */
  readonly nights: Pick<PlaceRequest, 'from' | 'until'>;
  readonly asked: Asked;
  readonly free: readonly FreeFor[];
  readonly offers: readonly Offer[];
  readonly keptOut: ReturnType<typeof keptOut>;
}

/** Looks for places for one person, from the night of now on; through the door `published`. */
export async function findPlaces(
  tx: Tx<Published>,
  request: PlaceRequest,
  content: Pick<RequestContent, 'needs'>,
  apartPlaceIds: readonly string[],
  night: PlainDate,
): Promise<Found> {
  const nights = nightsLeft(request, night);
  if (nights.from >= nights.until) {
    const asked = { needs: content.needs, types: request.types, apartUnits: new Set<string>() };
    return { asked, nights, free: [], offers: [], keptOut: [] };
  }
  const rows = await freeBetween(tx, request.types, nights.from, nights.until, apartPlaceIds);
  const apartUnits = new Set(rows.flatMap(({ isApart, place }) => (isApart ? [place.unitId] : [])));
  const asked = { needs: content.needs, types: request.types, apartUnits };
  const free = rows.map(
    (row): FreeFor => ({
      place: row.place,
      organisationName: row.organisationName,
      checkedAt: row.checkedAt ?? undefined,
      takenFrom: row.takenFrom ?? undefined,
      contact: row.contact,
    }),
  );
  const offers = match(asked, free);
  return { asked, nights, free, offers, keptOut: offers.length > 0 ? [] : keptOut(asked, free) };
}

/**
 * Which other open requests each of these places would suit too: their codes, by the alphabet, since no person goes before another
 * here. With whom they may not live is not asked again; a human looks at both.
 */
export function competingFor(
  { from, until }: Pick<PlaceRequest, 'from' | 'until'>,
  others: readonly OpenedRequest[],
  offers: readonly Pick<Offer, 'places'>[],
): readonly (readonly string[])[] {
  const rivals = others.filter(({ request }) => request.from < until && request.until > from);
  return offers.map(({ places }) =>
    rivals
      .filter(({ request: { types }, content: { needs } }) => {
        const asked = { needs, types, apartUnits: new Set<string>() };
        // of who brings adults along it may be one of several places; who comes without them must fit in this one
        const isRoomy = (place: Place) => needs.others.length > 0 || fitsIn([place], needs);
        return places.some((place) => broken(asked, place).length === 0 && isRoomy(place));
      })
      .map((other) => other.request.code)
      .toSorted(),
  );
}

/** Writes down that somebody looked and nothing met the conditions: the evidence of what is missing, without a screen of its own. */
export async function noteNothing(
  tx: Tx<RequestTables>,
  asking: Asking,
  input: { readonly code: string; readonly version: number },
  time: DomainTime,
): Promise<Result<Done, NotThere | MovedOn>> {
  const held = await heldRequest(tx, asking, input, time);
  if (!held.ok) return held;
  await markRequest(tx, asking.actor.organisationId, held.value.id, { nothingAt: time.now });
  return ok({ subject: { kind: REQUEST_SUBJECT, id: held.value.id } });
}

/** The stays that came of these requests; through the door `mandate`, as who holds. */
export const staysOf = (
  tx: Tx<'shelter.placement'>,
  holderId: string,
  requestIds: readonly string[],
): Promise<readonly Placement[]> => placementsAround(tx, holderId, { codes: [], requestIds });
