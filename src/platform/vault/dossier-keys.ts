import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { realNow } from '../clock/real-time.ts';
import type { Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { compactId } from './cell.ts';
import { KeysUnavailable, SealBroken } from './key-source.ts';
import { type DossierKey, lentTo } from './lending.ts';
import { seal, unseal } from './seal.ts';
import { askForSweep } from './sweep.ts';
import type { TenantKeys } from './tenant-keys.ts';

type Table = 'vault.dossier_key';

/** Something is to be sealed for a dossier whose key was destroyed: it was erased, and nothing is added to it. */
export class DossierErased extends Error {
  readonly code = 'dossier-erased';
}

/** For whom a dossier key was sealed: laid under another dossier or organisation, it does not open. */
export function dossierKeyContext(tenantId: string, id: string, dossierId: string): string {
  return `vault.dossier_key|${tenantId}|${id}|${dossierId}`;
}

interface Row {
  readonly id: string;
  readonly dossierId: string;
  readonly wrapped: Buffer | null;
  readonly tenantKeyId: string | null;
}

/** The keys of these dossiers, made for those that have none. @throws DossierErased when one was destroyed */
export async function keysToSeal(
  tx: Tx<Table>,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, DossierKey>> {
  const { keys, dossiers } = lentTo(tx);
  const known = new Map([...dossiers.values()].map((each) => [each.dossierId, each]));
  const wanted = [...new Set(dossierIds)].filter((id) => !known.has(id)).sort();
  if (wanted.length > 0) {
    const rows = [...(await select(tx, keys.tenantId, 'dossier_id', wanted))];
    const found = new Set(rows.map(({ dossierId }) => dossierId));
    const missing = wanted.filter((id) => !found.has(id));
    if (missing.length > 0) {
      await insert(tx, keys, missing);
      rows.push(...(await select(tx, keys.tenantId, 'dossier_id', missing)));
    }
    for (const row of rows) known.set(row.dossierId, remember(tx, row));
  }
  return known;
}

/** Makes the keys of many dossiers that have none yet, in one statement; who fills a database lays them so before it seals. */
export async function makeDossierKeys(tx: Tx<Table>, dossierIds: readonly string[]): Promise<void> {
  const { keys, dossiers } = lentTo(tx);
  const under = keys.active('dossier');
  const made = dossierIds.map((dossierId) => {
    const [id, key] = [newId(), randomBytes(32)];
    dossiers.set(compactId(id), { id, dossierId, key: keys.wipeWithUs(key) });
    return { id, dossierId, wrapped: seal(under.key, key, dossierKeyContext(keys.tenantId, id, dossierId)) };
  });
  await sql`insert into vault.dossier_key (tenant_id, id, dossier_id, wrapped, tenant_key_id, created_at)
    select ${keys.tenantId}::uuid, id, dossier_id, wrapped, ${under.id}::uuid, ${realNow()}
    from unnest(${made.map(({ id }) => id)}::uuid[], ${dossierIds}::uuid[], ${made.map(({ wrapped }) => wrapped)}::bytea[])
      as made (id, dossier_id, wrapped)`.execute(tx);
}

/** The dossier keys with these ids (`compactId`), as far as they exist. */
export async function keysToOpen(tx: Tx<Table>, ids: readonly string[]): Promise<ReadonlyMap<string, DossierKey>> {
  const { keys, dossiers } = lentTo(tx);
  const wanted = [...new Set(ids)].filter((id) => !dossiers.has(id));
  if (wanted.length > 0) for (const row of await select(tx, keys.tenantId, 'id', wanted)) remember(tx, row);
  return dossiers;
}

function remember(tx: Tx<Table>, row: Row): DossierKey {
  const { keys, dossiers } = lentTo(tx);
  const opened = { id: row.id, dossierId: row.dossierId, key: open(keys, row) };
  dossiers.set(compactId(row.id), opened);
  return opened;
}

function open(keys: TenantKeys, row: Row): Buffer | undefined {
  if (!row.wrapped || !row.tenantKeyId) return undefined;
  const under = keys.byId(row.tenantKeyId);
  // a rotation that others already know of: a moment later this process does too
  if (!under) throw new KeysUnavailable('this dossier key is sealed under a newer key than this process knows');
  const key = unseal(under, row.wrapped, dossierKeyContext(keys.tenantId, row.id, row.dossierId));
  if (!key) throw new SealBroken(`the key of dossier ${row.dossierId} does not open`);
  return keys.wipeWithUs(key);
}

async function select(
  tx: Tx<Table>,
  tenantId: string,
  by: 'id' | 'dossier_id',
  values: readonly string[],
): Promise<readonly Row[]> {
  return tx
    .selectFrom('vault.dossier_key')
    .select(['id', 'dossier_id as dossierId', 'wrapped', 'tenant_key_id as tenantKeyId'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`${sql.ref(by)} = any(${[...values]}::uuid[])`)
    .execute();
}

async function insert(tx: Tx<Table>, keys: TenantKeys, dossierIds: readonly string[]): Promise<void> {
  const under = keys.active('dossier');
  const at = realNow();
  await tx
    .insertInto('vault.dossier_key')
    .values(
      dossierIds.map((dossierId) => {
        const id = newId();
        const key = randomBytes(32);
        const wrapped = seal(under.key, key, dossierKeyContext(keys.tenantId, id, dossierId));
        key.fill(0);
        return {
          tenant_id: keys.tenantId,
          id,
          dossier_id: dossierId,
          wrapped,
          tenant_key_id: under.id,
          created_at: at,
        };
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Destroys the key of a dossier: what is sealed under it is unreadable for ever, here and in every copy. The row stays, without the
 * key. False when the dossier has no key, or none any more. Afterwards `sweepDestroyedKeys` clears the old row from the disk.
 */
export async function destroyDossierKey(
  tx: Tx<Table | 'vault.sweep'>,
  tenantId: string,
  dossierId: string,
  at: Date,
): Promise<boolean> {
  const destroyed = await tx
    .updateTable('vault.dossier_key')
    .set({ wrapped: null, tenant_key_id: null, destroyed_at: at })
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', '=', dossierId)
    .where('destroyed_at', 'is', null)
    .executeTakeFirst();
  if (destroyed.numUpdatedRows !== 1n) return false;
  await askForSweep(tx, at);
  return true;
}

/** Seals a batch of dossier keys under the key in use, of those that are still under a former one. @returns how many */
export async function rewrapDossierKeys(tx: Tx<Table>, keys: TenantKeys, batch: number): Promise<number> {
  const under = keys.active('dossier');
  const rows = await tx
    .selectFrom('vault.dossier_key')
    .select(['id', 'dossier_id as dossierId', 'wrapped', 'tenant_key_id as tenantKeyId'])
    .where('tenant_id', '=', keys.tenantId)
    .where('tenant_key_id', 'is not', null)
    .where('tenant_key_id', '!=', under.id)
    .limit(batch)
    .forUpdate()
    .execute();
  const wrapped = rows.map((row) => {
    const key = open(keys, row)!;
    return seal(under.key, key, dossierKeyContext(keys.tenantId, row.id, row.dossierId));
  });
  await sql`update vault.dossier_key d set wrapped = anew.wrapped, tenant_key_id = ${under.id}::uuid
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${wrapped}::bytea[]) as anew (id, wrapped)
    where d.tenant_id = ${keys.tenantId}::uuid and d.id = anew.id`.execute(tx);
  return rows.length;
}
