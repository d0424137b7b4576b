import type { Kysely } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import { enter, type Tx } from '../db/transact.ts';
import { lendKeys } from '../vault/lending.ts';
import type { MasterKey } from '../vault/master-key.ts';
import { unseal } from '../vault/seal.ts';
import { sealFor } from '../vault/sealing.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * Seals the files of these organisations anew that were sealed under a key made from the master key itself, as was done before there
 * were keys per organisation and dossier. One file a transaction; cut off, it goes on where it was.
 * @returns how many files were sealed anew
 */
export async function bringFilesOver(
  db: Kysely<DB>,
  vault: Vault,
  master: MasterKey,
  tenantIds: readonly string[],
): Promise<number> {
  const done = { files: 0 };
  for (const tenantId of tenantIds) {
    const old = await enter(db, { door: 'own', tenantId, readOnly: true }, (tx) => sealedTheOldWay(tx, tenantId));
    for (const id of old) {
      const keys = await vault.keysFor(tenantId);
      await enter(db, { door: 'own', tenantId }, async (tx) => {
        lendKeys(tx, keys);
        await sealAnew(tx, master, tenantId, id);
      });
      done.files += 1;
    }
  }
  return done.files;
}

async function sealedTheOldWay(tx: Tx<'files.file'>, tenantId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('files.file')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('is_sealed_by_dossier', '=', false)
    .execute();
  return rows.map(({ id }) => id);
}

async function sealAnew(
  tx: Tx<'files.file' | 'vault.dossier_key'>,
  master: MasterKey,
  tenantId: string,
  id: string,
): Promise<void> {
  const row = await tx
    .selectFrom('files.file')
    .select('sealed')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('is_sealed_by_dossier', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const bytes = unseal(master.derive(`files:${tenantId}`), row.sealed, `files.file:${tenantId}:${id}`);
  if (!bytes) throw new Error(`file ${id} does not open: its content or its key is not what it was`);
  await tx
    .updateTable('files.file')
    .set({ sealed: await sealFor(tx, tenantId, 'files.file.sealed', id, bytes), is_sealed_by_dossier: true })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
