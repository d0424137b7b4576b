import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { freeze } from '../domain/decision.ts';
import type { Offer } from '../domain/match.ts';
import { isPlacedByCoMensha } from '../domain/place.ts';
import { markRefused, placementOfForm } from '../persistence/decision-store.ts';
import { markRequest, type OpenedRequest } from '../persistence/request-store.ts';
import { competingFor, type Found } from './find-place.ts';
import { freezeDecision } from './freeze-decision.ts';
import {
  type Asking,
  heldRequest,
  isGroundGone,
  type MovedOn,
  type NotThere,
  type RequestTables,
  readAllowed,
} from './reach-request.ts';
import { DECISION_SUBJECT, REQUEST_SUBJECT } from './shelter-names.ts';

/** What is said when a place is chosen: which, and why when another wants it too. */
export interface Choice {
  readonly code: string;
  readonly requestId: string;
  readonly version: number;
  readonly placeId: string;
  readonly reason: string;
  readonly formKey: string;
}

export type ChooseRefusal =
  | NotThere
  | MovedOn
  | { readonly code: 'place-does-not-fit' | 'no-authority' | 'consent-withdrawn' | 'reason-missing' };

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
  found: Found & { readonly rivals: readonly OpenedRequest[] },
  time: DomainTime,
): Promise<Result<Done & { readonly placementId: string; readonly offer: Offer }, ChooseRefusal>> {
  const tenantId = asking.actor.organisationId;
  const held = await heldRequest(tx, asking, input, time);
  if (!held.ok && held.error.code === 'not-found') return held;
  // the same form, sent twice at once: it is what moved the request on, and leads to one stay
  const before = await placementOfForm(tx, tenantId, input.requestId, input.formKey);
  const index = found.offers.findIndex(({ places }) => places.some(({ id }) => id === input.placeId));
  const offer = found.offers[index];
  if (before !== undefined && offer)
    return ok({ subject: { kind: REQUEST_SUBJECT, id: input.requestId }, placementId: before, offer });
  if (!held.ok) return held;
  const request = held.value;
  if (await isGroundGone(tx, tenantId, request, time)) return err({ code: 'consent-withdrawn' });
  if (!offer) return err({ code: 'place-does-not-fit' });
  if (!offer.places.every(({ type }) => isPlacedByCoMensha(type))) return err({ code: 'no-authority' });
  const [competing = []] = competingFor(found.nights, found.rivals, [offer]);
  if (competing.length > 0 && input.reason.length < REASON_LENGTH) return err({ code: 'reason-missing' });
  const placementId = newId();
  const id = await freezeDecision(tx, asking, { request, placementId, formKey: input.formKey }, found, time, {
    from: found.nights.from,
    until: found.nights.until,
    chosen: freeze(offer),
    rank: index + 1,
    competing,
    reason: input.reason,
  });
  await markRequest(tx, tenantId, request.id, { isChosen: true });
  return ok({ subject: { kind: DECISION_SUBJECT, id }, placementId, offer });
}

/** The stay that a form led to before, when it was sent twice. */
export async function stayOfForm(
  tx: Tx<'shelter.decision'>,
  actor: Actor,
  requestId: string,
  formKey: string,
): Promise<string | undefined> {
  return placementOfForm(tx, actor.organisationId, requestId, formKey);
}

/** Writes down why a choice came to nothing: so that the evidence a year later says what happened, and nothing else. */
export async function noteRefused(
  tx: Tx<RequestTables>,
  asking: Asking,
  input: { readonly code: string; readonly placementId: string; readonly refused: string },
  time: DomainTime,
): Promise<Result<Done, NotThere>> {
  const opened = await readAllowed(tx, asking, input.code, time);
  if (!opened.ok) return opened;
  const { placementId, refused } = input;
  await markRefused(tx, asking.actor.organisationId, { requestId: opened.value.id, placementId }, refused);
  return ok({ subject: { kind: REQUEST_SUBJECT, id: opened.value.id } });
}
