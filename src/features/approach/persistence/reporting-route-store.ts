import type { Tx } from '../../../platform/db/transact.ts';
import type { ReportingRoute, RouteDrill, RouteLine, Situation, Within } from '../domain/reporting-route.ts';

export type RouteTables = 'approach.reporting_route' | 'approach.reporting_route_line';

/** The route of this tenant, in one statement; undefined when it has none. `forUpdate` holds it until the transaction ends. */
export async function loadRoute(
  tx: Tx<RouteTables>,
  tenantId: string,
  options?: { readonly forUpdate: boolean },
): Promise<ReportingRoute | undefined> {
  let query = tx
    .selectFrom('approach.reporting_route as r')
    .leftJoin('approach.reporting_route_line as l', 'l.tenant_id', 'r.tenant_id')
    .select(['r.version', 'r.valid_until', 'r.changed_by', 'r.changed_by_person', 'r.changed_at'])
    .select(['l.situation', 'l.who', 'l.how', 'l.within'])
    .where('r.tenant_id', '=', tenantId);
  if (options?.forUpdate) query = query.forUpdate('r');
  const rows = await query.execute();
  const [route] = rows;
  if (!route) return undefined;
  return {
    version: route.version,
    validUntil: route.valid_until,
    changedBy: route.changed_by,
    changedByPersonId: route.changed_by_person ?? undefined,
    changedAt: route.changed_at,
    lines: rows.flatMap(({ situation, who, how, within }): RouteLine[] =>
      situation === null
        ? []
        : [
            {
              situation: situation as Situation,
              who: who ?? undefined,
              how: how ?? undefined,
              within: (within as Within | null) ?? undefined,
            },
          ],
    ),
  };
}

/** Saves the route over the version before it; false when somebody else was first. */
export async function saveRoute(tx: Tx<RouteTables>, tenantId: string, route: ReportingRoute): Promise<boolean> {
  const row = {
    version: route.version,
    valid_until: route.validUntil,
    changed_by: route.changedBy,
    changed_by_person: route.changedByPersonId ?? null,
    changed_at: route.changedAt,
  };
  const saved =
    route.version === 1
      ? await tx
          .insertInto('approach.reporting_route')
          .values({ tenant_id: tenantId, ...row })
          .onConflict((conflict) => conflict.column('tenant_id').doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await tx
          .updateTable('approach.reporting_route')
          .set(row)
          .where('tenant_id', '=', tenantId)
          .where('version', '=', route.version - 1)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows);
  if (saved !== 1n) return false;
  await tx
    .insertInto('approach.reporting_route_line')
    .values(
      route.lines.map(({ situation, who, how, within }) => ({
        tenant_id: tenantId,
        situation,
        who: who ?? null,
        how: how ?? null,
        within: within ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'situation']).doUpdateSet((w) => ({
        who: w.ref('excluded.who'),
        how: w.ref('excluded.how'),
        within: w.ref('excluded.within'),
      })),
    )
    .execute();
  return true;
}

export async function insertRouteDrill(
  tx: Tx<'approach.reporting_route_drill'>,
  tenantId: string,
  drill: RouteDrill,
): Promise<void> {
  await tx
    .insertInto('approach.reporting_route_drill')
    .values({
      tenant_id: tenantId,
      id: drill.id,
      situation: drill.situation,
      held_on: drill.heldOn,
      scenario: drill.scenario,
      route_version: drill.routeVersion,
      has_worked: drill.hasWorked,
      to_mend: drill.toMend ?? null,
      recorded_by: drill.recordedBy,
      recorded_at: drill.recordedAt,
    })
    .execute();
}

const SHOWN = 20;

/** The drills of this tenant, the latest first: at most twenty. */
export async function loadRouteDrills(
  tx: Tx<'approach.reporting_route_drill'>,
  tenantId: string,
): Promise<readonly RouteDrill[]> {
  const rows = await tx
    .selectFrom('approach.reporting_route_drill')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    situation: row.situation as Situation,
    heldOn: row.held_on,
    scenario: row.scenario,
    routeVersion: row.route_version,
    hasWorked: row.has_worked,
    toMend: row.to_mend ?? undefined,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }));
}
