import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { freeze } from '../domain/decision.ts';
import { brokenBy, type Condition, type FreeFor, offerOf } from '../domain/match.ts';
import type { Placement } from '../domain/placement.ts';
import { markRefused, placementOfForm } from '../persistence/decision-store.ts';
import { publishedPlaces } from '../persistence/free-place-query.ts';
import type { OpenedRequest } from '../persistence/request-store.ts';
import { REASON_LENGTH } from './choose-place.ts';
import { competingFor, type Found } from './find-place.ts';
import { freezeDecision } from './freeze-decision.ts';
import {
  type Asking,
  heldRequest,
  isGroundGone,
  type MovedOn,
  type NotThere,
  type RequestTables,
} from './reach-request.ts';
import { DECISION_SUBJECT } from './shelter-names.ts';

/** The places of a stay as its shelter publishes them; through the door `published`. */
export async function readHeldPlaces(
  tx: Tx<'shelter.place' | 'shelter.capacity_check' | 'organisations.organisation'>,
  { placeIds }: Placement,
): Promise<readonly FreeFor[]> {
  const places = await publishedPlaces(tx, placeIds);
  return places.map((each) => ({ ...each, checkedAt: each.checkedAt ?? undefined, takenFrom: undefined }));
}

export interface TieChoice {
  readonly code: string;
  readonly version: number;
  readonly formKey: string;
  /** Whoever places saw what the place does not give. */
  readonly isSeen: boolean;
  readonly reason: string;
}

/** What whoever places has to think about first. */
export interface ToWeigh {
  readonly conditions: readonly Condition[];
  readonly competing: readonly string[];
}

export type FreezeTieRefusal =
  | NotThere
  | MovedOn
  | { readonly code: 'consent-withdrawn' }
  | ({ readonly code: 'place-does-not-fit' | 'reason-missing' } & ToWeigh);

/**
 * Freezes why a place that is held already is for this request: what the person needs, what the place gives and does not, and what else
 * was free by then. A condition that it breaks, and another request that it suits too, are said first, and a human writes why. In the
 * own house, whose key seals it; the tie itself follows (`tieRequest`).
 */
export async function freezeTie(
  tx: Tx<RequestTables>,
  asking: Asking,
  input: TieChoice,
  found: Found & { readonly rivals: readonly OpenedRequest[] },
  held: { readonly placement: Placement; readonly places: readonly FreeFor[] },
  time: DomainTime,
): Promise<Result<Done, FreezeTieRefusal>> {
  const tenantId = asking.actor.organisationId;
  const sought = await heldRequest(tx, asking, input, time);
  if (!sought.ok) return sought;
  const request = sought.value;
  if (await isGroundGone(tx, tenantId, request, time)) return err({ code: 'consent-withdrawn' });
  const { placement } = held;
  const of = { requestId: request.id, placementId: placement.id };
  if ((await placementOfForm(tx, tenantId, request.id, input.formKey)) !== undefined)
    return ok({ subject: { kind: DECISION_SUBJECT, id: request.id } });
  const offer = offerOf(found.asked.needs, held.places);
  const conditions = brokenBy({ ...found.asked, apartUnits: new Set() }, offer.places);
  const [competing = []] = competingFor(placement, found.rivals, [offer]);
  if (conditions.length > 0 && !input.isSeen) return err({ code: 'place-does-not-fit', conditions, competing });
  if (conditions.length + competing.length > 0 && input.reason.length < REASON_LENGTH)
    return err({ code: 'reason-missing', conditions, competing });
  // an earlier try that never came to the tie
  await markRefused(tx, tenantId, of, 'begun-anew');
  const id = await freezeDecision(
    tx,
    asking,
    { request, placementId: placement.id, formKey: input.formKey },
    found,
    time,
    {
      from: placement.from,
      until: placement.until,
      chosen: freeze(offer),
      rank: undefined,
      heldBefore: {
        via: placement.via === 'phone' ? 'phone' : 'option',
        reservedAt: placement.reservedAt.toISOString(),
        promisedOn: placement.promisedOn,
      },
      accepted: conditions,
      competing,
      reason: input.reason,
    },
  );
  return ok({ subject: { kind: DECISION_SUBJECT, id } });
}
