import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { openBytes, sealFor } from '../../../platform/vault/sealing.ts';
import { heldToday } from './held-today.ts';

type Table = 'accounts.identity_provider';
type Key = 'vault.dossier_key';
const KEY = 'accounts.identity_provider.client_key';

/** The identity provider of an organisation, as it runs. */
export interface IdentityProvider {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationCode: string;
  readonly organisationKind: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly keyId: string;
  readonly strongLevels: readonly string[];
  readonly stepUpBy: 'acr' | 'acrs';
}

function running(tx: Tx<Table | 'organisations.organisation'>) {
  return tx
    .selectFrom('accounts.identity_provider as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.organisation_id')
    .select([
      'p.id',
      'p.organisation_id as organisationId',
      'o.name as organisationName',
      'o.code as organisationCode',
      'o.kind as organisationKind',
      'p.issuer',
      'p.client_id as clientId',
      'p.key_id as keyId',
      'p.strong_levels as strongLevels',
      sql<'acr' | 'acrs'>`p.step_up_by`.as('stepUpBy'),
    ])
    .where('p.ended_at', 'is', null)
    .where(heldToday('o'));
}

/** The provider that the organisation with this code has today. */
export async function providerOfOrganisation(
  tx: Tx<Table | 'organisations.organisation'>,
  code: string,
): Promise<IdentityProvider | undefined> {
  return running(tx).where('o.code', '=', code).executeTakeFirst();
}

/** The provider with this id, when it still runs. */
export async function providerById(
  tx: Tx<Table | 'organisations.organisation'>,
  id: string,
): Promise<IdentityProvider | undefined> {
  return running(tx).where('p.id', '=', id).executeTakeFirst();
}

/** The provider with this issuer, when it still runs: the allow-list. */
export async function providerOfIssuer(
  tx: Tx<Table | 'organisations.organisation'>,
  issuer: string,
): Promise<IdentityProvider | undefined> {
  return running(tx).where('p.issuer', '=', issuer).executeTakeFirst();
}

/** Every provider that runs, by name of its organisation. */
export async function runningProviders(
  tx: Tx<Table | 'organisations.organisation'>,
): Promise<readonly IdentityProvider[]> {
  return running(tx).orderBy('o.name').orderBy('p.id').execute();
}

/** The public halves of our keys that providers hold for this organisation: of the one that runs. */
export async function publicKeysOf(
  tx: Tx<Table | 'organisations.organisation'>,
  code: string,
): Promise<readonly object[]> {
  const rows = await tx
    .selectFrom('accounts.identity_provider as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.organisation_id')
    .select(sql<object>`p.public_key`.as('key'))
    .where('o.code', '=', code)
    .where('p.ended_at', 'is', null)
    .execute();
  return rows.map(({ key }) => key);
}

export interface NewProvider {
  readonly id: string;
  readonly organisationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly strongLevels: readonly string[];
  readonly stepUpBy: 'acr' | 'acrs';
  /** As its provider may know it, with its id. */
  readonly publicKey: { readonly kid: string };
  readonly privateKey: Buffer;
  readonly at: Date;
}

/** Ends the provider that runs for this organisation. @returns whether there was one */
export async function endProvider(tx: Tx<Table>, organisationId: string, at: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('accounts.identity_provider')
    .set({ ended_at: at })
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Lays a provider with our key for it, sealed. @returns false when another organisation uses this issuer */
export async function insertProvider(tx: Tx<Table | Key>, provider: NewProvider): Promise<boolean> {
  const sealed = await sealFor(tx, provider.id, KEY, provider.id, provider.privateKey);
  const made = await tx
    .insertInto('accounts.identity_provider')
    .values({
      organisation_id: provider.organisationId,
      id: provider.id,
      issuer: provider.issuer,
      client_id: provider.clientId,
      strong_levels: [...provider.strongLevels],
      step_up_by: provider.stepUpBy,
      client_key: sealed,
      key_id: provider.publicKey.kid,
      public_key: JSON.stringify(provider.publicKey),
      registered_at: provider.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** The secret half of our key for this provider (PKCS #8), through the door `own` of its organisation with its keys lent. */
export async function openClientKey(tx: Tx<Table | Key>, id: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('accounts.identity_provider')
    .select('client_key as sealed')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const [key] = await openBytes(tx, [{ sealed: row.sealed, about: 'nobody', dossierId: id, column: KEY, rowId: id }]);
  return key;
}
