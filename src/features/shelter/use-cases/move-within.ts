import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { isOpen, type Place, suitsAsWell } from '../domain/place.ts';
import { mayDo, type Placement } from '../domain/placement.ts';
import { freeNights, giveNights, nightsOf } from '../persistence/night-store.ts';
import { placesById, placesOf } from '../persistence/place-store.ts';
import { placementById, recordMoment } from '../persistence/placement-store.ts';
import { type Unit, unitsOf } from '../persistence/unit-store.ts';
import { nightOfNow } from './night-of-now.ts';
import { NOTICES, tellPlacer } from './notices.ts';
import { type Asked, done, heldFor, laterOf, type Message, type StayRefusal, type Stays } from './placements.ts';

/** One stay as its shelter sees it. */
export interface OwnPlacement {
  readonly placement: Placement;
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
  /** Other places of the house, to which somebody may move: as good for her as her own, and free on all her nights. */
  readonly elsewhere: readonly Place[];
}

/** One stay of the own shelter, with where in the shelter somebody may move. */
export async function readPlacement(
  tx: Tx<'shelter.placement' | 'shelter.place' | 'shelter.unit' | 'shelter.night_slot'>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<OwnPlacement | undefined> {
  const { organisationId: tenantId } = actor;
  const placement = await placementById(tx, tenantId, id);
  if (!placement) return undefined;
  const all = await placesOf(tx, tenantId);
  const places = all.filter((place) => placement.placeIds.includes(place.id));
  const [left, ...more] = places;
  const from = laterOf(placement.from, nightOfNow(time));
  const mayMove = left && more.length === 0 && mayDo(placement, 'move') && from < placement.until;
  const taken = mayMove ? await nightsOf(tx, tenantId, from, placement.until) : [];
  const takenIds = new Set(taken.map(({ placeId }) => placeId));
  const isHers = (place: Place) =>
    place.id !== left!.id &&
    staysAtHome(left!, place) &&
    isOpen(place, from, placement.until) &&
    !takenIds.has(place.id);
  return { placement, places, elsewhere: mayMove ? all.filter(isHers) : [], units: await unitsOf(tx, tenantId) };
}

const staysAtHome = (from: Place, to: Place): boolean => from.unitId === to.unitId && suitsAsWell(from, to);

/** To another house, to a place that gives less than hers, or of which somebody else decides: not without who placed her. */
export type MoveRefusal = StayRefusal | { readonly code: 'place-does-not-fit' };

/**
 * Somebody goes to another place of the same house, from the night of now on. What she needs is known to who placed her and not to the
 * shelter, so the other place must give everything that her own gives. Another house is for who placed: there may be somebody with whom
 * she may not live, and only who placed can look.
 */
export async function moveWithin(
  tx: Tx<Stays | Message | DeadlineTables | 'shelter.place' | 'shelter.unit' | 'vault.dossier_key'>,
  actor: Actor,
  input: Asked & { readonly placeId: string },
  time: DomainTime,
): Promise<Result<Done, MoveRefusal>> {
  const { organisationId: tenantId } = actor;
  const held = await heldFor(tx, tenantId, input, 'move');
  if (!held.ok) return held;
  const stay = held.value;
  const from = laterOf(stay.from, nightOfNow(time));
  const [place] = await placesById(tx, tenantId, [input.placeId]);
  // a family that has more places moves as a family: not by this
  if (!place || stay.placeIds.length !== 1 || stay.placeIds[0] === place.id) return err({ code: 'not-found' });
  const [before] = await placesById(tx, tenantId, stay.placeIds);
  if (!before || !staysAtHome(before, place)) return err({ code: 'place-does-not-fit' });
  if (stay.until <= from || !isOpen(place, from, stay.until)) return err({ code: 'place-not-open' });
  await freeNights(tx, tenantId, [stay.id], from);
  const given = [{ id: newId(), placeId: place.id, placementId: stay.id }];
  if (!(await giveNights(tx, tenantId, given, from, stay.until))) return err({ code: 'place-taken' });
  await recordMoment(tx, stay, { placeIds: [place.id] });
  await tellPlacer(tx, stay, NOTICES.moved, time.now);
  return done(stay.id);
}
