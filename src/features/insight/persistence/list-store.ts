import { sql } from 'kysely';
import type { AnyTx } from '../../../platform/db/transact.ts';
import type { ListSource } from '../../../shared-kernel/list-source.ts';

/** How many persons stand on exactly these lists of a year, and how many of those nobody named. */
export interface ListedPersons {
  readonly year: number;
  readonly lists: readonly string[];
  readonly persons: number;
  readonly nameless: number;
}

/** Every combination of lists of the organisation itself, by year, the last year first, through the contract view. One statement. */
export async function listedPersons(
  tx: AnyTx,
  { view }: ListSource,
  tenantId: string,
): Promise<readonly ListedPersons[]> {
  const { rows } = await sql<ListedPersons>`
    select year, lists, persons, nameless from ${sql.table(view)}
    where tenant_id = ${tenantId}::uuid order by year desc, persons desc, lists`.execute(tx);
  return rows;
}
