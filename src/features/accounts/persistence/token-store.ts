import type { Tx } from '../../../platform/db/transact.ts';
import { heldToday } from './held-today.ts';

/** A token of a person in a role, or of a system. */
export type NewToken = {
  readonly tokenHash: Buffer;
  readonly scope: string;
  readonly at: Date;
  readonly expiresAt: Date;
} & ({ readonly membershipId: string } | { readonly clientId: string });

export async function insertToken(tx: Tx<'accounts.access_token'>, token: NewToken): Promise<void> {
  await tx
    .insertInto('accounts.access_token')
    .values({
      token_hash: token.tokenHash,
      ...('clientId' in token ? { client_id: token.clientId } : { membership_id: token.membershipId }),
      scope: token.scope,
      created_at: token.at,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** The membership behind a token that has not expired and a role that is still held. */
export async function findToken(
  tx: Tx<'accounts.access_token' | 'accounts.membership' | 'organisations.organisation'>,
  tokenHash: Buffer,
  at: Date,
) {
  return tx
    .selectFrom('accounts.access_token as t')
    .innerJoin('accounts.membership as m', 'm.id', 't.membership_id')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select([
      'm.id as membershipId',
      'm.person_id as personId',
      'm.person_name as personName',
      'm.role',
      'm.organisation_id as organisationId',
      'o.name as organisationName',
      'o.code as organisationCode',
    ])
    .where('t.token_hash', '=', tokenHash)
    .where('t.expires_at', '>', at)
    .where(heldToday('m'))
    .executeTakeFirst();
}
