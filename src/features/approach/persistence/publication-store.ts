import type { Tx } from '../../../platform/db/transact.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { NOT_PUBLISHED, type Publication } from '../domain/publication.ts';

type Publications = Tx<'approach.publication'>;

/** What a municipality chose; without a choice everybody outside sees nothing. */
export async function loadPublication(tx: Publications, tenantId: string): Promise<Publication> {
  const row = await tx
    .selectFrom('approach.publication')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row ? { isPublic: row.is_public, version: row.version, changedOn: dutchDay(row.changed_at) } : NOT_PUBLISHED;
}

/** The municipalities that let everybody see how their approach stands. */
export async function publishingTenants(tx: Publications): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('approach.publication').select('tenant_id').where('is_public', '=', true).execute();
  return new Set(rows.map(({ tenant_id }) => tenant_id));
}

/** Saves the choice over the one before it; false when a colleague chose in between. */
export async function savePublication(
  tx: Publications,
  tenantId: string,
  choice: Pick<Publication, 'isPublic' | 'version'>,
  at: Date,
): Promise<boolean> {
  const row = { is_public: choice.isPublic, version: choice.version, changed_at: at };
  const saved =
    choice.version === 1
      ? await tx
          .insertInto('approach.publication')
          .values({ tenant_id: tenantId, ...row })
          .onConflict((conflict) => conflict.column('tenant_id').doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await tx
          .updateTable('approach.publication')
          .set(row)
          .where('tenant_id', '=', tenantId)
          .where('version', '=', choice.version - 1)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows);
  return saved === 1n;
}
