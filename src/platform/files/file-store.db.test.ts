import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEST_KEYS } from '../../../test/support/app.ts';
import { anOrganisation } from '../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { keepLedger, revealedIn } from '../audit/reveal.ts';
import { type AnyTx, enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { destroyDossierKey } from '../vault/dossier-keys.ts';
import { lendKeys } from '../vault/lending.ts';
import { masterKeyOf, newMasterKey } from '../vault/master-key.ts';
import { seal } from '../vault/seal.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import { bringFilesOver } from './bring-over.ts';
import { openFile, storeFile } from './file-store.ts';

describe('a file', () => {
  let database: TestDatabase;
  let vault: Vault;
  let tenant: string;

  beforeAll(async () => {
    database = await sharedDatabase();
    vault = createVault(database.kysely, TEST_KEYS);
  });
  beforeEach(async () => {
    tenant = (await anOrganisation(database)).id;
  });

  async function as<T>(run: (tx: AnyTx) => Promise<T>): Promise<T> {
    const keys = await vault.keysFor(tenant);
    return enter(database.kysely, { door: 'own', tenantId: tenant }, async (tx) => {
      lendKeys(tx, keys);
      keepLedger(tx);
      return run(tx);
    });
  }
  const BYTES = Buffer.from('%PDF-1.7 KANARIE-BESTAND');
  const store = (dossierId?: string) =>
    as((tx) =>
      storeFile(tx, {
        tenantId: tenant,
        name: 'Besluit.pdf',
        mediaType: 'application/pdf',
        bytes: BYTES,
        uploadedBy: newId(),
        at: new Date(0),
        ...(dossierId && { dossierId }),
      }),
    );
  const rowOf = (id: string) =>
    database.admin.selectFrom('files.file').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('is sealed, and opens again', async () => {
    const { id } = await store();
    expect(Buffer.from((await rowOf(id)).sealed).includes('KANARIE')).toBe(false);
    expect((await as((tx) => openFile(tx, tenant, id)))?.bytes).toEqual(BYTES);
  });

  it('does not open with the content of another file of the same organisation', async () => {
    const [one, two] = [await store(), await store()];
    const { sealed } = await rowOf(two.id);
    await database.admin.updateTable('files.file').set({ sealed }).where('id', '=', one.id).execute();
    await expect(as((tx) => openFile(tx, tenant, one.id))).rejects.toMatchObject({ code: 'seal-broken' });
  });

  it('of a dossier is unreadable when the key of the dossier was destroyed; files beside it are not', async () => {
    const dossierId = newId();
    const [gone, kept] = [await store(dossierId), await store()];
    await as((tx) => destroyDossierKey(tx, tenant, dossierId, new Date(0)));
    expect(await as((tx) => openFile(tx, tenant, gone.id))).toBeUndefined();
    expect((await as((tx) => openFile(tx, tenant, kept.id)))?.bytes).toEqual(BYTES);
  });

  it('about a person leaves a note of whom when it is opened', async () => {
    const dossierId = newId();
    const { id } = await store(dossierId);
    const noted = await as(async (tx) => {
      await openFile(tx, tenant, id, { kind: 'slachtoffer', id: dossierId });
      return revealedIn(tx);
    });
    expect(noted).toMatchObject([{ dossierId, columns: ['files.file.sealed'] }]);
  });

  it('that was sealed before dossiers had keys is sealed anew, once', async () => {
    const master = masterKeyOf(newMasterKey(), 'proef');
    const { id } = await store();
    const old = seal(master.derive(`files:${tenant}`), randomBytes(20), `files.file:${tenant}:${id}`);
    const before = { sealed: old as Uint8Array as never, is_sealed_by_dossier: false };
    await database.admin.updateTable('files.file').set(before).where('id', '=', id).execute();
    await expect(as((tx) => openFile(tx, tenant, id))).rejects.toThrow();
    expect(await bringFilesOver(database.kysely, vault, master, [tenant])).toBe(1);
    expect((await as((tx) => openFile(tx, tenant, id)))?.bytes).toHaveLength(20);
    expect(await bringFilesOver(database.kysely, vault, master, [tenant])).toBe(0);
  });
});
