import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Track } from '../domain/framework.ts';
import type { Action, ActionSource, ActionStatus, Plan } from '../domain/plan.ts';

/** The plan of this tenant; `forUpdate` holds it until the transaction ends, and with it all of its actions. */
export async function loadPlan(
  tx: Tx<'approach.plan'>,
  tenantId: string,
  options?: { readonly forUpdate: boolean },
): Promise<Plan | undefined> {
  let query = tx.selectFrom('approach.plan').selectAll().where('tenant_id', '=', tenantId);
  if (options?.forUpdate) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return (
    row && {
      id: row.id,
      title: row.title,
      regional:
        row.regional_title === null
          ? undefined
          : {
              regionId: row.regional_id ?? undefined,
              title: row.regional_title,
              link: row.regional_link ?? undefined,
              sha256: row.regional_sha256 ?? undefined,
            },
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      edition: row.edition,
      version: row.version,
      changedBy: row.changed_by,
      changedByPersonId: row.changed_by_person ?? undefined,
      changedAt: row.changed_at,
    }
  );
}

/** Saves the plan over the version before it; false when somebody else was first. */
export async function savePlan(tx: Tx<'approach.plan'>, tenantId: string, plan: Plan): Promise<boolean> {
  const row = {
    title: plan.title,
    regional_id: plan.regional?.regionId ?? null,
    regional_title: plan.regional?.title ?? null,
    regional_link: plan.regional?.link ?? null,
    regional_sha256: plan.regional?.sha256 ?? null,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    edition: plan.edition,
    version: plan.version,
    changed_by: plan.changedBy,
    changed_by_person: plan.changedByPersonId ?? null,
    changed_at: plan.changedAt,
  };
  if (plan.version === 1) {
    const made = await tx
      .insertInto('approach.plan')
      .values({ tenant_id: tenantId, id: plan.id, ...row })
      .onConflict((conflict) => conflict.column('tenant_id').doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('approach.plan')
    .set(row)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', plan.id)
    .where('version', '=', plan.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Every action of a plan: those with a day first, the earliest first. */
export async function loadActions(
  tx: Tx<'approach.plan_action'>,
  tenantId: string,
  planId: string,
): Promise<readonly Action[]> {
  const rows = await tx
    .selectFrom('approach.plan_action')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map(actionOf);
}

/** The action that was taken over from this source, when there is one. */
export async function actionTakenFrom(
  tx: Tx<'approach.plan_action'>,
  tenantId: string,
  source: Pick<ActionSource, 'kind' | 'id'>,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('approach.plan_action')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .executeTakeFirst();
  return row?.id;
}

/** The titles of these actions, by id. */
export async function loadActionTitles(
  tx: Tx<'approach.plan_action'>,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('approach.plan_action')
    .select(['id', 'title'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** One action of this tenant. */
export async function loadAction(
  tx: Tx<'approach.plan_action'>,
  tenantId: string,
  id: string,
): Promise<Action | undefined> {
  const row = await tx
    .selectFrom('approach.plan_action')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && actionOf(row);
}

interface ActionRow {
  readonly id: string;
  readonly title: string;
  readonly track: string;
  readonly closes_element: string | null;
  readonly proposal: string | null;
  readonly source_kind: string | null;
  readonly source_id: string | null;
  readonly source_title: string | null;
  readonly owner_membership_id: string | null;
  readonly owner_name: string | null;
  readonly substitute_membership_id: string | null;
  readonly substitute_name: string | null;
  readonly due_on: PlainDate | null;
  readonly budget_euro: number | null;
  readonly hours: string | null;
  readonly status: string;
  readonly version: number;
  readonly changed_by: string;
  readonly changed_by_person: string | null;
  readonly changed_at: Date;
}

const member = (id: string | null, name: string | null) =>
  id === null || name === null ? undefined : { membershipId: id, name };

const sourceOf = (row: Pick<ActionRow, 'source_kind' | 'source_id' | 'source_title'>): Action['source'] =>
  row.source_kind === null || row.source_id === null || row.source_title === null
    ? undefined
    : { kind: row.source_kind as ActionSource['kind'], id: row.source_id, title: row.source_title };

const actionOf = (row: ActionRow): Action => ({
  id: row.id,
  title: row.title,
  track: row.track as Track,
  closesElement: row.closes_element ?? undefined,
  proposal: row.proposal ?? undefined,
  source: sourceOf(row),
  owner: member(row.owner_membership_id, row.owner_name),
  substitute: member(row.substitute_membership_id, row.substitute_name),
  dueOn: row.due_on ?? undefined,
  budgetEuro: row.budget_euro ?? undefined,
  hours: row.hours === null ? undefined : Number(row.hours),
  status: row.status as ActionStatus,
  version: row.version,
  changedBy: row.changed_by,
  changedByPersonId: row.changed_by_person ?? undefined,
  changedAt: row.changed_at,
});

const rowOf = (action: Action) => ({
  title: action.title,
  track: action.track,
  closes_element: action.closesElement ?? null,
  proposal: action.proposal ?? null,
  source_kind: action.source?.kind ?? null,
  source_id: action.source?.id ?? null,
  source_title: action.source?.title ?? null,
  owner_membership_id: action.owner?.membershipId ?? null,
  owner_name: action.owner?.name ?? null,
  substitute_membership_id: action.substitute?.membershipId ?? null,
  substitute_name: action.substitute?.name ?? null,
  due_on: action.dueOn ?? null,
  budget_euro: action.budgetEuro ?? null,
  hours: action.hours ?? null,
  status: action.status,
  version: action.version,
  changed_by: action.changedBy,
  changed_by_person: action.changedByPersonId ?? null,
  changed_at: action.changedAt,
});

/** Adds actions; what is in the plan already, by its proposal or its source, is left as it is. @returns the ids of those that were added. */
export async function insertActions(
  tx: Tx<'approach.plan_action'>,
  tenantId: string,
  planId: string,
  actions: readonly Action[],
): Promise<readonly string[]> {
  if (actions.length === 0) return [];
  const made = await tx
    .insertInto('approach.plan_action')
    .values(actions.map((action) => ({ tenant_id: tenantId, plan_id: planId, id: action.id, ...rowOf(action) })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return made.map(({ id }) => id);
}

/** Saves an action over the version before it; false when somebody else was first. */
export async function updateAction(tx: Tx<'approach.plan_action'>, tenantId: string, action: Action): Promise<boolean> {
  const changed = await tx
    .updateTable('approach.plan_action')
    .set(rowOf(action))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', action.id)
    .where('version', '=', action.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** What happened to an action. */
export interface LogEntry {
  readonly id: string;
  readonly status: ActionStatus;
  readonly note: string | undefined;
  readonly by: string;
  readonly at: Date;
}

export async function insertLog(
  tx: Tx<'approach.plan_action_log'>,
  tenantId: string,
  entries: readonly (LogEntry & { readonly actionId: string })[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('approach.plan_action_log')
    .values(
      entries.map((entry) => ({
        tenant_id: tenantId,
        id: entry.id,
        action_id: entry.actionId,
        status: entry.status,
        note: entry.note ?? null,
        logged_by: entry.by,
        logged_at: entry.at,
      })),
    )
    .execute();
}

/** The log of an action, the newest first. */
export async function loadLog(
  tx: Tx<'approach.plan_action_log'>,
  tenantId: string,
  actionId: string,
): Promise<readonly LogEntry[]> {
  const rows = await tx
    .selectFrom('approach.plan_action_log')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('action_id', '=', actionId)
    .orderBy('logged_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    status: row.status as ActionStatus,
    note: row.note ?? undefined,
    by: row.logged_by,
    at: row.logged_at,
  }));
}
