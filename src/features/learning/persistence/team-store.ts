import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { Team } from '../domain/team.ts';

const COLUMNS = ['id', 'name', 'work', 'headcount', 'leader_membership_id as leaderId', 'version'] as const;
type Row = Omit<Team, 'work' | 'leaderId'> & { readonly work: string; readonly leaderId: string | null };

const teamOf = (row: Row): Team => ({ ...row, work: row.work as Team['work'], leaderId: row.leaderId ?? undefined });

/** Every team of the organisation, by name. */
export async function loadTeams(tx: Tx<'learning.team'>, tenantId: string): Promise<readonly Team[]> {
  const rows = await tx
    .selectFrom('learning.team')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(teamOf);
}

/** One team; undefined when it is not of this organisation. */
export async function loadTeam(tx: Tx<'learning.team'>, tenantId: string, id: string): Promise<Team | undefined> {
  const row = await tx
    .selectFrom('learning.team')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && teamOf(row);
}

/** Makes a team; false when there is one of that name, also when a colleague makes it at this moment. */
export async function insertTeam(
  tx: Tx<'learning.team'>,
  tenantId: string,
  team: Omit<Team, 'version'>,
  byName: string,
): Promise<boolean> {
  const made = await sql`
    insert into learning.team (tenant_id, id, name, work, headcount, leader_membership_id, version, changed_by_name)
    values (${tenantId}::uuid, ${team.id}::uuid, ${team.name}, ${team.work}, ${team.headcount}, ${team.leaderId ?? null}::uuid, 1, ${byName})
    on conflict (tenant_id, lower(name)) do nothing`.execute(tx);
  return made.numAffectedRows === 1n;
}

/** Changes a team in the version that was seen; false when a colleague was first. */
export async function updateTeam(
  tx: Tx<'learning.team'>,
  tenantId: string,
  team: Team,
  byName: string,
): Promise<boolean> {
  const changed = await tx
    .updateTable('learning.team')
    .set({
      name: team.name,
      work: team.work,
      headcount: team.headcount,
      leader_membership_id: team.leaderId ?? null,
      version: team.version + 1,
      changed_by_name: byName,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', team.id)
    .where('version', '=', team.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
