import type { Client } from 'pg';
import { COURIER_ROLE, DOORS, doorRole, KEEPER_ROLE } from './doors.ts';

/** Makes the roles behind the doors; they belong to the whole server, so another database may have made them already. */
export async function ensureRoles(admin: Client, loginRole: string, loginPassword: string | undefined): Promise<void> {
  for (const role of [...DOORS.map(doorRole), COURIER_ROLE, KEEPER_ROLE]) {
    await admin.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    );
  }
  const login = quoteIdent(loginRole);
  if (loginPassword !== undefined) {
    await admin.query(
      `do $$ begin create role ${login} login noinherit; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await retryConcurrent(() =>
      admin.query(`alter role ${login} login noinherit password ${quoteLiteral(loginPassword)}`),
    );
  }
  const missing = await admin.query<{ role: string }>(
    `select r.rolname as role from pg_roles r where r.rolname = any($1) and not exists (
       select 1 from pg_auth_members m join pg_roles l on l.oid = m.member where m.roleid = r.oid and l.rolname = $2)`,
    [DOORS.map(doorRole), loginRole],
  );
  for (const { role } of missing.rows) await retryConcurrent(() => admin.query(`grant ${role} to ${login}`));
}

/** Two processes that change one role at the same time meet as XX000 «tuple concurrently updated»: the second tries again. */
async function retryConcurrent(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await run();
      return;
    } catch (error) {
      if (attempt >= 5 || (error as { code?: string }).code !== 'XX000') throw error;
    }
  }
}

export function quoteIdent(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
