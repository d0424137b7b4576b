import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

type Table = 'consultation.part';

/** What travels to a participant. */
export type PartWhat = 'invitation' | 'item' | 'outcome' | 'closed' | 'chair' | 'cancelled';

/** That a participant gets something, and by which message it went. */
export interface Part {
  readonly id: string;
  readonly participantId: string;
  readonly what: PartWhat;
  readonly aboutId: string;
  readonly consentId: string | undefined;
  readonly messageId: string | undefined;
  readonly sentAt: Date | undefined;
  readonly failed: string | undefined;
}

/** What somebody gets; what she gets already is left as it is. */
export async function insertParts(
  tx: Tx<Table>,
  tenantId: string,
  meetingId: string,
  parts: readonly Pick<Part, 'id' | 'participantId' | 'what' | 'aboutId' | 'consentId'>[],
): Promise<void> {
  if (parts.length === 0) return;
  await tx
    .insertInto('consultation.part')
    .values(
      parts.map((part) => ({
        tenant_id: tenantId,
        id: part.id,
        meeting_id: meetingId,
        participant_id: part.participantId,
        what: part.what,
        about_id: part.aboutId,
        consent_id: part.consentId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function partsOf(tx: Tx<Table>, tenantId: string, meetingId: string): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('consultation.part')
    .select(['id', 'participant_id', 'what', 'about_id', 'consent_id', 'message_id', 'sent_at', 'failed'])
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', meetingId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    participantId: row.participant_id,
    what: row.what as PartWhat,
    aboutId: row.about_id,
    consentId: row.consent_id ?? undefined,
    messageId: row.message_id ?? undefined,
    sentAt: row.sent_at ?? undefined,
    failed: row.failed ?? undefined,
  }));
}

/** How the sending of each went; a colleague gets it without a message. */
export async function markSent(
  tx: Tx<Table>,
  tenantId: string,
  sent: readonly { readonly id: string; readonly messageId: string | undefined; readonly failed: string | undefined }[],
  at: Date,
): Promise<void> {
  if (sent.length === 0) return;
  await sql`
    update consultation.part p set message_id = s.message, failed = s.failed,
      sent_at = case when s.failed is null then ${at}::timestamptz end
    from unnest(${sent.map(({ id }) => id)}::uuid[], ${sent.map(({ messageId }) => messageId ?? null)}::uuid[],
      ${sent.map(({ failed }) => failed ?? null)}::text[]) as s (id, message, failed)
    where p.tenant_id = ${tenantId} and p.id = s.id`.execute(tx);
}

/** The messages by which an item and what was decided about it went, with what was said about its actions. */
export async function messagesOfItem(
  tx: Tx<Table | 'consultation.outcome' | 'exchange.message'>,
  tenantId: string,
  itemId: string,
): Promise<readonly string[]> {
  const remarks = await tx
    .selectFrom('exchange.message as m')
    .innerJoin('consultation.outcome as o', (join) =>
      join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.about_id'),
    )
    .select('m.id')
    .where('m.tenant_id', '=', tenantId)
    .where('m.box', '=', 'out')
    .where('o.item_id', '=', itemId)
    .execute();
  const rows = await tx
    .selectFrom('consultation.part as p')
    .select('p.message_id')
    .where('p.tenant_id', '=', tenantId)
    .where('p.message_id', 'is not', null)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('p.about_id', '=', itemId),
        eb(
          'p.about_id',
          'in',
          selectFrom('consultation.outcome as o')
            .select('o.id')
            .where('o.tenant_id', '=', tenantId)
            .where('o.item_id', '=', itemId),
        ),
      ]),
    )
    .execute();
  return [...rows.map(({ message_id: id }) => id!), ...remarks.map(({ id }) => id)];
}

/** What another organisation shared here, by reference. */
export interface Received {
  readonly id: string;
  readonly organiserId: string;
  readonly meetingId: string;
  readonly what: 'invitation' | 'item' | 'decision' | 'action' | 'closed' | 'chair' | 'cancelled';
  readonly aboutId: string;
  /** Whom it is about, where it is about somebody. */
  readonly personId: string | undefined;
  readonly dueOn: PlainDate | undefined;
  readonly doneHow: 'done' | 'stuck' | undefined;
}

export async function insertReceived(
  tx: Tx<'consultation.received'>,
  tenantId: string,
  received: readonly Omit<Received, 'doneHow'>[],
  by: { readonly name: string; readonly at: Date },
): Promise<void> {
  if (received.length === 0) return;
  await tx
    .insertInto('consultation.received')
    .values(
      received.map((each) => ({
        tenant_id: tenantId,
        id: each.id,
        organiser_id: each.organiserId,
        meeting_id: each.meetingId,
        what: each.what,
        about_id: each.aboutId,
        person_id: each.personId ?? null,
        due_on: each.dueOn ?? null,
        taken_in_at: by.at,
        taken_in_by_name: by.name,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const RECEIVED = [
  'r.id',
  'r.organiser_id as organiserId',
  'r.meeting_id as meetingId',
  'r.what',
  'r.about_id as aboutId',
  'r.person_id',
  'r.due_on',
  'r.done_how',
] as const;

const receivedOf = (row: {
  readonly id: string;
  readonly organiserId: string;
  readonly meetingId: string;
  readonly what: string;
  readonly aboutId: string;
  readonly person_id: string | null;
  readonly due_on: PlainDate | null;
  readonly done_how: string | null;
}): Received => ({
  id: row.id,
  organiserId: row.organiserId,
  meetingId: row.meetingId,
  what: row.what as Received['what'],
  aboutId: row.aboutId,
  personId: row.person_id ?? undefined,
  dueOn: row.due_on ?? undefined,
  doneHow: (row.done_how as Received['doneHow'] | null) ?? undefined,
});

/** The invitations that were taken in here, newest first. */
export async function receivedInvitations(
  tx: Tx<'consultation.received'>,
  tenantId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Received[]> {
  const rows = await tx
    .selectFrom('consultation.received as r')
    .select(RECEIVED)
    .where('r.tenant_id', '=', tenantId)
    .where('r.what', '=', 'invitation')
    .orderBy('r.taken_in_at', 'desc')
    .orderBy('r.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(receivedOf);
}

/** Everything of one consultation that was taken in here, in the order in which it came. */
export async function receivedOfMeeting(
  tx: Tx<'consultation.received'>,
  tenantId: string,
  meetingId: string,
): Promise<readonly Received[]> {
  const rows = await tx
    .selectFrom('consultation.received as r')
    .select(RECEIVED)
    .where('r.tenant_id', '=', tenantId)
    .where('r.meeting_id', '=', meetingId)
    .orderBy('r.taken_in_at')
    .orderBy('r.id')
    .execute();
  return rows.map(receivedOf);
}

/** An action that was asked of this organisation, held until the deed is done. */
export async function holdReceived(
  tx: Tx<'consultation.received'>,
  tenantId: string,
  id: string,
): Promise<Received | undefined> {
  const row = await tx
    .selectFrom('consultation.received as r')
    .select(RECEIVED)
    .where('r.tenant_id', '=', tenantId)
    .where('r.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && receivedOf(row);
}

/** The action that was asked of this organisation, by how its table knows it. */
export async function receivedAction(
  tx: Tx<'consultation.received'>,
  tenantId: string,
  outcomeId: string,
): Promise<Received | undefined> {
  const row = await tx
    .selectFrom('consultation.received as r')
    .select(RECEIVED)
    .where('r.tenant_id', '=', tenantId)
    .where('r.about_id', '=', outcomeId)
    .where('r.what', '=', 'action')
    .executeTakeFirst();
  return row && receivedOf(row);
}

export async function markReceivedDone(
  tx: Tx<'consultation.received'>,
  tenantId: string,
  id: string,
  how: 'done' | 'stuck',
  at: Date,
): Promise<void> {
  await tx
    .updateTable('consultation.received')
    .set({ done_at: at, done_how: how })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** @returns how many rows went. */
export async function deleteReceived(tx: Tx<'consultation.received'>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('consultation.received')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Messages of these kinds that came in and wait, the first that came first. */
export async function waitingMessages(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kinds: readonly string[],
  limit: number,
): Promise<readonly { readonly id: string; readonly senderId: string; readonly kind: string }[]> {
  return tx
    .selectFrom('exchange.message')
    .select(['id', 'counterpart_id as senderId', 'kind'])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'in')
    .where('kind', 'in', [...kinds])
    .where('state', 'in', ['sent', 'delivered'])
    .orderBy('sent_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}
