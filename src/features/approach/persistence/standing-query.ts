import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { Standing } from '../domain/standing.ts';

/** What every organisation published about an element, by organisation. */
export async function publishedStandings(
  tx: Tx<'approach.standing'>,
  element: string,
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx
    .selectFrom('approach.standing')
    .select(['tenant_id', 'decided_on as decidedOn', 'lapses_on as lapsesOn'])
    .where('element', '=', element)
    .execute();
  return new Map(rows.map(({ tenant_id, ...standing }) => [tenant_id, standing]));
}

/** What one organisation published about an element; undefined when it published nothing. */
export async function publishedStanding(
  tx: Tx<'approach.standing'>,
  tenantId: string,
  element: string,
): Promise<Standing | undefined> {
  return tx
    .selectFrom('approach.standing')
    .select(['decided_on as decidedOn', 'lapses_on as lapsesOn'])
    .where('tenant_id', '=', tenantId)
    .where('element', '=', element)
    .executeTakeFirst();
}

/** Waits until no other transaction works under this name; held until the transaction ends. For what is computed from many rows. */
export async function awaitTurn(tx: Tx<'approach.standing'>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
