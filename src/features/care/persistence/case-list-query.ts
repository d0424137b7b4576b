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

/**
 * One page of somebody's cases, the nearest day first, and how many there are. Hers and those she stands in for are two walks along an
 * index, each no longer than the page needs, and joined afterwards.
 */
export async function casesOf(
  tx: Tx<Tables>,
  tenantId: string,
  membershipId: string,
  { isClosed, offset, size }: CasePage,
): Promise<{ readonly rows: readonly CaseFile[]; readonly total: number }> {
  const order = isClosed ? sql`c.closed_on desc, c.id` : sql`c.next_on, c.id`;
  const half = (column: 'coordinator_id' | 'substitute_id') => sql`
    (select c.id from care.case_file c where c.tenant_id = ${tenantId} and c.${sql.ref(column)} = ${membershipId}
      and c.closed_on is ${isClosed ? sql`not null` : sql`null`} order by ${order} limit ${offset + size})`;
  const query = tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .where('c.tenant_id', '=', tenantId)
    .where(sql<boolean>`c.id in (${half('coordinator_id')} union all ${half('substitute_id')})`);
  const sorted = isClosed ? query.orderBy('c.closed_on', 'desc') : query.orderBy('c.next_on');
  const rows = await sorted.orderBy('c.id').offset(offset).limit(size).execute();
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from care.case_file c where c.tenant_id = ${tenantId}
      and (c.coordinator_id = ${membershipId} or c.substitute_id = ${membershipId})
      and c.closed_on is ${isClosed ? sql`not null` : sql`null`}`.execute(tx);
  return {
    rows: rows.map(caseOf),
    total: counted[0]?.total ?? 0,
  };
}
