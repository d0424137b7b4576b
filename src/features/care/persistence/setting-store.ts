import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Depth } from '../domain/cases/case-file.ts';
import { type CareSetting, DEFAULT_SETTING } from '../domain/cases/setting.ts';

type Table = 'care.setting';

/** How this organisation keeps its cases; lean until it chose. */
export async function settingOf(tx: Tx<Table>, tenantId: string): Promise<CareSetting> {
  const row = await tx
    .selectFrom('care.setting')
    .select(['depth', 'assurance', 'caseload_norm', 'version'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (!row) return DEFAULT_SETTING;
  return {
    depth: row.depth as Depth,
    assurance: row.assurance ?? undefined,
    caseloadNorm: row.caseload_norm ?? undefined,
    version: row.version,
  };
}

/** Writes it over the version that was seen. @returns false when somebody else did so meanwhile. */
export async function writeSetting(
  tx: Tx<Table>,
  tenantId: string,
  setting: CareSetting,
  by: { readonly name: string; readonly on: PlainDate },
): Promise<boolean> {
  const values = {
    depth: setting.depth,
    assurance: setting.assurance ?? null,
    caseload_norm: setting.caseloadNorm ?? null,
    changed_on: by.on,
    changed_by_name: by.name,
    version: setting.version + 1,
  };
  if (setting.version === 0) {
    const laid = await tx
      .insertInto('care.setting')
      .values({ tenant_id: tenantId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return laid.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('care.setting')
    .set(values)
    .where('tenant_id', '=', tenantId)
    .where('version', '=', setting.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
