import type { Tx } from '../../../platform/db/transact.ts';
import type { Receipt } from '../domain/rights-request.ts';

/** The tables that reading receipts touches. */
export type ReceiptTables =
  | 'exchange.erasure'
  | 'exchange.message'
  | 'exchange.message_kind'
  | 'organisations.organisation';

/** Whom this request was told to and what they answered, by name. One statement. */
export async function receiptsOf(
  tx: Tx<ReceiptTables>,
  tenantId: string,
  requestId: string,
): Promise<readonly Receipt[]> {
  const rows = await tx
    .selectFrom('exchange.erasure as e')
    .innerJoin('organisations.organisation as o', 'o.id', 'e.receiver_id')
    .innerJoin('exchange.message_kind as k', 'k.kind', 'e.kind')
    .leftJoin('exchange.message as m', (join) =>
      join.onRef('m.tenant_id', '=', 'e.tenant_id').onRef('m.id', '=', 'e.notice_id').on('m.box', '=', 'out'),
    )
    .select(['o.name', 'k.label', 'e.shared_at', 'm.state', 'm.answered_at', 'm.reason'])
    .where('e.tenant_id', '=', tenantId)
    .where('e.request_id', '=', requestId)
    .orderBy('o.name')
    .orderBy('e.shared_at')
    .execute();
  return rows.map((row) => ({
    receiverName: row.name,
    label: row.label,
    sharedAt: row.shared_at,
    state: (row.state as Receipt['state'] | null) ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    reason: row.reason ?? undefined,
  }));
}
