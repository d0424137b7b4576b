import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** What happened to one person in a year, as a report counts it. */
export interface YearlyCase {
  readonly region: string;
  readonly beganHere: boolean;
  readonly outcome: string | null;
  /** Between beginning and the start of help, when that was in this year. */
  readonly waited: number | null;
}

/** Every case that ran in these days, without who it is about; one statement. */
export async function casesBetween(
  tx: Tx<'care.case_file'>,
  tenantId: string,
  from: PlainDate,
  until: PlainDate,
): Promise<readonly YearlyCase[]> {
  const { rows } = await sql<YearlyCase>`
    select region, begun_on >= ${from} as "beganHere",
      case when closed_on < ${until} then outcome end as outcome,
      case when started_on >= ${from} and started_on < ${until} then started_on - begun_on end as waited
    from care.case_file where tenant_id = ${tenantId} and begun_on < ${until} and (closed_on is null or closed_on >= ${from})`.execute(
    tx,
  );
  return rows;
}
