import type { Scan } from '../../../platform/files/clamd.ts';
import { deleteFile, openFile } from '../../../platform/files/file-store.ts';
import type { DueWork } from '../../../platform/runner/run-due.ts';
import { lendKeys } from '../../../platform/vault/lending.ts';
import type { Vault } from '../../../platform/vault/vault.ts';
import { deletePhoto, holdUnscanned, noteScan } from '../persistence/photo-store.ts';

/** A scanner that did not answer is asked again after so many minutes. */
const AGAIN_MINUTES = 15;

/**
 * Offers a photograph that came while there was no scanner to the one there is now. Until it was looked through only whoever added it
 * opens it; when something harmful is found it goes, with its file. The scanner is asked outside any transaction: it may be slow.
 */
export const photoScanWork = ({ scan, vault }: { readonly scan: Scan; readonly vault: Vault }): DueWork => ({
  kind: 'signals.scan-photo',
  table: 'signals.photo',
  dueColumn: 'scan_at',
  waiting: 'scan_at is not null',
  async run({ tenantId, id }, enterAs) {
    const keys = await vault.keysFor(tenantId);
    const file = await enterAs('own', async (tx, { now }) => {
      lendKeys(tx, keys);
      const fileId = await holdUnscanned(tx, tenantId, id, now);
      return fileId === undefined ? undefined : openFile(tx, tenantId, fileId);
    });
    const verdict = file && (await scan(file.bytes));
    await enterAs('own', async (tx, { now }) => {
      if (!(await holdUnscanned(tx, tenantId, id, now))) return;
      if (file && verdict === 'found') {
        await deletePhoto(tx, tenantId, id);
        await deleteFile(tx, tenantId, file.id);
        return;
      }
      const againAt = new Date(now.getTime() + AGAIN_MINUTES * 60_000);
      await noteScan(tx, tenantId, id, verdict === 'clean' ? { scannedAt: now } : { againAt });
    });
  },
});
