import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Arrangement, Objection } from '../domain/coverage.ts';

/** When each municipality last said, up to a day, that its list is complete. */
export async function findArrangements(
  tx: Tx<'care.arrangement'>,
  on: PlainDate,
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx
    .selectFrom('care.arrangement')
    .select(({ fn }) => ['tenant_id', fn.max<PlainDate>('confirmed_on').as('confirmed_on')])
    .where('confirmed_on', '<=', on)
    .groupBy('tenant_id')
    .execute();
  return new Map(rows.map((row) => [row.tenant_id, row.confirmed_on]));
}

/** The objections that stand on a day. */
export async function findObjections(tx: Tx<'care.objection'>, on: PlainDate): Promise<readonly Objection[]> {
  return tx
    .selectFrom('care.objection')
    .select(['id', 'tenant_id as municipalityId', 'offer_id as offerId', 'reason', 'made_on as madeOn'])
    .where('made_on', '<=', on)
    .where((w) => w.or([w('withdrawn_on', 'is', null), w('withdrawn_on', '>', on)]))
    .orderBy('made_on')
    .orderBy('id')
    .execute();
}

/**
 * What one municipality says on a day of its care coordination, and whom it carries on through mergers, itself among them: in one
 * statement, since pages that show more ask it.
 */
export async function findArrangement(
  tx: Tx<'care.arrangement' | 'care.objection' | 'organisations.succession'>,
  municipalityId: string,
  on: PlainDate,
): Promise<{ readonly arrangement: Arrangement; readonly carries: readonly string[] }> {
  const { rows } = await sql<{ confirmedOn: PlainDate | null; disputed: string[]; carries: string[] }>`
    with recursive carried (id) as (
      select ${municipalityId}::uuid
      union
      select s.predecessor_id from carried c join organisations.succession s on s.successor_id = c.id and s.on_date <= ${on})
    select
      (select max(confirmed_on) from care.arrangement
        where tenant_id = ${municipalityId} and confirmed_on <= ${on}) as "confirmedOn",
      array(select offer_id from care.objection
        where tenant_id = ${municipalityId} and made_on <= ${on} and (withdrawn_on is null or withdrawn_on > ${on}))
        as disputed,
      array(select id from carried) as carries`.execute(tx);
  const { confirmedOn, disputed, carries } = rows[0]!;
  return { arrangement: { confirmedOn: confirmedOn ?? undefined, disputed: new Set(disputed) }, carries };
}

/** A municipality says today that its list is complete; twice on one day is once. */
export async function insertArrangement(tx: Tx<'care.arrangement'>, tenantId: string, on: PlainDate): Promise<void> {
  await tx
    .insertInto('care.arrangement')
    .values({ tenant_id: tenantId, confirmed_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts an objection down; false when one stands already. */
export async function insertObjection(
  tx: Tx<'care.objection'>,
  tenantId: string,
  objection: {
    readonly id: string;
    readonly offerOrganisationId: string;
    readonly offerId: string;
    readonly reason: string;
    readonly madeOn: PlainDate;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('care.objection')
    .values({
      tenant_id: tenantId,
      id: objection.id,
      offer_tenant_id: objection.offerOrganisationId,
      offer_id: objection.offerId,
      reason: objection.reason,
      made_on: objection.madeOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Takes an objection back; false when there was none. */
export async function withdrawObjection(
  tx: Tx<'care.objection'>,
  tenantId: string,
  id: string,
  on: PlainDate,
): Promise<boolean> {
  const changed = await tx
    .updateTable('care.objection')
    .set({ withdrawn_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
