import type { Tx } from '../../../platform/db/transact.ts';
import type { Contact, ContactWish } from '../domain/contact.ts';

type ContactTx = Tx<'practices.contact'>;

interface ContactRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly receiver_id: string;
  readonly wish: string;
  readonly element: string | null;
  readonly practice_id: string | null;
  readonly question: string;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_at: Date;
  readonly received_at: Date | null;
  readonly received_by_name: string | null;
  readonly answer: string | null;
  readonly answered_by_name: string | null;
  readonly answered_at: Date | null;
}

const contactOf = (row: ContactRow): Contact => ({
  tenantId: row.tenant_id,
  id: row.id,
  receiverId: row.receiver_id,
  wish: row.wish as ContactWish,
  element: row.element ?? undefined,
  practiceId: row.practice_id ?? undefined,
  question: row.question,
  askedBy: row.asked_by,
  askedByName: row.asked_by_name,
  askedAt: row.asked_at,
  received: row.received_at && row.received_by_name ? { at: row.received_at, byName: row.received_by_name } : undefined,
  answer:
    row.answer && row.answered_by_name && row.answered_at
      ? { text: row.answer, byName: row.answered_by_name, at: row.answered_at }
      : undefined,
});

export async function insertContact(tx: ContactTx, contact: Contact): Promise<void> {
  await tx
    .insertInto('practices.contact')
    .values({
      tenant_id: contact.tenantId,
      id: contact.id,
      receiver_id: contact.receiverId,
      wish: contact.wish,
      element: contact.element ?? null,
      practice_id: contact.practiceId ?? null,
      question: contact.question,
      asked_by: contact.askedBy,
      asked_by_name: contact.askedByName,
      asked_at: contact.askedAt,
    })
    .execute();
}

/** One request, of who asked or of who is asked. */
export async function loadContact(
  tx: ContactTx,
  id: string,
  of: { readonly tenantId: string } | { readonly receiverId: string },
): Promise<Contact | undefined> {
  let query = tx.selectFrom('practices.contact').selectAll().where('id', '=', id);
  query =
    'tenantId' in of ? query.where('tenant_id', '=', of.tenantId) : query.where('receiver_id', '=', of.receiverId);
  const row = await query.executeTakeFirst();
  return row && contactOf(row);
}

/** What was asked by, or of, an organisation; the newest first. */
export async function contactsOf(
  tx: ContactTx,
  of: { readonly tenantId: string } | { readonly receiverId: string },
  limit: number,
): Promise<readonly Contact[]> {
  let query = tx.selectFrom('practices.contact').selectAll();
  query =
    'tenantId' in of ? query.where('tenant_id', '=', of.tenantId) : query.where('receiver_id', '=', of.receiverId);
  const rows = await query.orderBy('asked_at', 'desc').orderBy('id').limit(limit).execute();
  return rows.map(contactOf);
}

/** The receipt, or the answer with the receipt that it is too; false when a colleague was first. */
export async function saveReaction(
  tx: ContactTx,
  contact: Contact,
  by: { readonly name: string; readonly at: Date },
  answer: string | undefined,
): Promise<boolean> {
  let change = tx
    .updateTable('practices.contact')
    .where('tenant_id', '=', contact.tenantId)
    .where('id', '=', contact.id)
    .where('receiver_id', '=', contact.receiverId);
  if (!contact.received)
    change = change.set({ received_at: by.at, received_by_name: by.name }).where('received_at', 'is', null);
  if (answer !== undefined)
    change = change.set({ answer, answered_by_name: by.name, answered_at: by.at }).where('answered_at', 'is', null);
  const changed = await change.executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Erases one; how many rows it was. */
export async function deleteContact(tx: Tx<'practices.contact'>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('practices.contact')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
