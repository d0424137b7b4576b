import { atHome, type DomainTime, type Done, type Tx } from '../../../platform/db/transact.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import { isRunning } from '../domain/placement.ts';
import { holdHouse } from '../persistence/night-store.ts';
import { placesById } from '../persistence/place-store.ts';
import { placementsAround, recordMoment } from '../persistence/placement-store.ts';
import { markRequest } from '../persistence/request-store.ts';
import { type Asked, type DeedRefusal, done, heldUnderMandate, type Stays } from './placements.ts';
import { type Asking, heldRequest, isGroundGone, type RequestTables } from './reach-request.ts';
import { type Apart, isAmong } from './reserve.ts';

export type TieRefusal = DeedRefusal | { readonly code: 'consent-withdrawn' | 'placed-before' | 'kept-apart' };

/**
 * Says for which request a place was found on the telephone, and so on what ground somebody is placed there; under the mandate of the
 * shelter. Nobody with whom she may not live is there, and she has no other place. Why it is for her was frozen before (`freezeTie`).
 */
export async function tieRequest(
  tx: Tx<RequestTables | Stays | 'organisations.mandate' | 'shelter.place'>,
  asking: Asking,
  input: Asked & {
    readonly tenantId: string;
    /** Of the request. */
    readonly code: string;
    readonly requestVersion: number;
    readonly apart: Apart;
  },
  time: DomainTime,
): Promise<Result<Done, TieRefusal>> {
  const { actor } = asking;
  const { tenantId, code, apart } = input;
  const held = await heldUnderMandate(tx, actor, input, 'tie-request');
  if (!held.ok) return held;
  const placement = held.value;
  const sought = await atHome(tx, async () => {
    const request = await heldRequest(tx, asking, { code, version: input.requestVersion }, time);
    if (request.ok && (await isGroundGone(tx, actor.organisationId, request.value, time)))
      return err({ code: 'consent-withdrawn' } as const);
    return request;
  });
  if (!sought.ok) return sought;
  const requestId = sought.value.id;
  const around = await placementsAround(tx, actor.organisationId, { codes: [], requestIds: [requestId] });
  if (around.some(isRunning)) return err({ code: 'placed-before' });
  const [place] = await placesById(tx, tenantId, placement.placeIds);
  if (place && isRunning(placement)) {
    await holdHouse(tx, tenantId, place.unitId);
    if (await isAmong(tx, actor.organisationId, place, apart)) return err({ code: 'kept-apart' });
  }
  await recordMoment(tx, placement, { requestId });
  await atHome(tx, () => markRequest(tx, actor.organisationId, requestId, { isChosen: true }));
  return done(placement.id);
}
