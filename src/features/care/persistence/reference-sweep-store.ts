import type { Tx } from '../../../platform/db/transact.ts';
import { openMany } from '../../../platform/vault/sealing.ts';
import type { CaseContent } from '../domain/cases/case-file.ts';
import { aboutPerson, CONTENT, referenceColumns } from './case-store.ts';

type Tables = 'care.case_file' | 'care.reference_sweep' | 'vault.dossier_key';

/**
 * Writes beside what a case says under what it is found in the own system, when that is in it and stands nowhere else yet. Once it
 * was done, or the case is gone, it does not wait any more. @returns whether the case was opened for it
 */
export async function sweepReference(tx: Tx<Tables>, tenantId: string, id: string): Promise<boolean> {
  const waiting = await tx
    .deleteFrom('care.reference_sweep')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (waiting.numDeletedRows === 0n) return false;
  const row = await tx
    .selectFrom('care.case_file')
    .select(['id', 'dossier_id as dossierId', 'content'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    // whoever changed the case since wrote it already
    .where('reference', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const { dossierId, content: sealed } = row;
  const [content] = await openMany(tx, [{ sealed, about: aboutPerson(id), dossierId, column: CONTENT, rowId: id }]);
  if (content === undefined) return false;
  await tx
    .updateTable('care.case_file')
    .set(await referenceColumns(tx, row, JSON.parse(content) as CaseContent))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  return true;
}
