import { hashOf } from '../../src/features/accounts/use-cases/sessions.ts';
import { newSecret } from '../../src/platform/ids/uuid.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import type { TestDatabase } from './database.ts';

/** A bearer token with the rights of this person, good for an hour. */
export async function bearerFor(database: TestDatabase, actor: Actor): Promise<string> {
  const token = newSecret(32);
  const at = new Date();
  await database.admin
    .insertInto('accounts.access_token')
    .values({
      token_hash: hashOf(token),
      membership_id: actor.membershipId,
      scope: 'api',
      created_at: at,
      expires_at: new Date(at.getTime() + 3_600_000),
    })
    .execute();
  return token;
}
