import type { Tx } from '../db/transact.ts';
import type { WrappedKey } from './key-source.ts';
import { askForSweep } from './sweep.ts';
import type { KeyPurpose, TenantKey } from './tenant-keys.ts';

export interface TenantKeyRow extends WrappedKey {
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly state: TenantKey['state'];
}

/** For whom and what a key of an organisation was sealed: laid elsewhere, it does not open. */
export function tenantKeyContext(tenantId: string, purpose: KeyPurpose, id: string): string {
  return `vault.tenant_key|${tenantId}|${purpose}|${id}`;
}

/** Every key of an organisation, sealed, newest first. */
export async function tenantKeyRows(tx: Tx<'vault.tenant_key'>, tenantId: string): Promise<readonly TenantKeyRow[]> {
  const rows = await tx
    .selectFrom('vault.tenant_key')
    .select(['id', 'purpose', 'state', 'wrapped', 'master_key_id as masterKeyId'])
    .where('tenant_id', '=', tenantId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => {
    const purpose = row.purpose as KeyPurpose;
    const state = row.state as TenantKey['state'];
    return { ...row, purpose, state, context: tenantKeyContext(tenantId, purpose, row.id) };
  });
}

/** Lays keys for purposes that have none; where another process was first, its key stays. */
export async function insertTenantKeys(
  tx: Tx<'vault.tenant_key'>,
  tenantId: string,
  keys: readonly TenantKeyRow[],
  at: Date,
): Promise<void> {
  await tx
    .insertInto('vault.tenant_key')
    .values(
      keys.map(({ id, purpose, state, wrapped, masterKeyId }) => ({
        tenant_id: tenantId,
        id,
        purpose,
        state,
        wrapped,
        master_key_id: masterKeyId,
        created_at: at,
        state_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Tells others with which key to seal what they send. */
export async function publishExchangeKey(
  tx: Tx<'vault.exchange_key'>,
  tenantId: string,
  key: { readonly id: string; readonly publicKey: Buffer },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('vault.exchange_key')
    .values({ tenant_id: tenantId, id: key.id, public_key: key.publicKey, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One key of an organisation, as whoever rotates sees it: never the key. */
export interface KeyState {
  readonly tenantId: string;
  readonly purpose: KeyPurpose;
  readonly state: TenantKey['state'];
  readonly masterKeyId: string;
  readonly stateAt: Date;
}

/** The state of every key of every organisation, through the door `runner`. */
export async function keyStates(tx: Tx<'vault.tenant_key'>): Promise<readonly KeyState[]> {
  const rows = await tx
    .selectFrom('vault.tenant_key')
    .select(['tenant_id as tenantId', 'purpose', 'state', 'master_key_id as masterKeyId', 'state_at as stateAt'])
    .orderBy('tenant_id')
    .execute();
  return rows.map((row) => ({ ...row, purpose: row.purpose as KeyPurpose, state: row.state as TenantKey['state'] }));
}

/** Lays the same key sealed under another master key. @returns 1, or 0 when somebody else just did */
export async function replaceWrapped(
  tx: Tx<'vault.tenant_key'>,
  tenantId: string,
  old: TenantKeyRow,
  anew: WrappedKey,
): Promise<number> {
  const replaced = await tx
    .updateTable('vault.tenant_key')
    .set({ wrapped: anew.wrapped, master_key_id: anew.masterKeyId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', old.id)
    .where('master_key_id', '=', old.masterKeyId)
    .executeTakeFirst();
  return Number(replaced.numUpdatedRows);
}

/** From now on the coming keys are in use, and those before them only open what they sealed. */
export async function promoteComingKeys(
  tx: Tx<'vault.tenant_key'>,
  tenantId: string,
  purposes: readonly KeyPurpose[],
  at: Date,
): Promise<void> {
  for (const [from, to] of [
    ['active', 'former'],
    ['coming', 'active'],
  ] as const)
    await tx
      .updateTable('vault.tenant_key')
      .set({ state: to, state_at: at })
      .where('tenant_id', '=', tenantId)
      .where('purpose', 'in', purposes)
      .where('state', '=', from)
      .execute();
}

/** Destroys the former keys for dossiers under which nothing is sealed any more. */
export async function dropFormerKeys(
  tx: Tx<'vault.tenant_key' | 'vault.dossier_key' | 'vault.sweep'>,
  tenantId: string,
  at: Date,
): Promise<void> {
  await tx
    .deleteFrom('vault.tenant_key as k')
    .where('k.tenant_id', '=', tenantId)
    .where('k.purpose', '=', 'dossier')
    .where('k.state', '=', 'former')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('vault.dossier_key as d')
            .select('d.id')
            .where('d.tenant_id', '=', tenantId)
            .whereRef('d.tenant_key_id', '=', 'k.id'),
        ),
      ),
    )
    .execute();
  await askForSweep(tx, at);
}
