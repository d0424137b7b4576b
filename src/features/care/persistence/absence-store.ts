import { type Selectable, sql } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { LoadedCase } from './caseload-query.ts';

type Table = 'care.absence';

/** That a coordinator is away between two days, both included, and who stands in. */
export interface Absence {
  readonly id: string;
  readonly membershipId: string;
  readonly standsInId: string;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
}

/** An absence as it stands: when it begins or ends next, and whether somebody stands in. */
export interface KeptAbsence extends Absence {
  readonly nextAt: Date | undefined;
  readonly hasBegun: boolean;
}

/** The first moment of a day, Dutch time. */
const begins = (on: PlainDate) => sql<Date>`(${on}::date)::timestamp at time zone 'Europe/Amsterdam'`;
const ends = (on: PlainDate) => sql<Date>`(${on}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`;

/** Writes an absence down; it begins on its first day. */
export async function insertAbsence(
  tx: Tx<Table>,
  tenantId: string,
  absence: Absence,
  today: PlainDate,
): Promise<void> {
  await tx
    .insertInto('care.absence')
    .values({
      tenant_id: tenantId,
      id: absence.id,
      membership_id: absence.membershipId,
      stands_in_id: absence.standsInId,
      from_on: absence.fromOn,
      until_on: absence.untilOn,
      recorded_on: today,
      next_at: begins(absence.fromOn),
    })
    .execute();
}

/** An absence, held until the transaction ends. */
export async function holdAbsence(tx: Tx<Table>, tenantId: string, id: string): Promise<KeptAbsence | undefined> {
  const row = await tx
    .selectFrom('care.absence')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && keptOf(row);
}

const keptOf = (row: Selectable<DB[Table]>): KeptAbsence => ({
  id: row.id,
  membershipId: row.membership_id,
  standsInId: row.stands_in_id,
  fromOn: row.from_on,
  untilOn: row.until_on,
  nextAt: row.next_at ?? undefined,
  hasBegun: row.begun_at !== null,
});

/** What was written down of her being away that is not over, held until the transaction ends. */
export async function holdAbsencesOf(
  tx: Tx<Table>,
  tenantId: string,
  membershipId: string,
  today: PlainDate,
): Promise<readonly KeptAbsence[]> {
  const rows = await tx
    .selectFrom('care.absence')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('membership_id', '=', membershipId)
    .where('until_on', '>=', today)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(keptOf);
}

/** She is there again: what began ended yesterday, and what did not begin before today never was. */
export async function cutShort(
  tx: Tx<Table>,
  tenantId: string,
  { id, fromOn }: Absence,
  today: PlainDate,
): Promise<void> {
  if (fromOn >= today)
    await tx.deleteFrom('care.absence').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
  else
    await tx
      .updateTable('care.absence')
      .set({ next_at: null, until_on: addDays(today, -1) })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute();
}

/** It began: it ends after its last day. @returns when */
export async function markBegun(tx: Tx<Table>, tenantId: string, absence: Absence, at: Date): Promise<Date> {
  const row = await tx
    .updateTable('care.absence')
    .set({ begun_at: at, next_at: ends(absence.untilOn) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', absence.id)
    .returning('next_at')
    .executeTakeFirstOrThrow();
  return row.next_at!;
}

/** Nothing follows any more. */
export async function markOver(tx: Tx<Table>, tenantId: string, id: string): Promise<void> {
  await tx
    .updateTable('care.absence')
    .set({ next_at: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The cases of this desk that nobody stands in for, held until the transaction ends. */
export async function holdAlone(
  tx: Tx<'care.case_file'>,
  tenantId: string,
  membershipId: string,
): Promise<readonly LoadedCase[]> {
  return tx
    .selectFrom('care.case_file')
    .select(['id', 'dossier_id as dossierId', 'code'])
    .where('tenant_id', '=', tenantId)
    .where('coordinator_id', '=', membershipId)
    .where('closed_on', 'is', null)
    .where('substitute_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Names who stands in, for this absence, in cases that are held. */
export async function standInFor(
  tx: Tx<'care.case_file'>,
  tenantId: string,
  { id, standsInId }: Absence,
  cases: readonly LoadedCase[],
): Promise<void> {
  await sql`
    update care.case_file set version = version + 1, substitute_id = ${standsInId}, for_absence_id = ${id}
    where tenant_id = ${tenantId} and id = any(${cases.map((each) => each.id)})`.execute(tx);
}

/** Nobody stands in any more where somebody did for this absence alone. @returns which cases those were */
export async function giveBack(
  tx: Tx<'care.case_file'>,
  tenantId: string,
  { id, standsInId }: Absence,
): Promise<readonly LoadedCase[]> {
  const { rows } = await sql<LoadedCase>`
    update care.case_file set version = version + 1, for_absence_id = null,
      substitute_id = case when substitute_id = ${standsInId} then null else substitute_id end
    where tenant_id = ${tenantId} and for_absence_id = ${id}
    returning id, dossier_id as "dossierId", code`.execute(tx);
  return rows;
}
