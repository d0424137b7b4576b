import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { CaseFile } from '../domain/cases/case-file.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { aboutPerson } from './case-store.ts';

type Table = 'care.safety';
type Vault = 'vault.dossier_key';
const CONTENT = 'care.safety.content';

/** The list of a case, and who answered it last. */
export interface KeptSafety {
  readonly safety: Safety;
  readonly answeredOn: PlainDate;
  readonly answeredByName: string;
  readonly version: number;
}

/** Opens the list of a case; undefined while nobody was asked, or when its key was destroyed. */
export async function safetyOf(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id, dossierId }: Pick<CaseFile, 'id' | 'dossierId'>,
): Promise<KeptSafety | undefined> {
  const row = await tx
    .selectFrom('care.safety')
    .select(['content', 'answered_on', 'answered_by_name', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const cell = { about: aboutPerson(id), dossierId, rowId: id, column: CONTENT, sealed: row.content } as const;
  const [content] = await openMany(tx, [cell]);
  if (content === undefined) return undefined;
  return {
    safety: JSON.parse(content) as Safety,
    answeredOn: row.answered_on,
    answeredByName: row.answered_by_name,
    version: row.version,
  };
}

/** Writes the list over the version that was seen, 0 for the first. @returns false when somebody else did so meanwhile. */
export async function writeSafety(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id, dossierId }: Pick<CaseFile, 'id' | 'dossierId'>,
  safety: Safety,
  by: { readonly name: string; readonly on: PlainDate; readonly seenVersion: number },
): Promise<boolean> {
  const values = {
    content: await sealFor(tx, dossierId, CONTENT, id, JSON.stringify(safety)),
    answered_on: by.on,
    answered_by_name: by.name,
    version: by.seenVersion + 1,
  };
  if (by.seenVersion === 0) {
    const laid = await tx
      .insertInto('care.safety')
      .values({ tenant_id: tenantId, case_id: id, dossier_id: dossierId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return laid.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('care.safety')
    .set(values)
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', id)
    .where('version', '=', by.seenVersion)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
