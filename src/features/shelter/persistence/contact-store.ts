import type { Tx } from '../../../platform/db/transact.ts';

type Table = 'shelter.contact';

/** On which number a shelter is called by who places people, and when somebody answers. */
export interface ShelterContact {
  readonly number: string;
  readonly hours: string;
  readonly version: number;
}

/** Of these shelters, by id; through the door `published`, or of the own one. */
export async function shelterContacts(
  tx: Tx<Table>,
  tenantIds: readonly string[],
): Promise<ReadonlyMap<string, ShelterContact>> {
  if (tenantIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('shelter.contact')
    .select(['tenant_id', 'number', 'hours', 'version'])
    .where('tenant_id', 'in', [...new Set(tenantIds)])
    .execute();
  return new Map(rows.map(({ tenant_id, ...contact }) => [tenant_id, contact]));
}

/** Writes it as whoever saw this version of it wants it; 0 when there was none. @returns false when somebody else was quicker */
export async function saveContact(
  tx: Tx<Table>,
  tenantId: string,
  { number, hours, version }: ShelterContact,
  at: Date,
): Promise<boolean> {
  const row = { number, hours, version: version + 1, changed_at: at };
  if (version === 0) {
    const laid = await tx
      .insertInto('shelter.contact')
      .values({ tenant_id: tenantId, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return laid.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('shelter.contact')
    .set(row)
    .where('tenant_id', '=', tenantId)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
