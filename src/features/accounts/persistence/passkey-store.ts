import type { Tx } from '../../../platform/db/transact.ts';
import type { PasskeyState } from '../domain/passkey.ts';

type Table = 'accounts.passkey';

/** A key of somebody, with the half of it that everybody may know. */
export interface Passkey extends PasskeyState {
  readonly personId: string;
  readonly credentialId: string;
  readonly name: string;
  readonly publicKey: Buffer;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | undefined;
}

function keys(tx: Tx<Table>) {
  return tx
    .selectFrom('accounts.passkey')
    .select([
      'id',
      'person_id as personId',
      'credential_id as credentialId',
      'name',
      'public_key as publicKey',
      'counter',
      'made_at as madeAt',
      'last_used_at as lastUsedAt',
      'blocked_at as blockedAt',
    ]);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof keys>['executeTakeFirst']>>>;

const asKey = (row: Row): Passkey => ({
  ...row,
  counter: Number(row.counter),
  lastUsedAt: row.lastUsedAt ?? undefined,
  blockedAt: row.blockedAt ?? undefined,
});

/** The key with this id of its own; undefined when nobody has it. */
export async function passkeyByCredential(tx: Tx<Table>, credentialId: string): Promise<Passkey | undefined> {
  const row = await keys(tx).where('credential_id', '=', credentialId).executeTakeFirst();
  return row && asKey(row);
}

/** The same, held until the transaction ends: of two answers at once the second sees what the first counted. */
export async function holdPasskey(tx: Tx<Table>, id: string): Promise<Passkey | undefined> {
  const row = await keys(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && asKey(row);
}

/** Every key of this person, the oldest first, held until the transaction ends when `hold`. */
export async function passkeysOf(tx: Tx<Table>, personId: string, hold = false): Promise<readonly Passkey[]> {
  const all = keys(tx).where('person_id', '=', personId).orderBy('made_at').orderBy('id').limit(100);
  return (await (hold ? all.forUpdate() : all).execute()).map(asKey);
}

/** Lays a key. @returns false when it is there already */
export async function insertPasskey(
  tx: Tx<Table>,
  key: {
    readonly id: string;
    readonly personId: string;
    readonly credentialId: string;
    readonly name: string;
    readonly publicKey: Uint8Array;
    readonly counter: number;
    readonly at: Date;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('accounts.passkey')
    .values({
      id: key.id,
      person_id: key.personId,
      credential_id: key.credentialId,
      name: key.name,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      made_at: key.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** It was used, and counted so far. */
export async function noteUse(tx: Tx<Table>, id: string, counter: number, at: Date): Promise<void> {
  await tx.updateTable('accounts.passkey').set({ counter, last_used_at: at }).where('id', '=', id).execute();
}

/** From now on it opens nothing. */
export async function blockPasskey(tx: Tx<Table>, id: string, at: Date): Promise<void> {
  await tx.updateTable('accounts.passkey').set({ blocked_at: at }).where('id', '=', id).execute();
}

export async function deletePasskey(tx: Tx<Table>, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('accounts.passkey').where('person_id', '=', personId).where('id', '=', id).execute();
}
