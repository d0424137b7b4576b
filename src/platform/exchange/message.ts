import { sql } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { lentTo } from '../vault/lending.ts';
import { type MessageBox, sealMessages } from '../vault/message-seal.ts';
import type { AboutLogged } from '../vault/sealing.ts';
import { readMessages } from './many-messages.ts';
import { type MessageAction, type MessageState, messageStateOn, TRANSITIONS } from './transitions.ts';

type Tables = 'exchange.message';

export interface NewMessage {
  /** Made by the sender; the same message sent twice is one message. */
  readonly id: string;
  readonly receiverId: string;
  /** What it is about (src/app/message-kinds.ts); both sides must hold an agreement for it. */
  readonly kind: string;
  /** The ground on which it may be shared. */
  readonly basis: string;
  /** For a kind that is carried only with consent: which consent (`recordConsent`). */
  readonly consentId?: string;
  readonly content: Buffer;
  /** From this day on it can no longer be answered. */
  readonly expiresOn?: PlainDate;
  /** What it hangs on, when it is a remark (`remark.ts`): something that both sides know by this id. */
  readonly aboutId?: string;
}

export type DeliveryRefusal = {
  readonly code:
    | 'no-agreement'
    | 'no-consent'
    | 'receiver-ended'
    | 'receiver-has-no-key'
    | 'unknown-kind'
    | 'other-message';
};

/**
 * Sends a message to another organisation, in the transaction of the deed it belongs to. The sender is the organisation of the
 * transaction. The content is sealed under a key of its own, that is sealed once for each side. Refuses without an agreement for its
 * kind that both sides hold today, or without the consent its kind asks. The receiver's log names the sending organisation, under the
 * trace of the deed.
 */
export async function deliverMessage(
  tx: Tx<Tables | 'vault.exchange_key'>,
  message: NewMessage,
  time: DomainTime,
): Promise<Result<{ readonly wasSentBefore: boolean }, DeliveryRefusal>> {
  const [delivered] = await deliverMessages(tx, [message], time);
  return delivered!;
}

type Outcome = 'sent' | 'again' | Exclude<DeliveryRefusal['code'], 'receiver-has-no-key'>;

/** The same for many messages of this sender, each with an id of its own; one statement carries them all. */
export async function deliverMessages(
  tx: Tx<Tables | 'vault.exchange_key'>,
  messages: readonly NewMessage[],
  time: DomainTime,
): Promise<readonly Result<{ readonly wasSentBefore: boolean }, DeliveryRefusal>[]> {
  const senderId = lentTo(tx).keys.tenantId;
  const seals = await sealMessages(
    tx,
    messages.map(({ id, receiverId, kind, content }) => ({ place: { id, receiverId, kind, senderId }, content })),
  );
  const carried = messages.flatMap((message, index) => {
    const sealed = seals[index];
    return sealed ? [{ message, sealed }] : [];
  });
  const column = <Value>(of: (each: (typeof carried)[number]) => Value) => sql`${carried.map(of)}`;
  const { rows } = await sql<{ id: string; outcome: Outcome }>`
    select message_id as id, outcome from exchange.deliver(
      ${column(({ message }) => message.receiverId)}::uuid[], ${column(({ message }) => message.id)}::uuid[],
      ${column(({ message }) => message.kind)}::text[], ${column(({ message }) => message.basis)}::text[],
      ${column(({ message }) => message.consentId ?? null)}::uuid[],
      ${column(({ sealed }) => sealed.content)}::bytea[], ${column(({ sealed }) => sealed.mark)}::bytea[],
      ${column(({ sealed }) => sealed.forSender.keyId)}::uuid[], ${column(({ sealed }) => sealed.forSender.wrapped)}::bytea[],
      ${column(({ sealed }) => sealed.forReceiver.keyId)}::uuid[],
      ${column(({ sealed }) => sealed.forReceiver.wrapped)}::bytea[],
      ${column(({ message }) => message.expiresOn ?? null)}::date[], ${time.now}, ${column(() => newId())}::uuid[],
      ${column(({ message }) => message.aboutId ?? null)}::uuid[])`.execute(tx);
  const outcomes = new Map(rows.map(({ id, outcome }) => [id, outcome]));
  return messages.map(({ id }) => {
    const outcome = outcomes.get(id);
    if (outcome === undefined) return err({ code: 'receiver-has-no-key' });
    return outcome === 'sent' || outcome === 'again'
      ? ok({ wasSentBefore: outcome === 'again' })
      : err({ code: outcome });
  });
}

export type MoveRefusal = { readonly code: 'not-found' | 'message-moved-on' | 'no-agreement' | 'no-consent' };

const MOVE_REFUSED = {
  'not-found': 'not-found',
  refused: 'message-moved-on',
  'no-agreement': 'no-agreement',
  'no-consent': 'no-consent',
} as const satisfies Record<string, MoveRefusal['code']>;

/**
 * Brings a message of one's own to its next state, on both sides at once. Delivering gives the receiver the key, accepting or refusing
 * is the receipt; withdrawing is the sender's. Withdrawn or refused, the receiver's key and content are destroyed in the database.
 * Delivering and accepting ask again for the agreement of both sides and the consent.
 */
export async function moveMessage(
  tx: Tx<Tables>,
  move: { readonly id: string; readonly action: Exclude<MessageAction, 'expire'>; readonly reason?: string },
  time: DomainTime,
): Promise<Result<{ readonly state: MessageState }, MoveRefusal>> {
  const { to } = TRANSITIONS.find(({ action }) => action === move.action)!;
  const { rows } = await sql<{ outcome: 'moved' | keyof typeof MOVE_REFUSED }>`
    select exchange.move(${move.id}, ${to}, ${move.reason ?? null}, ${time.now}, ${newId()}) as outcome`.execute(tx);
  const { outcome } = rows[0]!;
  return outcome === 'moved' ? ok({ state: to }) : err({ code: MOVE_REFUSED[outcome] });
}

export interface Message {
  readonly id: string;
  readonly box: MessageBox;
  readonly counterpartId: string;
  readonly kind: string;
  readonly basis: string;
  readonly state: MessageState;
  readonly sentAt: Date;
  readonly deliveredAt: Date | null;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly expiresOn: PlainDate | null;
  readonly reason: string | null;
  /** Under which both sides find the sending in their logs. */
  readonly traceId: string | null;
}

const COLUMNS = [
  'id',
  'box',
  'counterpart_id as counterpartId',
  'kind',
  'basis',
  'state',
  'sent_at as sentAt',
  'delivered_at as deliveredAt',
  'answered_at as answeredAt',
  'withdrawn_at as withdrawnAt',
  'expires_on as expiresOn',
  'reason',
  'trace_id as traceId',
] as const;

type Row = Omit<Message, 'box' | 'state'> & { readonly box: string; readonly state: string };

const messageOf = (row: Row, today: PlainDate): Message => ({
  ...row,
  box: row.box as MessageBox,
  state: messageStateOn({ state: row.state as MessageState, expiresOn: row.expiresOn }, today),
});

/** What this organisation sent (`out`) or received (`in`), newest first, without the content. A remark stands on what it is about, not here. */
export async function messagesIn(
  tx: Tx<Tables>,
  tenantId: string,
  box: MessageBox,
  today: PlainDate,
): Promise<readonly Message[]> {
  const rows = await tx
    .selectFrom('exchange.message')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('box', '=', box)
    .where('about_id', 'is', null)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => messageOf(row, today));
}

/** One message of this organisation, sent or received, without the content. */
export async function findMessage(
  tx: Tx<Tables>,
  tenantId: string,
  id: string,
  today: PlainDate,
): Promise<Message | undefined> {
  const row = await tx
    .selectFrom('exchange.message')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && messageOf(row, today);
}

/**
 * What a message says; undefined when it is not in this box, was not delivered yet, or was withdrawn, refused or left unanswered:
 * then the receiver has no key. `about` says whom it is about, for the processing log; the transaction was lent keys.
 */
export async function readMessage(
  tx: Tx<Tables | 'vault.message_key'>,
  tenantId: string,
  box: MessageBox,
  id: string,
  about: AboutLogged,
): Promise<Buffer | undefined> {
  return (await readMessages(tx, tenantId, box, [{ id, about }])).get(id);
}

/** Takes a message that nobody answered in time away from the receiver, whose transaction this is. */
export async function clearExpiredMessage(tx: Tx<Tables>, id: string, now: Date): Promise<void> {
  await sql`select exchange.clear_expired(${id}, ${now})`.execute(tx);
}
