import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** Somebody who coordinates care elsewhere, by name. */
export interface CoordinatorElsewhere {
  readonly organisationId: string;
  readonly name: string;
  /** On which number she can be called herself, when she wrote that down. */
  readonly mobile: string | undefined;
  /** Away until this day, that day included, and who stands in. */
  readonly awayUntil: PlainDate | undefined;
  readonly standsIn: string | undefined;
}

/**
 * Who coordinates in the organisations with which this one handles a case now. The database decides with which and for whom
 * (`care.coordinators_with_us`): for others there is nobody.
 */
export async function coordinatorsWithUs(tx: Tx<never>): Promise<readonly CoordinatorElsewhere[]> {
  const { rows } = await sql<{
    organisation_id: string;
    name: string;
    mobile: string | null;
    away_until: PlainDate | null;
    stands_in: string | null;
  }>`select * from care.coordinators_with_us()`.execute(tx);
  const first = new Map(rows.toReversed().map((row) => [`${row.organisation_id} ${row.name}`, row]));
  return [...first.values()].toReversed().map((row) => ({
    organisationId: row.organisation_id,
    name: row.name,
    mobile: row.mobile ?? undefined,
    awayUntil: row.away_until ?? undefined,
    standsIn: row.stands_in ?? undefined,
  }));
}
