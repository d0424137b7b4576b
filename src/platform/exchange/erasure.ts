import { sql } from 'kysely';
import type { DomainTime, Tx } from '../db/transact.ts';
import { newRandomId } from '../ids/uuid.ts';
import { deliverMessages } from './message.ts';
import { ERASURE_NOTICE_KIND, type MessageKind } from './message-kind.ts';

type Table = 'exchange.erasure';

/**
 * Tells who received something that it was erased on request where it came from (AVG article 19). It says nothing about a person: only
 * which earlier message it is about.
 */
export const ERASED_ELSEWHERE: MessageKind = {
  kind: ERASURE_NOTICE_KIND,
  label: 'Gewist bij wie het deelde',
  activity: 'VA-17',
  data: ['D8'],
  requiresConsent: false,
  isOrderedByLaw: true,
};
const BASIS = 'AVG artikel 19';

/** From here on in this transaction the database writes down, for this request, who took in what is now erased. */
export async function noteReceivers(tx: Tx<Table>, requestId: string): Promise<void> {
  await sql`select set_config('app.erasure_request', ${requestId}, true)`.execute(tx);
}

/** Tells each of them, in the same transaction. Who cannot be told this way stays untold: it has no key, or has ended. @returns the notices */
export async function tellReceivers(
  tx: Tx<Table | 'exchange.message' | 'vault.exchange_key'>,
  tenantId: string,
  requestId: string,
  time: DomainTime,
): Promise<readonly string[]> {
  const untold = await tx
    .selectFrom('exchange.erasure')
    .select(['message_id as messageId', 'receiver_id as receiverId'])
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', requestId)
    .where('notice_id', 'is', null)
    .orderBy('message_id')
    .execute();
  if (untold.length === 0) return [];
  const notices = untold.map(({ messageId, receiverId }) => ({
    id: newRandomId(),
    receiverId,
    kind: ERASED_ELSEWHERE.kind,
    basis: BASIS,
    aboutId: messageId,
    content: Buffer.from(JSON.stringify({ about: messageId })),
  }));
  const sent = await deliverMessages(tx, notices, time);
  const told = notices.filter((_, index) => sent[index]!.ok);
  if (told.length > 0)
    await sql`update exchange.erasure e set notice_id = t.notice
      from unnest(${told.map(({ aboutId }) => aboutId)}::uuid[], ${told.map(({ id }) => id)}::uuid[]) as t (message, notice)
      where e.tenant_id = ${tenantId}::uuid and e.request_id = ${requestId}::uuid and e.message_id = t.message`.execute(
      tx,
    );
  return told.map(({ id }) => id);
}

/** Forgets whom a request was told to, with the request. */
export async function dropReceipts(tx: Tx<Table>, tenantId: string, requestId: string): Promise<number> {
  const gone = await tx
    .deleteFrom('exchange.erasure')
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
