import { type Selectable, sql } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { Departure, OutflowRoute, Placement, PlacementVia, Refusal, SafetyAnswer } from '../domain/placement.ts';

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
    | 'requestId'
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
  requestId: 'request_id',
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

/** The messages that told the shelter who comes and whoever placed her where it is. */
export async function messagesOfPlacement(
  tx: Tx<'shelter.placement'>,
  tenantId: string,
  id: string,
): Promise<readonly (string | null)[]> {
  const row = await tx
    .selectFrom('shelter.placement')
    .select(['address_message_id', 'guest_message_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? [row.address_message_id, row.guest_message_id] : [];
}

/** Erases a stay with its nights. @returns how many rows of each table */
export async function deletePlacement(
  tx: Tx<'shelter.placement' | 'shelter.night_slot' | 'shelter.booking'>,
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
