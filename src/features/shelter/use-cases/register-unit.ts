import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  checkPlace,
  type Place,
  type PlaceDays,
  type PlaceFeatures,
  type PlaceRefusal,
  whyShut,
} from '../domain/place.ts';
import { LONGEST_NIGHTS } from '../domain/placement.ts';
import { nightsOf } from '../persistence/night-store.ts';
import { changesOf, type NotedChange, noteChanges } from '../persistence/place-history-store.ts';
import { holdPlace, insertPlaces, placesById, placesOf, updatePlace } from '../persistence/place-store.ts';
import { holdUnit, insertUnit, openUnit, type Unit, unitsOf, updateUnit } from '../persistence/unit-store.ts';
import { type CheckTables, sayItIsSo } from './capacity.ts';
import { PLACE_SUBJECT, UNIT_SUBJECT, UNITS_PATH } from './shelter-names.ts';

type Register = 'shelter.unit' | 'shelter.place' | 'shelter.place_change' | 'vault.dossier_key';
export type NotThere = { readonly code: 'not-found' };
type Conflict = { readonly code: 'edit-conflict' };

/** So many places may be written down at once, and stand in one house. */
export const MOST_PLACES = 100;

/** Nobody is given a place for longer, and no longer ahead. */
const FAR_DAYS = 2 * LONGEST_NIGHTS;

interface UnitText {
  readonly name: string;
  readonly address: string | undefined;
}

/** Writes a house down with its places, which begin alike. */
export async function addUnit(
  tx: Tx<Register | 'privacy.dossier' | CheckTables>,
  actor: Actor,
  input: UnitText & { readonly count: number; readonly places: PlaceFeatures & PlaceDays },
  time: DomainTime,
): Promise<Result<Done, PlaceRefusal>> {
  const checked = checkPlace(input.places);
  if (!checked.ok) return checked;
  const id = newId();
  const dossier = { id, kind: UNIT_SUBJECT, activity: 'VA-05', path: `${UNITS_PATH}/${id}` };
  await openDossier(tx, actor, dossier, time);
  await insertUnit(tx, actor.organisationId, { ...input, id, dossierId: id }, time.now);
  await layPlaces(tx, actor, { unitId: id, first: 1, count: input.count, places: checked.value }, time);
  await sayItIsSo(tx, actor, time);
  return ok({ subject: { kind: UNIT_SUBJECT, id } });
}

async function layPlaces(
  tx: Tx<Register>,
  actor: Actor,
  input: {
    readonly unitId: string;
    readonly first: number;
    readonly count: number;
    readonly places: PlaceFeatures & PlaceDays;
  },
  { now }: DomainTime,
): Promise<void> {
  const { unitId, first, count, places } = input;
  const laid = Array.from({ length: count }, (_, index) => ({ ...places, id: newId(), unitId, number: first + index }));
  await insertPlaces(tx, actor.organisationId, laid, now);
  await noteChanges(
    tx,
    actor.organisationId,
    laid.map((place) => ({ id: newId(), placeId: place.id, kind: 'added' })),
    { personName: actor.personName, at: now },
  );
}

/** A house with where it is, for its own people. */
export async function readUnit(
  tx: Tx<Register>,
  actor: Actor,
  id: string,
): Promise<
  Result<
    Done & { readonly unit: Unit & { readonly address: string | undefined }; readonly places: readonly Place[] },
    NotThere
  >
> {
  const unit = await openUnit(tx, actor.organisationId, id);
  if (!unit) return err({ code: 'not-found' });
  const places = (await placesOf(tx, actor.organisationId)).filter(({ unitId }) => unitId === id);
  return ok({ subject: { kind: UNIT_SUBJECT, id }, unit, places });
}

/** Changes what a house is called and where it is, and may add places like the last one. */
export async function changeUnit(
  tx: Tx<Register>,
  actor: Actor,
  input: UnitText & { readonly id: string; readonly version: number; readonly extra: number },
  time: DomainTime,
): Promise<Result<Done, NotThere | Conflict | { readonly code: 'too-many-places' }>> {
  const unit = await holdUnit(tx, actor.organisationId, input.id);
  if (!unit) return err({ code: 'not-found' });
  if (unit.version !== input.version) return err({ code: 'edit-conflict' });
  await updateUnit(tx, actor.organisationId, unit, input, time.now);
  if (input.extra > 0) {
    const stand = (await placesOf(tx, actor.organisationId)).filter(({ unitId }) => unitId === unit.id);
    const last = stand.at(-1);
    if (!last) return err({ code: 'not-found' });
    if (stand.length + input.extra > MOST_PLACES) return err({ code: 'too-many-places' });
    const places = { ...last, opensOn: time.today, out: undefined };
    await layPlaces(tx, actor, { unitId: unit.id, first: last.number + 1, count: input.extra, places }, time);
  }
  return ok({ subject: { kind: UNIT_SUBJECT, id: unit.id } });
}

/** What is kept of a place when it is changed. */
const offeredBy = ({ id, tenantId, unitId, number, version, ...offered }: Place): PlaceFeatures & PlaceDays => offered;

/** One place of the own organisation with its history. */
export async function readPlace(
  tx: Tx<'shelter.unit' | 'shelter.place' | 'shelter.place_change'>,
  actor: Actor,
  id: string,
): Promise<{ readonly place: Place; readonly unitName: string; readonly changes: readonly NotedChange[] } | undefined> {
  const [place] = await placesById(tx, actor.organisationId, [id]);
  if (!place) return undefined;
  const unit = (await unitsOf(tx, actor.organisationId)).find((each) => each.id === place.unitId);
  return { place, unitName: unit?.name ?? '', changes: await changesOf(tx, actor.organisationId, id) };
}

/** On a night that would be shut somebody is there, or is about to be: by which day, and the first of those nights. */
export interface Promised {
  readonly code: 'place-promised';
  readonly by: 'opens' | 'closes' | 'out';
  readonly night: PlainDate;
}

/**
 * Changes what a place offers and when it can be used. A place that is given on a night stays there for that night: whoever closes it
 * first settles with whom it was promised to.
 */
export async function changePlace(
  tx: Tx<'shelter.place' | 'shelter.place_change' | 'shelter.night_slot'>,
  actor: Actor,
  input: { readonly id: string; readonly version: number; readonly changes: PlaceFeatures & PlaceDays },
  { now, today }: DomainTime,
): Promise<Result<Done, PlaceRefusal | NotThere | Conflict | Promised>> {
  const { organisationId: tenantId, personName } = actor;
  const place = await holdPlace(tx, tenantId, input.id);
  if (!place) return err({ code: 'not-found' });
  if (place.version !== input.version) return err({ code: 'edit-conflict' });
  const checked = checkPlace(input.changes);
  if (!checked.ok) return checked;
  const given = (await nightsOf(tx, tenantId, today, addDays(today, FAR_DAYS))).filter(
    ({ placeId }) => placeId === place.id,
  );
  for (const { night } of given.toSorted((a, b) => a.night.localeCompare(b.night))) {
    const by = whyShut(input.changes, night);
    if (by) return err({ code: 'place-promised', by, night });
  }
  await updatePlace(tx, place, checked.value, now);
  const change = { id: newId(), placeId: place.id, kind: 'changed', before: offeredBy(place) } as const;
  await noteChanges(tx, tenantId, [change], { personName, at: now });
  return ok({ subject: { kind: PLACE_SUBJECT, id: place.id } });
}
