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
  await insertPerson(tx, { id: person.id, name: person.name, email: person.email });
  await tx
    .insertInto('accounts.identity')
    .values({ issuer: person.issuer, subject: person.subject, person_id: person.id, first_seen_at: person.at })
    .execute();
}

/** Has this person ever had a role: in this organisation, or without one named anywhere? */
export async function everWorkedAt(
  tx: Tx<'accounts.membership'>,
  personId: string,
  organisationId?: string,
): Promise<boolean> {
  let held = tx.selectFrom('accounts.membership').select('id').where('person_id', '=', personId);
  if (organisationId !== undefined) held = held.where('organisation_id', '=', organisationId);
  return (await held.limit(1).executeTakeFirst()) !== undefined;
}

/** Somebody new who comes in with a key of her own. */
export async function insertPerson(
  tx: Tx<'accounts.person'>,
  person: { readonly id: string; readonly name: string; readonly email: string },
): Promise<void> {
  await tx
    .insertInto('accounts.person')
    // without an address nothing is mailed
    .values({ ...person, ...(person.email === '' && { mail_preference: 'uit' }) })
    .execute();
}
