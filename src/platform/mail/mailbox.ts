import { sql } from 'kysely';
import type { Tx } from '../db/transact.ts';

/** When somebody wants mail: at once, once a day, or never. */
export const MAIL_PREFERENCES = ['direct', 'dag', 'uit'] as const;
export type MailPreference = (typeof MAIL_PREFERENCES)[number];

/** Where a person gets mail, and when. Read and written through the door `account`. */
export interface Mailbox {
  readonly address: string;
  readonly preference: MailPreference;
  /** Mail to this address came back. Nothing is sent until the address changes. */
  readonly bouncedAt: Date | undefined;
  /** She asked for the weekly letter. */
  readonly wantsWeekly: boolean;
}

/** What is read of a mailbox. */
export type MailboxTables = 'accounts.person' | 'mail.subscription';

/** The mailbox of a person; undefined when she is not known any more. */
export async function readMailbox(tx: Tx<MailboxTables>, personId: string): Promise<Mailbox | undefined> {
  return (await readMailboxes(tx, [personId])).get(personId);
}

/** The mailboxes of people, by person; without those who are not known any more. */
export async function readMailboxes(
  tx: Tx<MailboxTables>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Mailbox>> {
  const rows = await tx
    .selectFrom('accounts.person as p')
    .leftJoin('mail.subscription as s', 's.id', 'p.id')
    .select(['p.id', 'p.email', 'p.mail_preference', 'p.email_bounced_at', 's.id as weekly'])
    .where('p.id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        address: row.email,
        preference: row.mail_preference as MailPreference,
        bouncedAt: row.email_bounced_at ?? undefined,
        wantsWeekly: row.weekly !== null,
      },
    ]),
  );
}

/** Keeps a person's choice. A new address has not bounced. */
export async function changeMailbox(
  tx: Tx<'accounts.person'>,
  personId: string,
  choice: { readonly address: string; readonly preference: MailPreference },
): Promise<void> {
  await tx
    .updateTable('accounts.person')
    .set({
      email: choice.address,
      mail_preference: choice.preference,
      email_bounced_at: sql<Date | null>`case when email = ${choice.address} then email_bounced_at end`,
    })
    .where('id', '=', personId)
    .execute();
}

/** Marks an address that refused mail; false when the person changed it since. */
export async function markBounced(
  tx: Tx<'accounts.person'>,
  personId: string,
  address: string,
  at: Date,
): Promise<boolean> {
  const marked = await tx
    .updateTable('accounts.person')
    .set({ email_bounced_at: at })
    .where('id', '=', personId)
    .where('email', '=', address)
    .where('email_bounced_at', 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}

/**
 * Marks whoever has this address, when somebody tells that mail to it came back.
 * @returns the organisations in which they hold a role today, so that those hear of it.
 */
export async function markBouncedAddress(
  tx: Tx<'accounts.person' | 'accounts.membership'>,
  address: string,
  at: Date,
): Promise<readonly string[]> {
  const people = await tx
    .updateTable('accounts.person')
    .set({ email_bounced_at: at })
    .where(sql<boolean>`lower(email) = lower(${address.trim()})`)
    .where('email_bounced_at', 'is', null)
    .returning('id')
    .execute();
  if (people.length === 0) return [];
  const places = await tx
    .selectFrom('accounts.membership as m')
    .select('m.organisation_id')
    .distinct()
    .where(
      'm.person_id',
      'in',
      people.map(({ id }) => id),
    )
    .where(sql<boolean>`m.valid_from <= app.today() and (m.valid_until is null or m.valid_until > app.today())`)
    .execute();
  return places.map(({ organisation_id }) => organisation_id);
}

/** A colleague whose mail comes back. */
export interface Unreachable {
  readonly membershipId: string;
  readonly name: string;
  readonly address: string;
  readonly bouncedAt: Date;
}

/** Who holds a role in this organisation today and cannot be reached by mail, longest first. */
export async function unreachableMembers(
  tx: Tx<'accounts.person' | 'accounts.membership'>,
  organisationId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly people: readonly Unreachable[]; readonly total: number }> {
  const rows = await tx
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.person as p', 'p.id', 'm.person_id')
    .select([
      'm.id as membershipId',
      'm.person_name as name',
      'p.email as address',
      'p.email_bounced_at as bouncedAt',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('m.organisation_id', '=', organisationId)
    .where('p.email_bounced_at', 'is not', null)
    .where(sql<boolean>`m.valid_from <= app.today() and (m.valid_until is null or m.valid_until > app.today())`)
    .orderBy('p.email_bounced_at')
    .orderBy('m.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return {
    people: rows.map(({ total: _, bouncedAt, ...row }) => ({ ...row, bouncedAt: bouncedAt! })),
    total: rows[0]?.total ?? 0,
  };
}
