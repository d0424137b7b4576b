import { sql } from 'kysely';
import type { AnyTx } from '../db/transact.ts';
import type { DueWork } from '../runner/run-due.ts';
import { lendKeys } from '../vault/lending.ts';
import type { Vault } from '../vault/vault.ts';
import type { Scan } from './clamd.ts';
import { deleteFile, openFile } from './file-store.ts';

/** A scanner that did not answer is asked again after so many minutes. */
const AGAIN_MINUTES = 15;

/** With what is looked through: a scanner there is now, and the keys of what it looks at. */
export interface Scanning {
  readonly scan: Scan;
  readonly vault: Vault;
}

/** A kind of record that holds a file which may have come while there was no scanner. */
export interface Unscanned {
  /** Of the work, such as 'signals.scan-photo'. */
  readonly kind: string;
  /** Its table, with `file_id`, `scan_at` and `scanned_at`. */
  readonly table: DueWork['table'];
  /** Tells whoever needs to know, before a harmful one goes with its file. */
  readonly onHarmful?: (tx: AnyTx, of: { readonly tenantId: string; readonly id: string }, now: Date) => Promise<void>;
}

/**
 * Offers what came while there was no scanner to the one there is now. When something harmful is found it goes, with its file. The
 * scanner is asked outside any transaction: it may be slow.
 */
export const scanLaterWork = ({ kind, table, onHarmful }: Unscanned, { scan, vault }: Scanning): DueWork => ({
  kind,
  table,
  dueColumn: 'scan_at',
  waiting: 'scan_at is not null',
  async run({ tenantId, id }, enterAs) {
    const rows = sql.table(table);
    const hold = async (tx: AnyTx, now: Date): Promise<string | undefined> => {
      const held = await sql<{ file_id: string }>`select file_id from ${rows}
        where tenant_id = ${tenantId} and id = ${id} and scan_at <= ${now} for update`.execute(tx);
      return held.rows[0]?.file_id;
    };
    const keys = await vault.keysFor(tenantId);
    const file = await enterAs('own', async (tx, { now }) => {
      lendKeys(tx, keys);
      const fileId = await hold(tx, now);
      return fileId === undefined ? undefined : openFile(tx, tenantId, fileId);
    });
    const verdict = file && (await scan(file.bytes));
    await enterAs('own', async (tx, { now }) => {
      if (!(await hold(tx, now))) return;
      if (file && verdict === 'found') {
        await onHarmful?.(tx, { tenantId, id }, now);
        await sql`delete from ${rows} where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
        await deleteFile(tx, tenantId, file.id);
        return;
      }
      const again = new Date(now.getTime() + AGAIN_MINUTES * 60_000);
      const isClean = verdict === 'clean';
      await sql`update ${rows} set scan_at = ${isClean ? null : again}, scanned_at = ${isClean ? now : null}
        where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
    });
  },
});
