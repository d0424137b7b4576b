import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';

const ADDRESS = 'shelter.unit.address';
type Vault = 'vault.dossier_key';

/** A house as its own people know it. */
export interface Unit {
  readonly id: string;
  readonly dossierId: string;
  readonly name: string;
  readonly version: number;
}

export interface NewUnit {
  readonly id: string;
  readonly dossierId: string;
  readonly name: string;
  readonly address: string | undefined;
}

export async function insertUnit(
  tx: Tx<'shelter.unit' | Vault>,
  tenantId: string,
  unit: NewUnit,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('shelter.unit')
    .values({
      tenant_id: tenantId,
      id: unit.id,
      dossier_id: unit.dossierId,
      name: unit.name,
      address: unit.address ? await sealFor(tx, unit.dossierId, ADDRESS, unit.id, unit.address) : null,
      version: 1,
      changed_at: at,
    })
    .execute();
}

export async function unitsOf(tx: Tx<'shelter.unit'>, tenantId: string): Promise<readonly Unit[]> {
  return tx
    .selectFrom('shelter.unit')
    .select(['id', 'dossier_id as dossierId', 'name', 'version'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Holds a house until the transaction ends; undefined when it is not there. */
export async function holdUnit(tx: Tx<'shelter.unit'>, tenantId: string, id: string): Promise<Unit | undefined> {
  return tx
    .selectFrom('shelter.unit')
    .select(['id', 'dossier_id as dossierId', 'name', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** A house with where it is; no person is in that, so it leaves no row in the log of data processing. */
export async function openUnit(
  tx: Tx<'shelter.unit' | Vault>,
  tenantId: string,
  id: string,
): Promise<(Unit & { readonly address: string | undefined }) | undefined> {
  const row = await tx
    .selectFrom('shelter.unit')
    .select(['id', 'dossier_id as dossierId', 'name', 'version', 'address'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { address: sealed, ...unit } = row;
  const cell = { about: 'nobody', dossierId: unit.dossierId, column: ADDRESS, rowId: id } as const;
  const [address] = sealed ? await openMany(tx, [{ ...cell, sealed }]) : [];
  return { ...unit, address };
}

export async function updateUnit(
  tx: Tx<'shelter.unit' | Vault>,
  tenantId: string,
  unit: Unit,
  changes: { readonly name: string; readonly address: string | undefined },
  at: Date,
): Promise<void> {
  const { id, dossierId, version } = unit;
  await tx
    .updateTable('shelter.unit')
    .set({
      name: changes.name,
      address: changes.address ? await sealFor(tx, dossierId, ADDRESS, id, changes.address) : null,
      version: version + 1,
      changed_at: at,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
