import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import { type AnyTx, enter } from '../db/transact.ts';

/** A log that has no part for a month; lines of that month would be refused, and with them every deed. */
export interface MissingMonth {
  readonly log: string;
  /** '2026-12' */
  readonly month: string;
}

/**
 * Lays the parts of the logs for this month and the three after it. @returns which of this month and the next are missing even so:
 * a reason to warn somebody.
 */
export async function prepareMonths(db: Kysely<DB>): Promise<readonly MissingMonth[]> {
  return enter(db, { door: 'runner' }, async (tx) => {
    await sql`select audit.prepare_months()`.execute(tx);
    return missing(tx);
  });
}

/** Which logs have no part for this month or the next, on the clock of the database. */
export async function missingMonths(db: Kysely<DB>): Promise<readonly MissingMonth[]> {
  return enter(db, { door: 'runner', readOnly: true }, missing);
}

async function missing(tx: AnyTx): Promise<readonly MissingMonth[]> {
  const { rows } = await sql<MissingMonth>`select log, month from audit.missing_months()`.execute(tx);
  return rows;
}
