import { type Selectable, sql } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Departure, OutflowRoute, Placement, PlacementVia, Refusal, SafetyAnswer } from '../domain/placement.ts';

type Nights = 'shelter.night_slot' | 'shelter.booking';
const EXCLUDED = '23P01';

export type NewPlacement = Pick<
  Placement,
  | 'id'
  | 'tenantId'
  | 'code'
  | 'via'
  | 'holderId'
  | 'holderName'
  | 'placeIds'
  | 'requestId'
  | 'from'
  | 'until'
  | 'reservedAt'
  | 'reservedByName'
  | 'phoneConfirmedBy'
  | 'promisedOn'
  | 'optionUntil'
  | 'acceptedAt'
  | 'acceptedByName'
  | 'arrivedAt'
> & { readonly dueAt: Date | undefined };

export async function insertPlacements(
  tx: Tx<'shelter.placement'>,
  placements: readonly NewPlacement[],
): Promise<void> {
  await tx
    .insertInto('shelter.placement')
    .values(
      placements.map((each) => ({
        tenant_id: each.tenantId,
        id: each.id,
        code: each.code,
        via: each.via,
        holder_id: each.holderId,
        holder_name: each.holderName,
        place_ids: sql`${[...each.placeIds]}::uuid[]`,
        request_id: each.requestId ?? null,
        from_night: each.from,
        until_night: each.until,
        reserved_at: each.reservedAt,
        reserved_by_name: each.reservedByName,
        phone_confirmed_by: each.phoneConfirmedBy ?? null,
        promised_on: each.promisedOn ?? null,
        option_until: each.optionUntil ?? null,
        accepted_at: each.acceptedAt ?? null,
        accepted_by_name: each.acceptedByName ?? null,
        arrived_at: each.arrivedAt ?? null,
        due_at: each.dueAt ?? null,
        version: 1,
      })),
    )
    .execute();
}

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

export function placementOf(row: Selectable<DB['shelter.placement']>): Placement {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    code: row.code,
    via: row.via as PlacementVia,
    holderId: row.holder_id,
    holderName: row.holder_name,
    placeIds: row.place_ids,
    requestId: row.request_id ?? undefined,
    from: row.from_night,
    until: row.until_night,
    reservedAt: row.reserved_at,
    reservedByName: row.reserved_by_name,
    phoneConfirmedBy: row.phone_confirmed_by ?? undefined,
    promisedOn: row.promised_on ?? undefined,
    optionUntil: row.option_until ?? undefined,
    warnedAt: row.warned_at ?? undefined,
    underWayAt: row.under_way_at ?? undefined,
    acceptedAt: row.accepted_at ?? undefined,
    acceptedByName: row.accepted_by_name ?? undefined,
    refusedAt: row.refused_at ?? undefined,
    refusal: (row.refusal ?? undefined) as Refusal | undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    lapsedAt: row.lapsed_at ?? undefined,
    arrivedAt: row.arrived_at ?? undefined,
    noShowAt: row.no_show_at ?? undefined,
    departedAt: row.departed_at ?? undefined,
    departure: (row.departure ?? undefined) as Departure | undefined,
    addressMessageId: row.address_message_id ?? undefined,
    guestMessageId: row.guest_message_id ?? undefined,
    safetyAnswer: (row.safety_answer ?? undefined) as SafetyAnswer | undefined,
    safetyAnsweredAt: row.safety_answered_at ?? undefined,
    readyOn: row.ready_on ?? undefined,
    outflowRoute: (row.outflow_route ?? undefined) as OutflowRoute | undefined,
    version: row.version,
  };
}

/** Stays of this shelter that go on, newest first. */
export async function runningPlacements(tx: Tx<'shelter.placement'>, tenantId: string): Promise<readonly Placement[]> {
  const rows = await tx
    .selectFrom('shelter.placement')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('refused_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('no_show_at', 'is', null)
    .where('departed_at', 'is', null)
    .orderBy('reserved_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(placementOf);
}

/** Somebody left. */
export async function markDeparted(
  tx: Tx<'shelter.placement'>,
  tenantId: string,
  ids: readonly string[],
  left: { readonly at: Date; readonly departure: Departure },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('shelter.placement')
    .set((row) => ({
      departed_at: left.at,
      departure: left.departure,
      due_at: null,
      version: sql`${row.ref('version')} + 1`,
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute();
}

/** So many stays stand on one page. */
export const STAYS_PAGE_SIZE = 50;

export interface StaysPage {
  readonly placements: readonly Placement[];
  readonly total: number;
  readonly pages: number;
}

type Stays = Tx<'shelter.placement'>;

async function pageOf(tx: Stays, column: 'tenant_id' | 'holder_id', id: string, page: number): Promise<StaysPage> {
  const rows = await tx
    .selectFrom('shelter.placement')
    .selectAll()
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where(column, '=', id)
    .where('via', '<>', 'own')
    .orderBy('reserved_at', 'desc')
    .orderBy('id', 'desc')
    .offset((page - 1) * STAYS_PAGE_SIZE)
    .limit(STAYS_PAGE_SIZE)
    .execute();
  const total = rows[0]?.total ?? 0;
  return { placements: rows.map(placementOf), total, pages: Math.max(1, Math.ceil(total / STAYS_PAGE_SIZE)) };
}

/** What was asked of a shelter, newest first. */
export const placementsOf = (tx: Stays, tenantId: string, page: number): Promise<StaysPage> =>
  pageOf(tx, 'tenant_id', tenantId, page);

/** What an organisation arranged with any shelter, newest first. Through the door `mandate`, as who holds. */
export const heldPlacements = (tx: Stays, holderId: string, page: number): Promise<StaysPage> =>
  pageOf(tx, 'holder_id', holderId, page);

export async function placementById(tx: Stays, tenantId: string, id: string): Promise<Placement | undefined> {
  const row = await tx
    .selectFrom('shelter.placement')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && placementOf(row);
}

/** One that an organisation arranged, with whatever shelter. Through the door `mandate`, as who holds. */
export async function heldPlacement(tx: Stays, holderId: string, id: string): Promise<Placement | undefined> {
  const row = await tx
    .selectFrom('shelter.placement')
    .selectAll()
    .where('holder_id', '=', holderId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && placementOf(row);
}

/** Holds a stay until the transaction ends. */
export async function holdPlacement(tx: Stays, tenantId: string, id: string): Promise<Placement | undefined> {
  const row = await tx
    .selectFrom('shelter.placement')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && placementOf(row);
}

/** The stay that a message tells who comes of. */
export async function placementOfGuest(
  tx: Tx<'shelter.placement'>,
  tenantId: string,
  messageId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('shelter.placement')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('guest_message_id', '=', messageId)
    .executeTakeFirst();
  return row?.id;
}

/** What happened to a stay, and when something falls due next. */
export type PlacementMoment = Partial<
  Pick<
    Placement,
    | 'until'
    | 'placeIds'
    | 'warnedAt'
    | 'underWayAt'
    | 'acceptedAt'
    | 'acceptedByName'
    | 'refusedAt'
    | 'refusal'
    | 'withdrawnAt'
    | 'lapsedAt'
    | 'arrivedAt'
    | 'noShowAt'
    | 'departedAt'
    | 'departure'
    | 'addressMessageId'
    | 'guestMessageId'
    | 'safetyAnswer'
    | 'safetyAnsweredAt'
    | 'readyOn'
    | 'outflowRoute'
  >
> & { readonly dueAt?: Date | null; readonly safetyAnsweredByName?: string };

const MOMENT_COLUMNS = {
  until: 'until_night',
  placeIds: 'place_ids',
  warnedAt: 'warned_at',
  underWayAt: 'under_way_at',
  acceptedAt: 'accepted_at',
  acceptedByName: 'accepted_by_name',
  refusedAt: 'refused_at',
  refusal: 'refusal',
  withdrawnAt: 'withdrawn_at',
  lapsedAt: 'lapsed_at',
  arrivedAt: 'arrived_at',
  noShowAt: 'no_show_at',
  departedAt: 'departed_at',
  departure: 'departure',
  addressMessageId: 'address_message_id',
  guestMessageId: 'guest_message_id',
  safetyAnswer: 'safety_answer',
  safetyAnsweredAt: 'safety_answered_at',
  safetyAnsweredByName: 'safety_answered_by_name',
  readyOn: 'ready_on',
  outflowRoute: 'outflow_route',
  dueAt: 'due_at',
} as const satisfies Readonly<Record<keyof PlacementMoment, string>>;

/** A list is bound as the database knows it. */
const boundAs = (value: unknown) => (Array.isArray(value) ? sql`${value}::uuid[]` : value);

/** Writes what happened to a stay that is held. */
export async function recordMoment(
  tx: Stays,
  { tenantId, id, version }: Placement,
  moment: PlacementMoment,
): Promise<void> {
  const said = (Object.keys(MOMENT_COLUMNS) as (keyof PlacementMoment)[]).filter((key) => moment[key] !== undefined);
  await tx
    .updateTable('shelter.placement')
    .set({
      ...Object.fromEntries(said.map((key) => [MOMENT_COLUMNS[key], boundAs(moment[key])])),
      version: version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The stays of an organisation that came of these requests or bear these codes, oldest first. Through the door `mandate`, as who holds. */
export async function placementsAround(
  tx: Stays,
  holderId: string,
  { codes, requestIds }: { readonly codes: readonly string[]; readonly requestIds: readonly string[] },
): Promise<readonly Placement[]> {
  if (codes.length === 0 && requestIds.length === 0) return [];
  const rows = await tx
    .selectFrom('shelter.placement')
    .selectAll()
    .where('holder_id', '=', holderId)
    .where((w) =>
      w.or([
        ...(codes.length > 0 ? [w('code', 'in', [...codes])] : []),
        ...(requestIds.length > 0 ? [w('request_id', 'in', [...requestIds])] : []),
      ]),
    )
    .orderBy('reserved_at')
    .orderBy('id')
    .execute();
  return rows.map(placementOf);
}

/** Erases a stay with its nights. @returns how many rows of each table */
export async function deletePlacement(
  tx: Tx<'shelter.placement' | Nights>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const gone: Record<string, number> = {};
  for (const table of ['shelter.night_slot', 'shelter.booking'] as const) {
    const done = await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('placement_id', '=', id)
      .executeTakeFirst();
    gone[table] = Number(done.numDeletedRows);
  }
  const done = await tx
    .deleteFrom('shelter.placement')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return { ...gone, 'shelter.placement': Number(done.numDeletedRows) };
}
