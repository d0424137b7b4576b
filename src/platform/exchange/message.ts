import { sql } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { type MessageAction, type MessageState, messageStateOn, TRANSITIONS } from './transitions.ts';

type Tables = 'exchange.message';

export interface NewMessage {
  /** Made by the sender; the same message sent twice is one message. */
  readonly id: string;
  readonly receiverId: string;
  /** What it is about; both sides must hold an agreement for it. */
  readonly kind: string;
  /** The ground on which it may be shared. */
  readonly basis: string;
  readonly consentId?: string;
  readonly content: Buffer;
  /** From this day on it can no longer be answered. */
  readonly expiresOn?: PlainDate;
}

export type DeliveryRefusal = { readonly code: 'no-agreement' | 'receiver-ended' | 'other-message' };

/**
 * Sends a message to another organisation, in the transaction of the deed it belongs to. The sender is the organisation of the
 * transaction. Refuses without an agreement for its kind that both sides hold today. The receiver's log names the sending
 * organisation, under the trace of the deed.
 */
export async function deliverMessage(
  tx: Tx<Tables>,
  message: NewMessage,
  time: DomainTime,
): Promise<Result<{ readonly wasSentBefore: boolean }, DeliveryRefusal>> {
  const { rows } = await sql<{ outcome: 'sent' | 'again' | DeliveryRefusal['code'] }>`
    select exchange.deliver(${message.receiverId}, ${message.id}, ${message.kind}, ${message.basis},
      ${message.consentId ?? null}, ${message.content}, ${message.expiresOn ?? null}, ${time.now}, ${newId()}) as outcome`.execute(
    tx,
  );
  const { outcome } = rows[0]!;
  if (outcome === 'sent' || outcome === 'again') return ok({ wasSentBefore: outcome === 'again' });
  return err({ code: outcome });
}

/**
 * Brings a message of one's own to its next state, on both sides at once. Withdrawing is the sender's: what the receiver holds is
 * emptied in the database. Accepting or refusing is the receiver's: that is the receipt.
 */
export async function moveMessage(
  tx: Tx<Tables>,
  move: { readonly id: string; readonly action: Exclude<MessageAction, 'expire'>; readonly reason?: string },
  time: DomainTime,
): Promise<Result<{ readonly state: MessageState }, { readonly code: 'not-found' | 'message-moved-on' }>> {
  const { to } = TRANSITIONS.find(({ action }) => action === move.action)!;
  const { rows } = await sql<{ outcome: 'moved' | 'not-found' | 'refused' }>`
    select exchange.move(${move.id}, ${to}, ${move.reason ?? null}, ${time.now}, ${newId()}) as outcome`.execute(tx);
  const { outcome } = rows[0]!;
  if (outcome === 'moved') return ok({ state: to });
  return err({ code: outcome === 'refused' ? 'message-moved-on' : 'not-found' });
}

export interface Message {
  readonly id: string;
  readonly counterpartId: string;
  readonly kind: string;
  readonly basis: string;
  readonly state: MessageState;
  readonly sentAt: Date;
  readonly expiresOn: PlainDate | null;
  readonly reason: string | null;
}

/** What this organisation sent (`out`) or received (`in`), newest first, without the content. */
export async function messagesIn(
  tx: Tx<Tables>,
  tenantId: string,
  box: 'in' | 'out',
  today: PlainDate,
): Promise<readonly Message[]> {
  const rows = await tx
    .selectFrom('exchange.message')
    .select([
      'id',
      'counterpart_id as counterpartId',
      'kind',
      'basis',
      'state',
      'sent_at as sentAt',
      'expires_on as expiresOn',
      'reason',
    ])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', box)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    state: messageStateOn({ state: row.state as MessageState, expiresOn: row.expiresOn }, today),
  }));
}

/** What a message says; undefined when it is not in this box, or was withdrawn. */
export async function readMessage(
  tx: Tx<Tables>,
  tenantId: string,
  box: 'in' | 'out',
  id: string,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('exchange.message')
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('box', '=', box)
    .executeTakeFirst();
  return row?.content ?? undefined;
}
