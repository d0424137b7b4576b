import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { JointAction } from '../domain/joint-action.ts';

export type JointTables = 'regional.joint_action' | 'regional.taken_over';

interface Row {
  readonly tenant_id: string;
  readonly id: string;
  readonly title: string;
  readonly element: string | null;
  readonly track: string;
  readonly due_on: PlainDate;
  readonly published_at: Date;
  readonly version: number;
}

const actionOf = (row: Row): JointAction => ({
  id: row.id,
  regionId: row.tenant_id,
  title: row.title,
  element: row.element ?? undefined,
  track: row.track,
  dueOn: row.due_on,
  publishedAt: row.published_at,
  version: row.version,
});

export async function insertJointAction(tx: Tx<'regional.joint_action'>, action: JointAction): Promise<void> {
  await tx
    .insertInto('regional.joint_action')
    .values({
      tenant_id: action.regionId,
      id: action.id,
      title: action.title,
      element: action.element ?? null,
      track: action.track,
      due_on: action.dueOn,
      published_at: action.publishedAt,
      version: action.version,
    })
    .execute();
}

/** Takes an action of a region out of sight; false when it is no longer what was seen. */
export async function withdrawJointAction(
  tx: Tx<'regional.joint_action'>,
  regionId: string,
  { id, seenVersion }: { readonly id: string; readonly seenVersion: number },
  at: Date,
): Promise<boolean> {
  const changed = await tx
    .updateTable('regional.joint_action')
    .set({ withdrawn_at: at, version: seenVersion + 1 })
    .where('tenant_id', '=', regionId)
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** The joint actions of these regions that stand, what is due first, each with the organisations that have it in their plan. */
export async function jointActionsOf(
  tx: Tx<JointTables>,
  regionIds: readonly string[],
  limit: number,
): Promise<readonly (JointAction & { readonly takenIn: ReadonlySet<string> })[]> {
  if (regionIds.length === 0) return [];
  const rows = await tx
    .selectFrom('regional.joint_action as a')
    .selectAll('a')
    .select(sql<string[]>`array(select t.tenant_id from regional.taken_over t where t.action_id = a.id)`.as('takenIn'))
    .where('a.tenant_id', 'in', regionIds)
    .where('a.withdrawn_at', 'is', null)
    .orderBy('a.due_on')
    .orderBy('a.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...actionOf(row), takenIn: new Set(row.takenIn) }));
}

/** One that stands; undefined when there is none, or it was withdrawn. */
export async function loadJointAction(tx: Tx<'regional.joint_action'>, id: string): Promise<JointAction | undefined> {
  const row = await tx
    .selectFrom('regional.joint_action')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row && actionOf(row);
}

/** Says that an organisation has it in its plan. */
export async function insertTakenOver(
  tx: Tx<'regional.taken_over'>,
  tenantId: string,
  actionId: string,
  on: PlainDate,
): Promise<void> {
  await tx
    .insertInto('regional.taken_over')
    .values({ tenant_id: tenantId, action_id: actionId, taken_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** These organisations, by name. */
export async function namedOrganisations(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute();
}

/** The regions that an organisation belongs to today, by name. */
export async function regionsOf(
  tx: Tx<'organisations.region_membership' | 'organisations.organisation'>,
  tenantId: string,
  today: PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('organisations.region_membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.region_id')
    .select(['o.id', 'o.name'])
    .distinct()
    .where('m.organisation_id', '=', tenantId)
    .where('m.valid_from', '<=', today)
    .where((w) => w.or([w('m.valid_until', 'is', null), w('m.valid_until', '>', today)]))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
