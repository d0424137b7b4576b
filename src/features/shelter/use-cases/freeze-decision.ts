import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type DecisionFacts, freeze, KEPT_OFFERS } from '../domain/decision.ts';
import { RULES_VERSION } from '../domain/match.ts';
import type { PlaceRequest } from '../domain/request.ts';
import { routeFor } from '../domain/rights.ts';
import { insertDecision } from '../persistence/decision-store.ts';
import type { Found } from './find-place.ts';
import type { Asking, RequestTables } from './reach-request.ts';
import { rightsWithEdition } from './shelter-rights.ts';

/** What only whoever decides knows; the rest follows from what was found. */
type Decided = Pick<
  DecisionFacts,
  'from' | 'until' | 'chosen' | 'rank' | 'heldBefore' | 'accepted' | 'competing' | 'reason'
>;

/** Freezes why a place is for a request, with the rules and everything that was found at that moment. @returns the id of the decision */
export async function freezeDecision(
  tx: Tx<RequestTables>,
  { actor }: Asking,
  of: { readonly request: PlaceRequest; readonly placementId: string; readonly formKey: string },
  { asked: { needs }, offers, keptOut }: Found,
  time: DomainTime,
  decided: Decided,
): Promise<string> {
  const { request, placementId, formKey } = of;
  const { edition, id: rightsEdition } = await rightsWithEdition(tx, time.today);
  const chosen = new Set(decided.chosen.placeIds);
  const facts: DecisionFacts = {
    needs,
    right: routeFor(edition, needs.position).say,
    others: offers
      .filter(({ places }) => !places.some((place) => chosen.has(place.id)))
      .slice(0, KEPT_OFFERS)
      .map(freeze),
    offered: offers.length,
    keptOut,
    ...decided,
  };
  const id = newId();
  await insertDecision(
    tx,
    actor.organisationId,
    {
      id,
      dossierId: request.dossierId,
      requestId: request.id,
      placementId,
      formKey,
      rulesVersion: RULES_VERSION,
      rightsEdition,
      decidedAt: time.now,
      decidedByName: actor.personName,
    },
    facts,
  );
  return id;
}
