import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { keepLedger } from '../audit/reveal.ts';
import { enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { keyRingOf, ringSource } from './key-ring.ts';
import type { KeySource } from './key-source.ts';
import { lendKeys } from './lending.ts';
import { newMasterKey } from './master-key.ts';
import { forgetFormerMasterKeys, rotateMasterKey } from './master-rotation.ts';
import type { KeyRing } from './ring-store.ts';
import { rotateTenantKeys } from './rotation.ts';
import { openMany, sealFor, type ToOpen } from './sealing.ts';
import { createVault, type Vault } from './vault.ts';

const COLUMN = 'files.file.sealed';
type Cell = ToOpen<typeof COLUMN>;

/** A key ring in memory, as a key file is one on disk. */
function ringIn(text: string): KeyRing & { text: string } {
  return {
    text,
    where: 'De sleutel van de proef',
    async read() {
      return this.text;
    },
    async readIfThere() {
      return this.text;
    },
    async replace(next) {
      this.text = next;
    },
  };
}

describe('replacing keys while the product goes on', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  afterAll(() => database?.close());

  async function world() {
    const ring = ringIn(newMasterKey());
    const source = ringSource(() => ring.read(), ring.where);
    await database.admin.deleteFrom('vault.dossier_key').execute();
    await database.admin.deleteFrom('vault.tenant_key').execute();
    const tenants = await Promise.all([1, 2, 3].map(async () => (await anOrganisation(database)).id));
    return { ring, source, tenants, keys: { source, ring, isService: false } };
  }
  async function as<T>(vault: Vault, tenantId: string, run: (tx: never) => Promise<T>): Promise<T> {
    const keys = await vault.keysFor(tenantId);
    return enter(database.kysely, { door: 'own', tenantId }, async (tx) => {
      lendKeys(tx, keys);
      keepLedger(tx);
      return run(tx as never);
    });
  }
  async function write(vault: Vault, tenantId: string, text: string): Promise<Cell> {
    const place = { dossierId: newId(), rowId: newId(), column: COLUMN, about: 'nobody' } as const;
    return {
      ...place,
      sealed: await as(vault, tenantId, (tx) => sealFor(tx, place.dossierId, COLUMN, place.rowId, text)),
    };
  }
  const read = (vault: Vault, tenantId: string, cell: Cell) => as(vault, tenantId, (tx) => openMany(tx, [cell]));
  const fresh = (source: KeySource) => createVault(database.kysely, source);

  it('seals every key under a new master key; the old one can then be forgotten, and opens nothing any more', async () => {
    const { ring, source, tenants, keys } = await world();
    const old = ring.text;
    const cells = await Promise.all(tenants.map((tenant) => write(fresh(source), tenant, `van ${tenant}`)));
    expect(await rotateMasterKey(database.kysely, keys)).toBe(15);
    for (const [index, tenant] of tenants.entries())
      expect(await read(fresh(source), tenant, cells[index]!)).toEqual([`van ${tenant}`]);
    expect(await forgetFormerMasterKeys(database.kysely, keys)).toBe(1);
    expect(keyRingOf(ring.text, 'proef')).toHaveLength(1);
    expect(await read(fresh(source), tenants[0]!, cells[0]!)).toEqual([`van ${tenants[0]}`]);
    await expect(fresh(ringSource(async () => old, 'oud')).keysFor(tenants[0]!)).rejects.toMatchObject({
      code: 'keys-unavailable',
    });
  });

  it('finishes a rotation that was cut off before it makes another master key, and forgets none that is needed', async () => {
    const { ring, source, tenants, keys } = await world();
    for (const tenant of tenants) await fresh(source).keysFor(tenant);
    const dying = { left: 1 };
    const dies: KeySource = {
      ...source,
      wrap: (some) => (dying.left-- > 0 ? source.wrap(some) : Promise.reject(new Error('kill -9'))),
    };
    await expect(rotateMasterKey(database.kysely, { ...keys, source: dies })).rejects.toThrow('kill -9');
    const halfway = ring.text;
    expect(await forgetFormerMasterKeys(database.kysely, keys)).toBeUndefined();
    expect(ring.text).toBe(halfway);
    for (const tenant of tenants) expect((await fresh(source).keysFor(tenant)).tenantId).toBe(tenant);
    expect(await rotateMasterKey(database.kysely, keys)).toBe(10);
    expect(keyRingOf(ring.text, 'proef')).toHaveLength(2);
    expect(await forgetFormerMasterKeys(database.kysely, keys)).toBe(1);
  });

  it('gives an organisation a new key; processes that started before and after read and write all the while', async () => {
    const { source, tenants } = await world();
    const tenant = tenants[0]!;
    const early = fresh(source);
    const cells = new Map<string, Cell>([['begin', await write(early, tenant, 'begin')]]);
    const seen: string[] = [];
    const vaults = { now: early };
    // what a process does between its own refreshes of keys, in every step of the rotation
    const live = async (step: string) => {
      seen.push(step);
      for (const vault of [vaults.now, fresh(source)]) {
        const text = `${step} ${cells.size}`;
        cells.set(text, await write(vault, tenant, text));
        for (const [said, cell] of cells) expect(await read(vault, tenant, cell), step).toEqual([said]);
      }
    };
    const steps: Promise<void>[] = [];
    const going = rotateTenantKeys(database.kysely, source, [tenant], {
      waitMs: 1200,
      onStep(step) {
        // the keys that the running process holds are those of before the wait, as they may be
        if (step.startsWith('wachten')) vaults.now = fresh(source);
        steps.push(live(step));
      },
    });
    const count = await going;
    await Promise.all(steps);
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(count).toBeGreaterThanOrEqual(1);
    for (const [said, cell] of cells) expect(await read(fresh(source), tenant, cell)).toEqual([said]);
    const left = await database.admin
      .selectFrom('vault.tenant_key')
      .select('state')
      .where('tenant_id', '=', tenant)
      .where('purpose', '=', 'dossier')
      .execute();
    expect(left).toEqual([{ state: 'active' }]);
    const others = await database.admin
      .selectFrom('vault.tenant_key')
      .select('state')
      .where('tenant_id', '!=', tenant)
      .execute();
    expect(others.every(({ state }) => state === 'active')).toBe(true);
  });

  it('goes on where it was cut off, whatever the step', async () => {
    const { source, tenants } = await world();
    const cells = await Promise.all(tenants.map((tenant) => write(fresh(source), tenant, tenant)));
    for (let step = 1; step <= 6; step++) {
      const before = await database.admin
        .selectFrom('vault.tenant_key')
        .select('id')
        .where('purpose', '=', 'dossier')
        .execute();
      const steps = { left: step };
      const stop = () => {
        if (--steps.left === 0) throw new Error('kill -9');
      };
      await rotateTenantKeys(database.kysely, source, tenants, { waitMs: 0, onStep: stop }).catch((error: Error) => {
        expect(error.message).toBe('kill -9');
      });
      for (const [index, tenant] of tenants.entries())
        expect(await read(fresh(source), tenant, cells[index]!), `stap ${step}`).toEqual([tenant]);
      await rotateTenantKeys(database.kysely, source, tenants, { waitMs: 0 });
      const after = await database.admin
        .selectFrom('vault.tenant_key')
        .select(['id', 'state'])
        .where('purpose', '=', 'dossier')
        .execute();
      expect(after.map(({ state }) => state)).toEqual(['active', 'active', 'active']);
      expect(
        after.some(({ id }) => before.some((each) => each.id === id)),
        `stap ${step}`,
      ).toBe(false);
      for (const [index, tenant] of tenants.entries())
        expect(await read(fresh(source), tenant, cells[index]!)).toEqual([tenant]);
    }
  });
});
