import { type Kysely, sql } from 'kysely';
import { addDays, addMonths, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { DB } from '../db/tables.generated.ts';
import { type AnyTx, enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import type { Eraser } from './erase-work.ts';
import { keepRecord } from './keep-record.ts';
import { daysOf } from './retention-rules.ts';

/** A month of the logs as a record whose time is counted. */
export const MONTH_SUBJECT = 'audit.month';

/** By which rule of content/retention a group of logs goes. */
const RULES: Readonly<Record<string, string>> = { deeds: 'audit-line', processing: 'processing-line' };

/** A month of a busy organisation holds millions of lines: longer than any deed may take, and nobody waits for it. */
const ERASING_TAKES_AT_MOST = '30min';

/** The shortest term for lines of the logs; audit.erase_month refuses a shorter one too. [design: In Beeld] */
const LOG_DAYS = 365;

/** A term that lets the lines of a log go within a year. */
export const isTooShortForLogs = (rule: string, period: string): boolean =>
  Object.values(RULES).includes(rule) && daysOf(period) < LOG_DAYS;

interface EndedMonth {
  readonly tenantId: string;
  readonly logs: string;
  readonly month: PlainDate;
}

/**
 * Counts the time of every month of the logs that is over, for each organisation that has lines in it, once. The term counts from the
 * day after the last line could be written, Dutch time, so that no line goes early. @returns how many months were new.
 */
export async function countMonths(db: Kysely<DB>): Promise<number> {
  const months = await enter(db, { door: 'runner', readOnly: true }, async (tx) => {
    const { rows } = await sql<EndedMonth>`
      select distinct e.tenant_id as "tenantId", e.logs, e.month from audit.ended_months() e
      where not exists (select from audit.month m
        where m.tenant_id = e.tenant_id and m.logs = e.logs and m.month = e.month)`.execute(tx);
    return rows;
  });
  for (const ended of months) await enter(db, { door: 'own', tenantId: ended.tenantId }, (tx) => countMonth(tx, ended));
  return months.length;
}

async function countMonth(tx: AnyTx, { tenantId, logs, month }: EndedMonth): Promise<void> {
  const id = newId();
  const laid = await tx
    .insertInto('audit.month')
    .values({ tenant_id: tenantId, id, logs, month })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // another process was first
  if (laid.numInsertedOrUpdatedRows !== 1n) return;
  const startsOn = addDays(addMonths(month, 1), 1);
  await keepRecord(tx, { tenantId, rule: RULES[logs]!, subject: { kind: MONTH_SUBJECT, id }, startsOn });
}

/** Drops the parts of the logs that are over and hold nothing any more. @returns how many. */
export async function dropEmptyMonths(db: Kysely<DB>): Promise<number> {
  return enter(db, { door: 'runner' }, async (tx) => {
    const { rows } = await sql<{ dropped: number }>`select audit.drop_empty_months() as dropped`.execute(tx);
    return rows[0]!.dropped;
  });
}

/**
 * Erases a month of the logs of an organisation. As long as a record is held, the lines about it are part of what has to stay, and so
 * the month they stand in.
 */
export const monthEraser: Eraser = {
  subjectKind: MONTH_SUBJECT,
  async heldUntil(tx, { tenantId, id }, { today }) {
    const { logs, month } = await monthBy(tx, tenantId, id);
    const { rows } = await sql<{ until: PlainDate | null }>`
      select max(r.held_until) as until from retention.record r
      where r.tenant_id = ${tenantId} and r.erased_at is null and r.held_until > ${today}::date and r.subject_kind <> ${MONTH_SUBJECT}
        and ${logs === 'deeds' ? aboutDeeds(month) : aboutProcessing(month)}`.execute(tx);
    return rows[0]!.until ?? undefined;
  },
  async erase(tx, { tenantId, id, rule, period }, { now }) {
    const { logs, month } = await monthBy(tx, tenantId, id);
    // until the end of this transaction
    await sql`select set_config('statement_timeout', ${ERASING_TAKES_AT_MOST}, true)`.execute(tx);
    const { rows } = await sql<{ lines: number }>`
      select audit.erase_month(${id}, ${logs}, ${month}, ${rule}, ${period}, ${now}) as lines`.execute(tx);
    return { [logs === 'deeds' ? 'audit.decision, audit.event' : 'audit.processing']: rows[0]!.lines };
  },
};

async function monthBy(tx: AnyTx, tenantId: string, id: string) {
  return tx
    .selectFrom('audit.month')
    .select(['logs', 'month'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

const within = (month: PlainDate) => sql`l.tenant_id = r.tenant_id
  and l.recorded_at >= ${month}::timestamp at time zone 'UTC'
  and l.recorded_at < (${month}::date + interval '1 month') at time zone 'UTC'`;

/** Did somebody do something with the record r, or its dossier, in this month? */
function aboutDeeds(month: PlainDate) {
  const about = sql`l.subject_id in (r.subject_id::text, r.dossier_id::text)`;
  return sql`(exists (select from audit.event l where ${within(month)} and ${about})
    or exists (select from audit.decision l where ${within(month)} and l.outcome = 'refused' and ${about}))`;
}

/** Was something of the dossier of the record r opened in this month? */
const aboutProcessing = (month: PlainDate) =>
  sql`exists (select from audit.processing l where ${within(month)} and l.dossier_id in (r.dossier_id, r.subject_id))`;
