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
