import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { CaseFile } from '../domain/cases/case-file.ts';
import { CASE_COLUMNS, caseOf } from './case-store.ts';

type Tables = 'care.case_file';

export interface CasePage {
  readonly isClosed: boolean;
  readonly offset: number;
  readonly size: number;
}

/** So many cases are counted and paged through; what comes after has a later day than all of them. */
export const MOST_LISTED = 1000;

/**
 * One page of somebody's cases, the nearest day first, and how many there are, up to one more than is listed. Hers and those she stands in
 * for are two walks along an index, each no longer than the page or the list needs, and joined afterwards.
 */
export async function casesOf(
  tx: Tx<Tables>,
  tenantId: string,
  membershipId: string,
  { isClosed, offset, size }: CasePage,
): Promise<{ readonly rows: readonly CaseFile[]; readonly total: number }> {
  const order = isClosed ? sql`c.closed_on desc, c.id` : sql`c.next_on, c.id`;
  const half = (column: 'coordinator_id' | 'substitute_id', most: number) => sql`
    (select c.id from care.case_file c where c.tenant_id = ${tenantId} and c.${sql.ref(column)} = ${membershipId}
      and c.closed_on is ${isClosed ? sql`not null` : sql`null`} order by ${order} limit ${most})`;
  const query = tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .where('c.tenant_id', '=', tenantId)
    .where(
      sql<boolean>`c.id in (${half('coordinator_id', offset + size)} union all ${half('substitute_id', offset + size)})`,
    );
  const sorted = isClosed ? query.orderBy('c.closed_on', 'desc') : query.orderBy('c.next_on');
  const rows = await sorted.orderBy('c.id').offset(offset).limit(size).execute();
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from (${half('coordinator_id', MOST_LISTED + 1)} union all
      ${half('substitute_id', MOST_LISTED + 1)} limit ${MOST_LISTED + 1}) listed`.execute(tx);
  return {
    rows: rows.map(caseOf),
    total: counted[0]?.total ?? 0,
  };
}
