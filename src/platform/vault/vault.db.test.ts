import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { anOrganisation } from '../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { keepLedger, revealedIn } from '../audit/reveal.ts';
import { type AnyTx, enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { destroyDossierKey } from './dossier-keys.ts';
import { ringSource } from './key-ring.ts';
import { type KeySource, KeysUnavailable } from './key-source.ts';
import { lendKeys } from './lending.ts';
import { newMasterKey } from './master-key.ts';
import { pseudonymOf } from './pseudonym.ts';
import { blindIndex, openMany, sealFor, sealMany, type ToOpen } from './sealing.ts';
import { createVault, type Vault } from './vault.ts';

const COLUMN = 'files.file.sealed';
type Cell = ToOpen<typeof COLUMN>;

describe('the vault', () => {
  let database: TestDatabase;
  let master: string;
  let vault: Vault;
  let tenant: string;

  beforeAll(async () => {
    database = await sharedDatabase();
  });
  beforeEach(async () => {
    master = newMasterKey();
    vault = createVault(
      database.kysely,
      ringSource(async () => master, 'De sleutel van de proef'),
    );
    tenant = (await anOrganisation(database)).id;
  });
  afterEach(() => {
    vault.close();
    vi.useRealTimers();
  });

  async function as<T>(tenantId: string, run: (tx: AnyTx) => Promise<T>, of: Vault = vault): Promise<T> {
    const keys = await of.keysFor(tenantId);
    return enter(database.kysely, { door: 'own', tenantId }, async (tx) => {
      lendKeys(tx, keys);
      keepLedger(tx);
      return run(tx);
    });
  }
  async function cell(text: string, at: Partial<Cell> = {}, tenantId = tenant): Promise<Cell> {
    const place = { dossierId: newId(), rowId: newId(), about: 'nobody', column: COLUMN, ...at } as const;
    const sealed = await as(tenantId, (tx) => sealFor(tx, place.dossierId, COLUMN, place.rowId, text));
    return { ...place, sealed };
  }
  const open = (cells: readonly Cell[], tenantId = tenant, of = vault) => as(tenantId, (tx) => openMany(tx, cells), of);

  it('opens what it sealed, in the order asked, also in a process that starts later', async () => {
    const dossierId = newId();
    const cells = [await cell('een', { dossierId }), await cell('twee'), await cell('', { dossierId })];
    const later = createVault(
      database.kysely,
      ringSource(async () => master, 'De sleutel van de proef'),
    );
    expect(await open(cells, tenant, later)).toEqual(['een', 'twee', '']);
    later.close();
  });

  it('never seals the same text to the same bytes', async () => {
    const place = { dossierId: newId(), rowId: newId() };
    expect((await cell('gelijk', place)).sealed).not.toEqual((await cell('gelijk', place)).sealed);
  });

  it('finds the same value again within an organisation, and gives every other organisation and column another index', async () => {
    const other = (await anOrganisation(database)).id;
    const [place, person] = ['signals.signal_report.place', 'signals.identity.content'] as const;
    const indexOf = async (tenantId: string, column: typeof place | typeof person) =>
      (await as(tenantId, async (tx) => blindIndex(tx, column, 'voorbeeldstraat 1'))).toString('hex');
    const ours = await indexOf(tenant, place);
    expect(await indexOf(tenant, place)).toBe(ours);
    expect(new Set([ours, await indexOf(other, place), await indexOf(tenant, person)]).size).toBe(3);
  });

  it('does not open what was moved to another row, column, dossier or organisation, or changed', async () => {
    const dossierId = newId();
    const sealed = await cell('geheim', { dossierId });
    const other = await cell('ander', { dossierId });
    const broken = { code: 'seal-broken' };
    await expect(open([{ ...sealed, rowId: other.rowId }])).rejects.toMatchObject(broken);
    const elsewhere = { ...sealed, column: 'accounts.late_form.sealed' } as unknown as Cell;
    await expect(open([elsewhere])).rejects.toMatchObject(broken);
    await expect(open([{ ...sealed, dossierId: newId() }])).rejects.toMatchObject(broken);
    await expect(open([sealed], (await anOrganisation(database)).id)).rejects.toMatchObject(broken);
    for (const index of [0, 5, 20, 40, sealed.sealed.length - 1]) {
      const changed = Buffer.from(sealed.sealed);
      changed[index]! ^= 1;
      await expect(open([{ ...sealed, sealed: changed as never }]), `byte ${index}`).rejects.toMatchObject(broken);
    }
  });

  it('does not open a row that was copied with its key to another organisation', async () => {
    const sealed = await cell('geheim');
    const thief = (await anOrganisation(database)).id;
    await cell('eigen', {}, thief);
    const key = await database.admin
      .selectFrom('vault.dossier_key')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .executeTakeFirstOrThrow();
    const theirs = await database.admin
      .selectFrom('vault.tenant_key')
      .select('id')
      .where('tenant_id', '=', thief)
      .where('purpose', '=', 'dossier')
      .executeTakeFirstOrThrow();
    await database.admin
      .insertInto('vault.dossier_key')
      .values({ ...key, tenant_id: thief, tenant_key_id: theirs.id })
      .execute();
    await expect(open([sealed], thief)).rejects.toMatchObject({ code: 'seal-broken' });
  });

  it('does not open a dossier with the key of another dossier of the same organisation laid in its place', async () => {
    const [one, two] = [await cell('een'), await cell('twee')];
    const keyOf = (dossierId: string) =>
      database.admin
        .selectFrom('vault.dossier_key')
        .select('wrapped')
        .where('dossier_id', '=', dossierId)
        .executeTakeFirstOrThrow();
    const { wrapped } = await keyOf(two.dossierId);
    await database.admin
      .updateTable('vault.dossier_key')
      .set({ wrapped })
      .where('dossier_id', '=', one.dossierId)
      .execute();
    await expect(open([one])).rejects.toThrow(`the key of dossier ${one.dossierId} does not open`);
    expect(await open([two])).toEqual(['twee']);
  });

  it('gives each organisation keys once, also when two processes ask at the same moment', async () => {
    const second = createVault(
      database.kysely,
      ringSource(async () => master, 'De sleutel van de proef'),
    );
    const [one, two] = await Promise.all([vault.keysFor(tenant), second.keysFor(tenant)]);
    expect(one.active('dossier').key).toEqual(two.active('dossier').key);
    const published = await database.admin
      .selectFrom('vault.exchange_key')
      .select('id')
      .where('tenant_id', '=', tenant)
      .execute();
    expect(published).toEqual([{ id: one.active('exchange').id }]);
    second.close();
  });

  it('makes one key for a dossier, also when two deeds are the first at once', async () => {
    const dossierId = newId();
    const cells = await Promise.all(['a', 'b', 'c', 'd'].map((text) => cell(text, { dossierId })));
    expect(await open(cells)).toEqual(['a', 'b', 'c', 'd']);
    const keys = await database.admin
      .selectFrom('vault.dossier_key')
      .select('id')
      .where('dossier_id', '=', dossierId)
      .execute();
    expect(keys).toHaveLength(1);
  });

  it('opens nothing of a dossier whose key was destroyed, and seals nothing more for it', async () => {
    const dossierId = newId();
    const cells = [await cell('weg', { dossierId }), await cell('blijft')];
    expect(await as(tenant, (tx) => destroyDossierKey(tx, tenant, dossierId, new Date(0)))).toBe(true);
    expect(await open(cells)).toEqual([undefined, 'blijft']);
    await expect(cell('nog eens', { dossierId })).rejects.toMatchObject({ code: 'dossier-erased' });
    expect(await as(tenant, (tx) => destroyDossierKey(tx, tenant, dossierId, new Date(0)))).toBe(false);
  });

  it('opens nothing without keys that were lent to the transaction', async () => {
    const sealed = await cell('geheim');
    await expect(
      enter(database.kysely, { door: 'own', tenantId: tenant }, (tx) => openMany(tx, [sealed])),
    ).rejects.toThrow('this transaction has no keys');
  });

  it('opens nothing about a person where no log is kept', async () => {
    const sealed = await cell('geheim', { about: { kind: 'slachtoffer', id: newId() } });
    const keys = await vault.keysFor(tenant);
    await expect(
      enter(database.kysely, { door: 'own', tenantId: tenant }, (tx) => {
        lendKeys(tx, keys);
        return openMany(tx, [sealed]);
      }),
    ).rejects.toThrow('personal data is opened only by');
  });

  it('notes each person once per dossier, under a pseudonym, and whoever is nobody not at all', async () => {
    const [dossierId, id] = [newId(), newId()];
    const about = { kind: 'slachtoffer', id };
    const cells = [await cell('a', { dossierId, about }), await cell('b', { dossierId, about }), await cell('c')];
    const [noted, pseudonym] = await as(tenant, async (tx) => {
      await openMany(tx, cells);
      return [revealedIn(tx), pseudonymOf(tx, 'slachtoffer', id)];
    });
    expect(noted).toEqual([{ subject: { kind: 'slachtoffer', pseudonym }, dossierId, columns: [COLUMN] }]);
    expect(pseudonym.includes(id)).toBe(false);
  });

  it('gives one subject another pseudonym in every organisation', async () => {
    const other = (await anOrganisation(database)).id;
    const of = (tenantId: string) => as(tenantId, async (tx) => pseudonymOf(tx, 'slachtoffer', 'x').toString('hex'));
    expect(await of(tenant)).toBe(await of(tenant));
    expect(await of(tenant)).not.toBe(await of(other));
  });

  it('says that the keys are away when the master key is another, is gone, or is not a key', async () => {
    await cell('geheim');
    for (const text of [newMasterKey(), '', 'geen sleutel']) {
      const other = createVault(
        database.kysely,
        ringSource(async () => text, 'De sleutel van de proef'),
      );
      await expect(other.keysFor(tenant)).rejects.toMatchObject({ code: 'keys-unavailable' });
    }
    const gone = ringSource(() => Promise.reject(new Error('ENOENT')), 'De sleutel van de proef');
    await expect(createVault(database.kysely, gone).keysFor(tenant)).rejects.toBeInstanceOf(KeysUnavailable);
  });

  it('tries again after the keys were away', async () => {
    const ring = ringSource(async () => master, 'De sleutel van de proef');
    const away = { now: true };
    const source: KeySource = {
      ...ring,
      wrap: (keys) => (away.now ? Promise.reject(new KeysUnavailable('weg')) : ring.wrap(keys)),
    };
    const tried = createVault(database.kysely, source);
    await expect(tried.keysFor(tenant)).rejects.toBeInstanceOf(KeysUnavailable);
    away.now = false;
    expect((await tried.keysFor(tenant)).tenantId).toBe(tenant);
    tried.close();
  });

  it('lends keys for twenty seconds and overwrites them after thirty', async () => {
    await vault.keysFor(tenant);
    vault.close();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const keys = await vault.keysFor(tenant);
    const bytes = keys.active('dossier').key;
    const derived = keys.secretFor('proef');
    vi.advanceTimersByTime(19_999);
    expect(await vault.keysFor(tenant)).toBe(keys);
    vi.advanceTimersByTime(2);
    const fresh = await vault.keysFor(tenant);
    expect(fresh).not.toBe(keys);
    expect(bytes.every((byte) => byte === 0)).toBe(false);
    vi.advanceTimersByTime(10_000);
    expect([bytes, derived].map((key) => key.every((byte) => byte === 0))).toEqual([true, true]);
    expect(() => keys.active('dossier')).toThrow(KeysUnavailable);
    expect(fresh.active('dossier').key).toHaveLength(32);
  });

  it('seals a thousand cells of a hundred dossiers in a handful of statements', async () => {
    const meter = { statements: 0 };
    const keys = await vault.keysFor(tenant);
    const dossiers = Array.from({ length: 100 }, newId);
    await enter(database.kysely, { door: 'own', tenantId: tenant, meter }, async (tx) => {
      lendKeys(tx, keys);
      keepLedger(tx);
      const places = Array.from(
        { length: 1000 },
        (_, i) => ({ dossierId: dossiers[i % 100]!, rowId: newId(), column: COLUMN, about: 'nobody' }) as const,
      );
      const sealed = await sealMany(
        tx,
        places.map((place, i) => ({ ...place, content: `tekst ${i}` })),
      );
      const texts = await openMany(
        tx,
        places.map((place, i) => ({ ...place, sealed: sealed[i]! })),
      );
      expect(texts[999]).toBe('tekst 999');
    });
    expect(meter.statements).toBeLessThanOrEqual(4);
  });

  it('seals bytes too', async () => {
    const bytes = randomBytes(300);
    const place = { dossierId: newId(), rowId: newId() };
    const sealed = await as(tenant, (tx) => sealFor(tx, place.dossierId, COLUMN, place.rowId, bytes));
    const { openBytes } = await import('./sealing.ts');
    expect(await as(tenant, (tx) => openBytes(tx, [{ ...place, sealed, column: COLUMN, about: 'nobody' }]))).toEqual([
      bytes,
    ]);
  });
});
