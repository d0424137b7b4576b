import { atHome, type DomainTime, type Done, type Tx } from '../../../platform/db/transact.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import { broken, type Condition, fitsIn } from '../domain/match.ts';
import { isRunning } from '../domain/placement.ts';
import { holdHouse } from '../persistence/night-store.ts';
import { placesById } from '../persistence/place-store.ts';
import { placementsAround, recordMoment } from '../persistence/placement-store.ts';
import { markRequest, type OpenedRequest } from '../persistence/request-store.ts';
import { type Asked, type DeedRefusal, done, heldUnderMandate, type Stays } from './placements.ts';
import type { Asking } from './requests.ts';
import { heldRequest, isGroundGone, type RequestTables } from './requests.ts';
import { type Apart, isAmong } from './reserve.ts';

export type TieRefusal =
  | DeedRefusal
  | { readonly code: 'consent-withdrawn' | 'placed-before' | 'kept-apart' }
  | { readonly code: 'place-does-not-fit'; readonly conditions: readonly Condition[] };

/**
 * Says for which request a place was found on the telephone, and so on what ground somebody is placed there; under the mandate of the
 * shelter. It is looked at as any other: nobody with whom she may not live is there, she has no other place, and what she must have it
 * gives, unless whoever placed says that this was seen.
 */
export async function tieRequest(
  tx: Tx<RequestTables | Stays | 'organisations.mandate' | 'shelter.place'>,
  asking: Asking,
  input: Asked & {
    readonly tenantId: string;
    readonly asked: OpenedRequest;
    readonly apart: Apart;
    readonly isSeen: boolean;
  },
  time: DomainTime,
): Promise<Result<Done, TieRefusal>> {
  const { actor } = asking;
  const { tenantId, asked, apart } = input;
  const held = await heldUnderMandate(tx, actor, input, 'tie-request');
  if (!held.ok) return held;
  const placement = held.value;
  const sought = await atHome(tx, async () => {
    const { code, version } = asked.request;
    const request = await heldRequest(tx, asking, { code, version }, time);
    if (request.ok && (await isGroundGone(tx, actor.organisationId, request.value, time)))
      return err({ code: 'consent-withdrawn' } as const);
    return request;
  });
  if (!sought.ok) return sought;
  const requestId = sought.value.id;
  const around = await placementsAround(tx, actor.organisationId, { codes: [], requestIds: [requestId] });
  if (around.some(isRunning)) return err({ code: 'placed-before' });
  const places = await placesById(tx, tenantId, placement.placeIds);
  const [place] = places;
  if (place && isRunning(placement)) {
    await holdHouse(tx, tenantId, place.unitId);
    if (await isAmong(tx, actor.organisationId, place, apart)) return err({ code: 'kept-apart' });
  }
  const { needs } = asked.content;
  const conditions = new Set(
    places.flatMap((each) => broken({ needs, types: asked.request.types, apartUnits: new Set() }, each)),
  );
  if (!fitsIn(places, needs)) conditions.add('children');
  if (conditions.size > 0 && !input.isSeen) return err({ code: 'place-does-not-fit', conditions: [...conditions] });
  await recordMoment(tx, placement, { requestId });
  await atHome(tx, () => markRequest(tx, actor.organisationId, requestId, { isChosen: true }));
  return done(placement.id);
}
