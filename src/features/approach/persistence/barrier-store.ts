import type { Tx } from '../../../platform/db/transact.ts';
import type { Barrier, BarrierAction, BarrierState, Facilitator } from '../domain/barrier.ts';
import { MOST_BARRIER_ACTIONS } from '../domain/barrier.ts';
import type { InstrumentKind } from '../domain/instrument.ts';

type Table = 'approach.barrier_action';

/** What this tenant does at the barriers, in the order in which it was added. */
export async function loadBarrierActions(tx: Tx<Table>, tenantId: string): Promise<readonly BarrierAction[]> {
  const rows = await tx
    .selectFrom('approach.barrier_action')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('barrier')
    .orderBy('id')
    .limit(MOST_BARRIER_ACTIONS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    barrier: row.barrier as Barrier,
    title: row.title,
    facilitator: row.facilitator as Facilitator,
    carriedBy: row.carried_by ?? undefined,
    state: row.state as BarrierState,
    planActionId: row.plan_action_id ?? undefined,
    instrument: (row.instrument as InstrumentKind | null) ?? undefined,
    version: row.version,
    changedBy: row.changed_by,
    changedByPersonId: row.changed_by_person ?? undefined,
    changedAt: row.changed_at,
  }));
}

/** Saves an action over the version before it; false when somebody else was first. */
export async function saveBarrierAction(tx: Tx<Table>, tenantId: string, action: BarrierAction): Promise<boolean> {
  const row = {
    barrier: action.barrier,
    title: action.title,
    facilitator: action.facilitator,
    carried_by: action.carriedBy ?? null,
    state: action.state,
    plan_action_id: action.planActionId ?? null,
    instrument: action.instrument ?? null,
    version: action.version,
    changed_by: action.changedBy,
    changed_by_person: action.changedByPersonId ?? null,
    changed_at: action.changedAt,
  };
  if (action.version === 1) {
    await tx
      .insertInto('approach.barrier_action')
      .values({ tenant_id: tenantId, id: action.id, ...row })
      .execute();
    return true;
  }
  const changed = await tx
    .updateTable('approach.barrier_action')
    .set(row)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', action.id)
    .where('version', '=', action.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
