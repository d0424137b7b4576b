import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

type Table = 'care.mobile';

/** On which number this coordinator can be called herself. For a colleague it is not there: the database keeps it to who wrote it. */
export async function mobileOf(tx: Tx<Table>, tenantId: string, membershipId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('care.mobile')
    .select('number')
    .where('tenant_id', '=', tenantId)
    .where('membership_id', '=', membershipId)
    .executeTakeFirst();
  return row?.number;
}

/** Writes her number over the one she gave before. */
export async function writeMobile(
  tx: Tx<Table>,
  tenantId: string,
  of: { readonly membershipId: string; readonly personId: string; readonly number: string; readonly on: PlainDate },
): Promise<void> {
  const said = { number: of.number, written_on: of.on };
  await tx
    .insertInto('care.mobile')
    .values({ tenant_id: tenantId, membership_id: of.membershipId, person_id: of.personId, ...said })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'membership_id']).doUpdateSet(said))
    .execute();
}

/** Takes it away; nothing when there is none. */
export async function deleteMobile(tx: Tx<Table>, tenantId: string, membershipId: string): Promise<void> {
  await tx
    .deleteFrom('care.mobile')
    .where('tenant_id', '=', tenantId)
    .where('membership_id', '=', membershipId)
    .execute();
}
