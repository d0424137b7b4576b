import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';

/** The person behind an identity, held until the transaction ends: two first sign-ins at once make one person. */
export async function personOfIdentity(
  tx: Tx<'accounts.identity'>,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts.identity ${issuer} ${subject}`}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('accounts.identity')
    .select('person_id as personId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.personId;
}

/** Somebody new, as her identity provider knows her. */
export async function insertPersonOfIdentity(
  tx: Tx<'accounts.identity' | 'accounts.person'>,
  person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly issuer: string;
    readonly subject: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('accounts.person')
    // without an address nothing is mailed
    .values({
      id: person.id,
      name: person.name,
      email: person.email,
      ...(person.email === '' && { mail_preference: 'uit' }),
    })
    .execute();
  await tx
    .insertInto('accounts.identity')
    .values({ issuer: person.issuer, subject: person.subject, person_id: person.id, first_seen_at: person.at })
    .execute();
}

/** Has this person ever had a role in this organisation? */
export async function everWorkedAt(
  tx: Tx<'accounts.membership'>,
  personId: string,
  organisationId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('accounts.membership')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
