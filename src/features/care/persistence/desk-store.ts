import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';

type Table = 'care.desk';

/** Every desk here at which is looked again some time. */
export async function watchedDesks(tx: Tx<Table>, tenantId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('care.desk')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('look_at', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether it is time to look at this desk, held until that is done. */
export async function holdDeskToLook(tx: Tx<Table>, tenantId: string, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('care.desk')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('look_at', '<=', now)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Looks at this desk at that moment, or earlier when that was to happen. */
export async function lookAtLatest(tx: Tx<Table>, tenantId: string, id: string, at: Date): Promise<void> {
  await sql`insert into care.desk as d (tenant_id, id, look_at) values (${tenantId}, ${id}, ${at})
    on conflict (tenant_id, id) do update set look_at = least(d.look_at, excluded.look_at)`.execute(tx);
}

/** Looks again then, and not before; never, when it is not said. */
export async function lookAgain(tx: Tx<Table>, tenantId: string, id: string, at: Date | undefined): Promise<void> {
  await tx
    .updateTable('care.desk')
    .set({ look_at: at ?? null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
