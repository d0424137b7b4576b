import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { CaseClock } from '../domain/cases/case-clock.ts';

type Table = 'care.case_clock';

const COLUMNS = [
  'id',
  'case_id',
  'dossier_id',
  'clock',
  'edition',
  'given_on',
  'warns_for',
  'last_day',
  'needs_second',
  'second_day',
  'second_by',
  'second_by_name',
  'set_by',
  'set_by_name',
  'set_on',
  'ended_on',
  'ended_by',
  'ended_by_name',
  'version',
] as const;

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly dossier_id: string;
  readonly clock: string;
  readonly edition: string;
  readonly given_on: PlainDate;
  readonly warns_for: PlainDate;
  readonly last_day: PlainDate;
  readonly needs_second: boolean;
  readonly second_day: PlainDate | null;
  readonly second_by: string | null;
  readonly second_by_name: string | null;
  readonly set_by: string;
  readonly set_by_name: string;
  readonly set_on: PlainDate;
  readonly ended_on: PlainDate | null;
  readonly ended_by: string | null;
  readonly ended_by_name: string | null;
  readonly version: number;
}

const clockOf = (row: Row): CaseClock => ({
  id: row.id,
  caseId: row.case_id,
  dossierId: row.dossier_id,
  clock: row.clock,
  edition: row.edition,
  givenOn: row.given_on,
  warnsFor: row.warns_for,
  lastDay: row.last_day,
  needsSecond: row.needs_second,
  second:
    row.second_day && row.second_by && row.second_by_name
      ? { day: row.second_day, by: row.second_by, name: row.second_by_name }
      : undefined,
  setBy: row.set_by,
  setByName: row.set_by_name,
  setOn: row.set_on,
  ended:
    row.ended_on && row.ended_by && row.ended_by_name
      ? { on: row.ended_on, by: row.ended_by, name: row.ended_by_name }
      : undefined,
  version: row.version,
});

export async function insertClock(
  tx: Tx<Table>,
  tenantId: string,
  clock: Omit<CaseClock, 'second' | 'ended' | 'version'>,
): Promise<void> {
  await tx
    .insertInto('care.case_clock')
    .values({
      tenant_id: tenantId,
      id: clock.id,
      case_id: clock.caseId,
      dossier_id: clock.dossierId,
      clock: clock.clock,
      edition: clock.edition,
      given_on: clock.givenOn,
      warns_for: clock.warnsFor,
      last_day: clock.lastDay,
      needs_second: clock.needsSecond,
      set_by: clock.setBy,
      set_by_name: clock.setByName,
      set_on: clock.setOn,
    })
    .execute();
}

/** The clocks of a case: those that run by their last day, then those that ended. */
export async function clocksOf(tx: Tx<Table>, tenantId: string, caseId: string): Promise<readonly CaseClock[]> {
  const rows = await tx
    .selectFrom('care.case_clock')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .orderBy(sql`ended_on is not null`)
    .orderBy('last_day')
    .orderBy('id')
    .execute();
  return rows.map(clockOf);
}

/** A clock, held until the deed is done. */
export async function holdClock(tx: Tx<Table>, tenantId: string, id: string): Promise<CaseClock | undefined> {
  const row = await tx
    .selectFrom('care.case_clock')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && clockOf(row);
}

/** Writes down a second reading, or that a clock ended. */
export async function markClock(
  tx: Tx<Table>,
  tenantId: string,
  { id, version }: CaseClock,
  marks: { readonly second?: CaseClock['second']; readonly ended?: CaseClock['ended'] },
): Promise<void> {
  const { second, ended } = marks;
  await tx
    .updateTable('care.case_clock')
    .set({
      version: version + 1,
      ...(second && { second_day: second.day, second_by: second.by, second_by_name: second.name }),
      ...(ended && { ended_on: ended.on, ended_by: ended.by, ended_by_name: ended.name }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
