import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type DecisionFacts, freeze, KEPT_OFFERS } from '../domain/decision.ts';
import {
  type Asked,
  broken,
  type FreeFor,
  fitsIn,
  keptOut,
  match,
  type Offer,
  RULES_VERSION,
} from '../domain/match.ts';
import type { Place } from '../domain/place.ts';
import { isRunning, type Placement } from '../domain/placement.ts';
import type { PlaceRequest, RequestContent } from '../domain/request.ts';
import { routeFor } from '../domain/rights.ts';
import { type Decision, insertDecision } from '../persistence/decision-store.ts';
import { freeBetween } from '../persistence/place-store.ts';
import { placementsAround } from '../persistence/placement-store.ts';
import { markRequest, type OpenedRequest, openRequests } from '../persistence/request-store.ts';
import {
  type Asking,
  heldRequest,
  isGroundGone,
  type MovedOn,
  type NotThere,
  OPEN_AT_ONCE,
  type RequestTables,
} from './requests.ts';
import { DECISION_SUBJECT } from './shelter-names.ts';
import { rightsWithEdition } from './shelter-rights.ts';

type Published = 'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation';

/** What is known of a person's stays, and of the people with whom she may not live. */
export interface StaysAround {
  readonly stays: readonly Placement[];
  readonly apartPlaceIds: readonly string[];
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
): Promise<StaysAround> {
  const apartIds = apart.map(({ id }) => id);
  const all = await placementsAround(tx, holderId, { codes: apartFrom, requestIds: [requestId, ...apartIds] });
  const isApart = ({ code, requestId: of }: Placement) =>
    apartFrom.includes(code) || (of !== undefined && apartIds.includes(of));
  return {
    stays: all.filter((each) => each.requestId === requestId),
    apartPlaceIds: all.filter((each) => isApart(each) && isRunning(each)).flatMap(({ placeIds }) => placeIds),
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

/** What is free for one request and fits, the best first; and when nothing fits, what keeps places out. */
export interface Found {
  readonly asked: Asked;
  readonly free: readonly FreeFor[];
  readonly offers: readonly Offer[];
  readonly keptOut: ReturnType<typeof keptOut>;
}

/** Looks for places for one person; through the door `published`. */
export async function findPlaces(
  tx: Tx<Published>,
  request: PlaceRequest,
  content: Pick<RequestContent, 'needs'>,
  apartPlaceIds: readonly string[],
): Promise<Found> {
  const rows = await freeBetween(tx, request.types, request.from, request.until, apartPlaceIds);
  const apartUnits = new Set(rows.flatMap(({ isApart, place }) => (isApart ? [place.unitId] : [])));
  const asked = { needs: content.needs, types: request.types, apartUnits };
  const free = rows.map(
    (row): FreeFor => ({
      place: row.place,
      organisationName: row.organisationName,
      checkedAt: row.checkedAt ?? undefined,
      takenFrom: row.takenFrom ?? undefined,
    }),
  );
  const offers = match(asked, free);
  return { asked, free, offers, keptOut: offers.length > 0 ? [] : keptOut(asked, free) };
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

/** What is said when a place is chosen: which, and why when another wants it too. */
export interface Choice {
  readonly code: string;
  readonly version: number;
  readonly placeId: string;
  readonly reason: string;
  readonly formKey: string;
}

export type ChooseRefusal =
  | NotThere
  | MovedOn
  | { readonly code: 'place-does-not-fit' | 'consent-withdrawn' | 'reason-missing' };

/** So much at least says why. */
export const REASON_LENGTH = 20;

/**
 * Chooses a place for a request: looks anew whether it fits, asks why when another open request would have it too, and freezes the
 * rules and everything that was known. The reservation follows (`reserve`); when somebody was quicker, the decision says so by itself.
 */
export async function choosePlace(
  tx: Tx<RequestTables>,
  asking: Asking,
  input: Choice,
  found: Found,
  time: DomainTime,
): Promise<Result<Done & { readonly placementId: string; readonly offer: Offer }, ChooseRefusal>> {
  const tenantId = asking.actor.organisationId;
  const held = await heldRequest(tx, asking, input, time);
  if (!held.ok) return held;
  const request = held.value;
  if (await isGroundGone(tx, tenantId, request, time)) return err({ code: 'consent-withdrawn' });
  const index = found.offers.findIndex(({ places }) => places.some(({ id }) => id === input.placeId));
  const offer = found.offers[index];
  if (!offer) return err({ code: 'place-does-not-fit' });
  const others = await openRequests(tx, tenantId, { openUntil: OPEN_AT_ONCE, andId: request.id });
  const rivals = others.filter((other) => other.request.id !== request.id && !other.request.closedAt);
  const [competing = []] = competingFor(request, rivals, [offer]);
  if (competing.length > 0 && input.reason.length < REASON_LENGTH) return err({ code: 'reason-missing' });
  const { edition, id: rightsEdition } = await rightsWithEdition(tx, time.today);
  const { needs } = found.asked;
  const facts: DecisionFacts = {
    needs,
    from: request.from,
    until: request.until,
    right: routeFor(edition, needs.position).say,
    chosen: freeze(offer),
    rank: index + 1,
    others: found.offers
      .filter((each) => each !== offer)
      .slice(0, KEPT_OFFERS)
      .map(freeze),
    offered: found.offers.length,
    keptOut: found.keptOut,
    competing,
    reason: input.reason,
  };
  const id = newId();
  const decision: Decision = {
    id,
    dossierId: request.dossierId,
    requestId: request.id,
    placementId: newId(),
    formKey: input.formKey,
    rulesVersion: RULES_VERSION,
    rightsEdition,
    decidedAt: time.now,
    decidedByName: asking.actor.personName,
  };
  const placementId = await insertDecision(tx, tenantId, decision, facts);
  return ok({ subject: { kind: DECISION_SUBJECT, id }, placementId, offer });
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
  return ok({ subject: { kind: 'shelter.request', id: held.value.id } });
}

/** The stays that came of these requests; through the door `mandate`, as who holds. */
export const staysOf = (
  tx: Tx<'shelter.placement'>,
  holderId: string,
  requestIds: readonly string[],
): Promise<readonly Placement[]> => placementsAround(tx, holderId, { codes: [], requestIds });
