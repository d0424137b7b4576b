import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Offer } from '../domain/request.ts';

type SessionTx = Tx<'support.session'>;

/** Something that the desk gives on a day, with so many places. */
export interface Session {
  readonly tenantId: string;
  readonly id: string;
  readonly offer: Offer;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly places: number;
  readonly taken: number;
}

export async function insertSession(tx: SessionTx, session: Omit<Session, 'taken'>): Promise<void> {
  await tx
    .insertInto('support.session')
    .values({
      tenant_id: session.tenantId,
      id: session.id,
      offer: session.offer,
      title: session.title,
      held_on: session.heldOn,
      places: session.places,
    })
    .execute();
}

const COLUMNS = ['tenant_id as tenantId', 'id', 'offer', 'title', 'held_on as heldOn', 'places', 'taken'] as const;

/** What is still to come, the first day first; of one organisation when it is named. */
export async function sessionsFrom(
  tx: SessionTx,
  today: PlainDate,
  of: { readonly tenantId?: string | undefined; readonly limit: number },
): Promise<readonly Session[]> {
  let query = tx.selectFrom('support.session').select(COLUMNS).where('held_on', '>=', today);
  if (of.tenantId) query = query.where('tenant_id', '=', of.tenantId);
  const rows = await query.orderBy('held_on').orderBy('id').limit(of.limit).execute();
  return rows.map((row) => ({ ...row, offer: row.offer as Offer }));
}

/** Takes a place of an own session that is still to come; undefined when there is none left, or no such session. */
export async function takePlace(
  tx: SessionTx,
  tenantId: string,
  id: string,
  today: PlainDate,
): Promise<Session | undefined> {
  const row = await tx
    .updateTable('support.session')
    .set({ taken: sql<number>`taken + 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('held_on', '>=', today)
    .whereRef('taken', '<', 'places')
    .returning(COLUMNS)
    .executeTakeFirst();
  return row && { ...row, offer: row.offer as Offer };
}

/** Gives a place of an own session back; what another organisation gives is not touched. */
export async function givePlaceBack(tx: SessionTx, tenantId: string, id: string): Promise<void> {
  await tx
    .updateTable('support.session')
    .set({ taken: sql<number>`taken - 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('taken', '>', 0)
    .execute();
}
