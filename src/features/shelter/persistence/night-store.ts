import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

type Nights = 'shelter.night_slot' | 'shelter.booking';
const EXCLUDED = '23P01';

/** Holds a house until the transaction ends: whoever asks who lives there knows that nobody comes in meanwhile. */
export async function holdHouse(tx: Tx<'shelter.placement'>, tenantId: string, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`shelter.unit ${tenantId} ${unitId}`}, 0))`.execute(tx);
}

/** A place for a stay. */
export interface Given {
  readonly id: string;
  readonly placementId: string;
  readonly placeId: string;
}

/** Whether one of these places is given on one of these nights already: a look ahead that holds nothing. */
export async function isGiven(
  tx: Tx<'shelter.night_slot'>,
  tenantId: string,
  placeIds: readonly string[],
  from: PlainDate,
  until: PlainDate,
): Promise<boolean> {
  const row = await tx
    .selectFrom('shelter.night_slot')
    .select('night')
    .where('tenant_id', '=', tenantId)
    .where('place_id', 'in', [...placeIds])
    .where('night', '>=', from)
    .where('night', '<', until)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Gives places for these nights. False when one of them was given to somebody else on one of them: the key decides, so whoever comes
 * second waits for the first to end and then hears it. Always in one order, so that no two wait for each other.
 */
export async function giveNights(
  tx: Tx<Nights>,
  tenantId: string,
  given: readonly Given[],
  from: PlainDate,
  until: PlainDate,
): Promise<boolean> {
  const sorted = given.toSorted((a, b) => a.placeId.localeCompare(b.placeId));
  const places = sorted.map(({ placeId }) => placeId);
  const placements = sorted.map(({ placementId }) => placementId);
  const laid = await sql<{ laid: number; asked: number }>`
    with asked as (
      select g.place_id, g.placement_id, n::date as night
      from unnest(${places}::uuid[], ${placements}::uuid[]) as g (place_id, placement_id),
        generate_series(${from}::date, ${until}::date - 1, interval '1 day') as n
      order by g.place_id, n),
    laid as (
      insert into shelter.night_slot (tenant_id, place_id, night, placement_id)
      select ${tenantId}::uuid, place_id, night, placement_id from asked
      on conflict do nothing returning 1)
    select (select count(*)::int from laid) as laid, (select count(*)::int from asked) as asked`.execute(tx);
  const { laid: count, asked } = laid.rows[0]!;
  if (count !== asked) return false;
  try {
    await tx
      .insertInto('shelter.booking')
      .values(
        sorted.map(({ id, placeId, placementId }) => ({
          tenant_id: tenantId,
          id,
          place_id: placeId,
          placement_id: placementId,
          from_night: from,
          until_night: until,
        })),
      )
      .execute();
  } catch (error) {
    // the first lock let it through and the second did not: nobody gets it twice, whatever is wrong with the first
    if ((error as { code?: string }).code === EXCLUDED) return false;
    throw error;
  }
  return true;
}

/** Gives back the nights of stays from a night on. */
export async function freeNights(
  tx: Tx<Nights>,
  tenantId: string,
  placementIds: readonly string[],
  from: PlainDate,
): Promise<readonly string[]> {
  if (placementIds.length === 0) return [];
  await tx
    .deleteFrom('shelter.night_slot')
    .where('tenant_id', '=', tenantId)
    .where('placement_id', 'in', [...placementIds])
    .where('night', '>=', from)
    .execute();
  const shortened = await tx
    .updateTable('shelter.booking')
    .set({ until_night: sql`greatest(from_night, ${from}::date)` })
    .where('tenant_id', '=', tenantId)
    .where('placement_id', 'in', [...placementIds])
    .where('until_night', '>', from)
    .returning('place_id')
    .execute();
  return shortened.map((row) => row.place_id);
}

/** On which nights a place of any organisation is given, from a night on; through the door `published`. */
export async function givenNights(
  tx: Tx<'shelter.night_slot'>,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  from: PlainDate,
): Promise<ReadonlySet<PlainDate>> {
  const rows = await tx
    .selectFrom('shelter.night_slot')
    .select('night')
    .where('tenant_id', '=', tenantId)
    .where('place_id', '=', id)
    .where('night', '>=', from)
    .execute();
  return new Set(rows.map(({ night }) => night));
}

/** A place that is given on a night, and for which stay. */
export interface GivenNight {
  readonly placeId: string;
  readonly night: PlainDate;
  readonly placementId: string;
}

export async function nightsOf(
  tx: Tx<'shelter.night_slot'>,
  tenantId: string,
  from: PlainDate,
  until: PlainDate,
): Promise<readonly GivenNight[]> {
  return tx
    .selectFrom('shelter.night_slot')
    .select(['place_id as placeId', 'night', 'placement_id as placementId'])
    .where('tenant_id', '=', tenantId)
    .where('night', '>=', from)
    .where('night', '<', until)
    .execute();
}
