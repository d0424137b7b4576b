import type { Tx } from '../../../platform/db/transact.ts';
import type { AskedRow, StayRow } from '../domain/evidence.ts';
import type { ShelterType } from '../domain/place.ts';
import type { OutflowRoute, Refusal } from '../domain/placement.ts';

/** What an organisation was asked between two moments. Nothing is opened. */
export async function askedBetween(
  tx: Tx<'shelter.request'>,
  tenantId: string,
  from: Date,
  until: Date,
): Promise<readonly AskedRow[]> {
  const rows = await tx
    .selectFrom('shelter.request')
    .select(['id', 'types', 'region', 'opened_at', 'nothing_at'])
    .where('tenant_id', '=', tenantId)
    .where('opened_at', '>=', from)
    .where('opened_at', '<', until)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    types: row.types as ShelterType[],
    region: row.region,
    openedAt: row.opened_at,
    foundNothing: row.nothing_at !== null,
  }));
}

/** The stays it arranged between two moments. Through the door `mandate`, as who holds. */
export async function staysBetween(
  tx: Tx<'shelter.placement'>,
  holderId: string,
  from: Date,
  until: Date,
): Promise<readonly StayRow[]> {
  const rows = await tx
    .selectFrom('shelter.placement')
    .select(['refusal', 'ready_on', 'outflow_route', 'departed_at'])
    .where('holder_id', '=', holderId)
    .where('reserved_at', '>=', from)
    .where('reserved_at', '<', until)
    .execute();
  return rows.map((row) => ({
    refusal: (row.refusal ?? undefined) as Refusal | undefined,
    readyOn: row.ready_on ?? undefined,
    outflowRoute: (row.outflow_route ?? undefined) as OutflowRoute | undefined,
    departedAt: row.departed_at ?? undefined,
  }));
}

/**
 * When somebody first came in at a shelter, by the request she was asked for with: of stays arranged from one moment on, as far as
 * known at another. Through the door `mandate`, as who holds.
 */
export async function arrivalsBetween(
  tx: Tx<'shelter.placement'>,
  holderId: string,
  from: Date,
  seenUntil: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .selectFrom('shelter.placement')
    .select('request_id')
    .select(({ fn }) => fn.min('arrived_at').as('arrived_at'))
    .where('holder_id', '=', holderId)
    .where('reserved_at', '>=', from)
    .where('arrived_at', '<', seenUntil)
    .where('request_id', 'is not', null)
    .groupBy('request_id')
    .execute();
  return new Map(rows.map((row) => [row.request_id!, row.arrived_at!]));
}
