import type { Tx } from '../../../platform/db/transact.ts';
import type { MessageStanding } from '../domain/registration-status.ts';

/** A request as the list of who looks for help shows it. Nothing in it was opened. */
export interface InboxRow {
  readonly id: string;
  readonly senderId: string;
  readonly kind: string;
  readonly state: Exclude<MessageStanding, undefined>;
  readonly sentAt: Date;
}

const WAITING = ['sent', 'delivered'];

/** One page of the requests that came in: those that wait first, of those the emergencies, then the newest; and how many there are. */
export async function helpInbox(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kinds: { readonly all: readonly string[]; readonly emergency: string },
  page: { readonly offset: number; readonly size: number },
): Promise<{ readonly rows: readonly InboxRow[]; readonly total: number }> {
  const received = tx
    .selectFrom('exchange.message')
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'in')
    .where('kind', 'in', [...kinds.all]);
  const { total } = await received.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await received
    .select(['id', 'counterpart_id as senderId', 'kind', 'state', 'sent_at as sentAt'])
    .orderBy((eb) => eb('state', 'in', WAITING), 'desc')
    .orderBy((eb) => eb.and([eb('state', 'in', WAITING), eb('kind', '=', kinds.emergency)]), 'desc')
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .offset(page.offset)
    .limit(page.size)
    .execute();
  return { rows: rows.map((row) => ({ ...row, state: row.state as InboxRow['state'] })), total: Number(total) };
}

/** A request that came in, by its message; undefined when it is another organisation's, or of another kind. */
export async function inboxRow(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kinds: readonly string[],
  id: string,
): Promise<InboxRow | undefined> {
  const row = await tx
    .selectFrom('exchange.message')
    .select(['id', 'counterpart_id as senderId', 'kind', 'state', 'sent_at as sentAt'])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'in')
    .where('kind', 'in', [...kinds])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, state: row.state as InboxRow['state'] };
}
