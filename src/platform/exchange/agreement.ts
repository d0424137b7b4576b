import { sql } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Tx } from '../db/transact.ts';

type Table = 'exchange.agreement';

/** That an organisation exchanges one kind of message with another. */
export interface Agreement {
  readonly id: string;
  readonly counterpartId: string;
  readonly kind: string;
  /** What it rests on: a covenant, a law, an agreement between the two. */
  readonly basis: string;
  readonly validFrom: PlainDate;
  /** The first day on which it no longer holds. */
  readonly validUntil: PlainDate;
}

/** What the other side wrote down about exchanging with this organisation. */
export type OthersAgreement = Omit<Agreement, 'id' | 'basis'>;

const COLUMNS = [
  'id',
  'counterpart_id as counterpartId',
  'kind',
  'basis',
  'valid_from as validFrom',
  'valid_until as validUntil',
] as const;

/** The agreements this organisation wrote down, those that last longest first. */
export async function agreementsOf(tx: Tx<Table>, tenantId: string): Promise<readonly Agreement[]> {
  return tx
    .selectFrom('exchange.agreement')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .orderBy('valid_until', 'desc')
    .orderBy('id')
    .execute();
}

/** What others wrote down about exchanging with the organisation of this transaction. */
export async function agreementsOfOthers(tx: Tx<Table>): Promise<readonly OthersAgreement[]> {
  const { rows } = await sql<OthersAgreement>`
    select counterpart_id as "counterpartId", kind, valid_from as "validFrom", valid_until as "validUntil"
    from exchange.agreements_of_others() order by valid_until desc, counterpart_id`.execute(tx);
  return rows;
}

/** With whom both sides hold an agreement for a kind of message on this day, and what it rests on. One statement. */
export async function partnersFor(
  tx: Tx<Table>,
  tenantId: string,
  kind: string,
  today: PlainDate,
): Promise<readonly { readonly counterpartId: string; readonly basis: string }[]> {
  const { rows } = await sql<{ counterpartId: string; basis: string }>`
    select distinct on (a.counterpart_id) a.counterpart_id as "counterpartId", a.basis
    from exchange.agreement a
    join exchange.agreements_of_others() t on t.counterpart_id = a.counterpart_id and t.kind = a.kind
    where a.tenant_id = ${tenantId} and a.kind = ${kind} and a.valid_from <= ${today}::date and a.valid_until > ${today}::date
      and t.valid_from <= ${today}::date and t.valid_until > ${today}::date
    order by a.counterpart_id, a.valid_until desc`.execute(tx);
  return rows;
}

export async function insertAgreement(tx: Tx<Table>, tenantId: string, agreement: Agreement): Promise<void> {
  await tx
    .insertInto('exchange.agreement')
    .values({
      tenant_id: tenantId,
      id: agreement.id,
      counterpart_id: agreement.counterpartId,
      kind: agreement.kind,
      basis: agreement.basis,
      valid_from: agreement.validFrom,
      valid_until: agreement.validUntil,
    })
    .execute();
}

/** An agreement of this organisation, to change it. */
export async function lockAgreement(tx: Tx<Table>, tenantId: string, id: string): Promise<Agreement | undefined> {
  return tx
    .selectFrom('exchange.agreement')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** From this day on it no longer holds. */
export async function endAgreement(tx: Tx<Table>, tenantId: string, id: string, on: PlainDate): Promise<void> {
  await tx
    .updateTable('exchange.agreement')
    .set({ valid_until: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
