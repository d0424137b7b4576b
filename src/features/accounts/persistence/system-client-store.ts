import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { SystemClient, SystemKey, SystemScope } from '../domain/system-client.ts';
import { heldToday } from './held-today.ts';

type Table = 'accounts.system_client';

/** Every system that an organisation registered, those that run first. */
export async function clientsOf(tx: Tx<Table>, organisationId: string): Promise<readonly SystemClient[]> {
  return tx
    .selectFrom('accounts.system_client')
    .select([
      'id',
      'name',
      'scope',
      'key_print as keyPrint',
      'registered_on as registeredOn',
      'registered_by_name as registeredByName',
      'ended_at as endedAt',
      'ended_by_name as endedByName',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Registers a system, unless one of this name runs already. */
export async function insertClient(
  tx: Tx<Table>,
  organisationId: string,
  client: {
    readonly id: string;
    readonly name: string;
    readonly scope: SystemScope;
    readonly key: SystemKey;
    readonly on: PlainDate;
    readonly by: string;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('accounts.system_client')
    .values({
      organisation_id: organisationId,
      id: client.id,
      name: client.name,
      scope: client.scope,
      public_key: JSON.stringify(client.key.publicKey),
      key_print: client.key.print,
      registered_on: client.on,
      registered_by_name: client.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** False when this organisation has no such system that runs. */
export async function endClient(
  tx: Tx<Table>,
  organisationId: string,
  id: string,
  ended: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const done = await tx
    .updateTable('accounts.system_client')
    .set({ ended_at: ended.at, ended_by_name: ended.by })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** A system that runs, with its public key, and the organisation it is of. Through the door `account`. */
export async function runningClient(tx: Tx<Table | 'organisations.organisation'>, id: string) {
  const row = await tx
    .selectFrom('accounts.system_client as c')
    .innerJoin('organisations.organisation as o', 'o.id', 'c.organisation_id')
    .select([
      'c.id',
      'c.name',
      'c.scope',
      'c.public_key as publicKey',
      'c.organisation_id as organisationId',
      'o.name as organisationName',
      'o.code as organisationCode',
      'o.kind as organisationKind',
    ])
    .where('c.id', '=', id)
    .where('c.ended_at', 'is', null)
    .where(heldToday('o'))
    .executeTakeFirst();
  return row && { ...row, publicKey: row.publicKey as SystemKey['publicKey'] | null };
}

/** Takes down that a proof was used, and sweeps away those that have expired; false when it was used before. */
export async function useAssertion(
  tx: Tx<'accounts.client_assertion'>,
  proof: { readonly clientId: string; readonly jtiHash: Buffer; readonly expiresAt: Date },
  at: Date,
): Promise<boolean> {
  await tx.deleteFrom('accounts.client_assertion').where('expires_at', '<', at).execute();
  const used = await tx
    .insertInto('accounts.client_assertion')
    .values({ client_id: proof.clientId, jti_hash: proof.jtiHash, expires_at: proof.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return used.numInsertedOrUpdatedRows === 1n;
}

/** The system behind a token that has not expired. */
export async function findClientOfToken(
  tx: Tx<'accounts.access_token' | Table | 'organisations.organisation'>,
  tokenHash: Buffer,
  at: Date,
) {
  return tx
    .selectFrom('accounts.access_token as t')
    .innerJoin('accounts.system_client as c', 'c.id', 't.client_id')
    .innerJoin('organisations.organisation as o', 'o.id', 'c.organisation_id')
    .select([
      'c.id',
      'c.name',
      't.scope',
      'c.organisation_id as organisationId',
      'o.name as organisationName',
      'o.code as organisationCode',
    ])
    .where('t.token_hash', '=', tokenHash)
    .where('t.expires_at', '>', at)
    .where('c.ended_at', 'is', null)
    .executeTakeFirst();
}
