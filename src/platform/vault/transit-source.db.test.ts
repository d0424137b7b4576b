import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anOrganisation } from '../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type KeyService, startKeyService } from '../../../test/support/start-key-service.ts';
import { stopwatch } from '../clock/real-time.ts';
import { enter } from '../db/transact.ts';
import { safeError } from '../log/safe-error.ts';
import { ringSource } from './key-ring.ts';
import { eitherSource } from './key-source.ts';
import { newMasterKey } from './master-key.ts';
import { rewrapTenantKeys } from './rotation.ts';
import { tenantKeyRows } from './tenant-key-store.ts';
import { isSealedByService, transitSource } from './transit-source.ts';
import { createVault, openKeys } from './vault.ts';

describe('a key service', () => {
  let service: KeyService;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await sharedDatabase();
    service = await startKeyService();
  });
  afterAll(() => service?.stop());
  afterEach(() => service.mood({}));

  const source = (patienceMs?: number) =>
    transitSource({ url: service.url, keyName: 'in-beeld', token: service.token, ...(patienceMs && { patienceMs }) });
  const KEY = Buffer.alloc(32, 5);
  const unavailable = { code: 'keys-unavailable' };

  it('gives back the key it sealed, and never the same sealed bytes twice', async () => {
    const keys = [
      { context: 'een', key: KEY },
      { context: 'twee', key: KEY },
    ];
    const wrapped = await source().wrap(keys);
    expect(await source().unwrap(wrapped)).toEqual([KEY, KEY]);
    expect(wrapped[0]!.wrapped).not.toEqual(wrapped[1]!.wrapped);
    expect(wrapped[0]!.masterKeyId).toBe(await source().currentId());
  });

  it('does not open a key for anything but what it was sealed for', async () => {
    const [wrapped] = await source().wrap([{ context: 'een', key: KEY }]);
    await expect(source().unwrap([{ ...wrapped!, context: 'twee' }])).rejects.toMatchObject({ code: 'seal-broken' });
  });

  it('that refuses, is slow or is gone is no key, within the patience, and opens again when it is back', async () => {
    const [wrapped] = await source().wrap([{ context: 'een', key: KEY }]);
    await service.mood({ refuse: 403 });
    await expect(source().unwrap([wrapped!])).rejects.toMatchObject(unavailable);
    await service.mood({ slow: 3000 });
    const waited = stopwatch();
    await expect(source(200).unwrap([wrapped!])).rejects.toMatchObject(unavailable);
    expect(waited()).toBeLessThan(1500);
    await service.kill();
    await expect(source().unwrap([wrapped!])).rejects.toMatchObject(unavailable);
    await expect(source().currentId()).rejects.toMatchObject(unavailable);
    await service.restart();
    expect(await source().unwrap([wrapped!])).toEqual([KEY]);
  });

  it('tells neither its token nor a key in what goes wrong', async () => {
    const [wrapped] = await source().wrap([{ context: 'een', key: KEY }]);
    const token = await service.token();
    const failures: unknown[] = [];
    const fail = (run: Promise<unknown>) =>
      run.then(
        () => expect.fail('it went well'),
        (error: unknown) => failures.push(error),
      );
    await fail(source().unwrap([{ ...wrapped!, context: 'twee' }]));
    await service.mood({ refuse: 403 });
    await fail(source().unwrap([wrapped!]));
    await service.kill();
    await fail(source().wrap([{ context: 'een', key: KEY }]));
    await service.restart();
    const told = failures
      .map((error) => inspect(error, { depth: 10 }) + JSON.stringify(safeError(error as Error)))
      .join();
    expect(failures).toHaveLength(3);
    for (const secret of [token, KEY.toString('base64'), KEY.toString('hex')]) expect(told).not.toContain(secret);
  });

  it('is not asked inside a transaction, and once for an organisation in twenty seconds', async () => {
    const tenant = (await anOrganisation(database)).id;
    const asked = { times: 0 };
    const counting = {
      ...source(),
      unwrap: (keys: Parameters<ReturnType<typeof source>['unwrap']>[0]) => {
        asked.times++;
        return source().unwrap(keys);
      },
    };
    const vault = createVault(database.kysely, counting);
    await Promise.all([vault.keysFor(tenant), vault.keysFor(tenant)]);
    await vault.keysFor(tenant);
    expect(asked.times).toBe(1);
    vault.close();
  });

  it('takes over from a key file, and follows its own new version, key by key, without a standstill', async () => {
    const tenant = (await anOrganisation(database)).id;
    const master = newMasterKey();
    const ring = ringSource(async () => master, 'De sleutel van de proef');
    const before = await openKeys(database.kysely, ring, tenant);
    const both = eitherSource(ring, source(), isSealedByService);
    const masterOf = async () => {
      const rows = await enter(database.kysely, { door: 'own', tenantId: tenant }, (tx) => tenantKeyRows(tx, tenant));
      return [...new Set(rows.map(({ masterKeyId }) => masterKeyId))];
    };
    expect(await masterOf()).toEqual([await ring.currentId()]);
    await service.rotate();
    await rewrapOne(both, tenant);
    expect(await masterOf()).toEqual([await source().currentId()]);
    await service.rotate();
    await rewrapOne(both, tenant);
    expect(await masterOf()).toEqual([await source().currentId()]);
    const after = await openKeys(database.kysely, source(), tenant);
    expect(after.active('dossier').key).toEqual(before.active('dossier').key);
  });

  // other tests of this worker leave organisations under keys of their own
  const rewrapOne = (of: ReturnType<typeof source>, tenantId: string) =>
    rewrapTenantKeys(database.kysely, of, { tenantIds: [tenantId] });
});
