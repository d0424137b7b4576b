import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_KEYS } from '../../../test/support/app.ts';
import { anOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { keepLedger } from '../audit/reveal.ts';
import { enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { destroyDossierKey } from './dossier-keys.ts';
import { lendKeys } from './lending.ts';
import { openMany, sealMany } from './sealing.ts';
import { sweepDestroyedKeys } from './sweep.ts';
import { createVault, type Vault } from './vault.ts';

const COLUMN = 'files.file.sealed';

describe('a destroyed key', () => {
  let database: TestDatabase;
  let vault: Vault;
  let tenant: string;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    vault = createVault(database.kysely, TEST_KEYS);
    tenant = (await anOrganisation(database)).id;
  });
  afterAll(() => database?.close());

  /** The bytes of the table with dossier keys, as they are on the disk. */
  async function onDisk(): Promise<Buffer> {
    await sql`checkpoint`.execute(database.admin);
    const { rows } = await sql<{ path: string; folder: string }>`
      select pg_relation_filepath('vault.dossier_key') as path, current_setting('data_directory') as folder`.execute(
      database.admin,
    );
    return readFileSync(join(rows[0]!.folder, rows[0]!.path));
  }
  const sealed = () =>
    database.admin
      .selectFrom('vault.dossier_key')
      .select(['dossier_id', 'wrapped'])
      .where('wrapped', 'is not', null)
      .execute();

  it('is nowhere on the disk after the sweep, while the others stay; and nothing is swept when nothing was destroyed', async () => {
    const keys = await vault.keysFor(tenant);
    const cells = Array.from(
      { length: 300 },
      (_, i) => ({ dossierId: newId(), rowId: newId(), column: COLUMN, content: `${i}`, about: 'nobody' }) as const,
    );
    const inTenant = <T>(run: (tx: never) => Promise<T>) =>
      enter(database.kysely, { door: 'own', tenantId: tenant }, (tx) => {
        lendKeys(tx, keys);
        keepLedger(tx);
        return run(tx as never);
      });
    const made = await inTenant((tx) => sealMany(tx, cells));
    expect(await sweepDestroyedKeys(database.admin)).toBe(false);
    const all = await sealed();
    const [gone, kept] = [all.filter((_, index) => index % 3 === 0), all.filter((_, index) => index % 3 !== 0)];
    // at once, and scattered: so that a plain VACUUM would leave many of them where they lay
    await inTenant(async (tx) => {
      for (const { dossier_id } of gone)
        await destroyDossierKey(tx, tenant, dossier_id, new Date('2026-11-29T12:00:00Z'));
    });
    const found = async (rows: typeof gone) => {
      const bytes = await onDisk();
      return rows.filter(({ wrapped }) => bytes.includes(wrapped!)).length;
    };
    expect(await found(gone)).toBe(100);
    await sql`vacuum vault.dossier_key`.execute(database.admin);
    expect(await found(gone)).toBeGreaterThan(0);
    expect(await sweepDestroyedKeys(database.admin)).toBe(true);
    expect([await found(gone), await found(kept)]).toEqual([0, 200]);
    expect(await sweepDestroyedKeys(database.admin)).toBe(false);
    const destroyed = new Set(gone.map(({ dossier_id }) => dossier_id));
    const texts = await inTenant((tx) =>
      openMany(
        tx,
        cells.map((cell, index) => ({ ...cell, sealed: made[index]! })),
      ),
    );
    expect(texts).toEqual(cells.map(({ dossierId, content }) => (destroyed.has(dossierId) ? undefined : content)));
  });

  it('does not come back with a copy of the data: without the keys, that opens nothing', async () => {
    const copy = await createDatabase({ reference: false });
    try {
      const other = createVault(copy.kysely, TEST_KEYS);
      const place = { dossierId: newId(), rowId: newId(), column: COLUMN, about: 'nobody' } as const;
      const keys = await vault.keysFor(tenant);
      const [made] = await enter(database.kysely, { door: 'own', tenantId: tenant }, (tx) => {
        lendKeys(tx, keys);
        return sealMany(tx, [{ ...place, content: 'geheim' }]);
      });
      const theirs = await other.keysFor(tenant);
      await expect(
        enter(copy.kysely, { door: 'own', tenantId: tenant }, (tx) => {
          lendKeys(tx, theirs);
          keepLedger(tx);
          return openMany(tx, [{ ...place, sealed: made! }]);
        }),
      ).rejects.toMatchObject({ code: 'seal-broken' });
      other.close();
    } finally {
      await copy.close();
    }
  });
});
