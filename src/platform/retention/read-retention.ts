import { sql } from 'kysely';
import type { HoldGround } from '../../shared-kernel/hold-ground.ts';
import { type PlainDate, plainDate } from '../../shared-kernel/plain-date.ts';
import type { Tx } from '../db/transact.ts';
import type { Erased } from './erase-work.ts';

/** How one rule stands in an organisation. */
export interface RuleStanding {
  readonly rule: string;
  readonly settled:
    | {
        readonly period: string;
        readonly category: string;
        readonly askedByName: string;
        readonly agreedByName: string;
        readonly settledAt: Date;
      }
    | undefined;
  /** How many records are counted under it. */
  readonly kept: number;
  /** Of those, how many end within thirty days. */
  readonly soon: number;
  readonly held: number;
  /** How many passed their term and are still there: nothing erases them, or it failed. */
  readonly late: number;
}

/** Every rule that has a settled term or records, with its counts. One statement. */
export async function standings(
  tx: Tx<'retention.record' | 'retention.term'>,
  tenantId: string,
  today: PlainDate,
): Promise<ReadonlyMap<string, RuleStanding>> {
  const { rows } = await sql<{
    rule: string;
    period: string | null;
    category: string | null;
    asked_by_name: string | null;
    agreed_by_name: string | null;
    settled_at: Date | null;
    kept: number;
    soon: number;
    held: number;
    late: number;
  }>`
    with settled as (
      select distinct on (rule) rule, period, category, asked_by_name, agreed_by_name, settled_at from retention.term
      where tenant_id = ${tenantId} order by rule, settled_at desc, id desc),
    counted as (
      select rule, count(*)::integer as kept,
        count(*) filter (where greatest(ends_on, held_until) <= ${today}::date + 30)::integer as soon,
        count(*) filter (where held_until > ${today}::date)::integer as held,
        count(*) filter (where greatest(ends_on, held_until) < ${today}::date)::integer as late
      from retention.record where tenant_id = ${tenantId} and erased_at is null group by rule)
    select rule, period, category, asked_by_name, agreed_by_name, settled_at, coalesce(kept, 0) as kept, coalesce(soon, 0) as soon,
      coalesce(held, 0) as held, coalesce(late, 0) as late
    from settled full join counted using (rule)`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.rule,
      {
        rule: row.rule,
        settled: row.settled_at
          ? {
              period: row.period!,
              category: row.category!,
              askedByName: row.asked_by_name!,
              agreedByName: row.agreed_by_name!,
              settledAt: row.settled_at,
            }
          : undefined,
        kept: row.kept,
        soon: row.soon,
        held: row.held,
        late: row.late,
      },
    ]),
  );
}

/** How many records would be erased at once, today, if this were the term: the dry run. */
export async function erasedAtOnce(
  tx: Tx<'retention.record'>,
  tenantId: string,
  rule: string,
  period: string,
  today: PlainDate,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from retention.record
    where tenant_id = ${tenantId} and rule = ${rule} and erased_at is null
      and greatest((starts_on + ${period}::interval)::date, held_until) <= ${today}::date`.execute(tx);
  return rows[0]!.count;
}

/** A record that is counted, without what it says. */
export interface CountedRecord {
  readonly id: string;
  readonly subjectKind: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | undefined;
  readonly heldUntil: PlainDate | undefined;
}

export const RECORDS_A_PAGE = 50;

/** The records under a rule, those that end first on top: one page, and whether there is another. */
export async function recordsUnder(
  tx: Tx<'retention.record'>,
  tenantId: string,
  rule: string,
  page: number,
): Promise<{ readonly records: readonly CountedRecord[]; readonly hasMore: boolean }> {
  const rows = await tx
    .selectFrom('retention.record')
    .select([
      'id',
      'subject_kind as subjectKind',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'held_until as heldUntil',
    ])
    .where('tenant_id', '=', tenantId)
    .where('rule', '=', rule)
    .where('erased_at', 'is', null)
    .orderBy(sql`greatest(ends_on, held_until)`)
    .orderBy('id')
    .limit(RECORDS_A_PAGE + 1)
    .offset((page - 1) * RECORDS_A_PAGE)
    .execute();
  const records = rows
    .slice(0, RECORDS_A_PAGE)
    .map((row) => ({ ...row, endsOn: row.endsOn ?? undefined, heldUntil: row.heldUntil ?? undefined }));
  return { records, hasMore: rows.length > RECORDS_A_PAGE };
}

export interface HoldLine {
  readonly ground: HoldGround;
  readonly untilOn: PlainDate;
  readonly laidByName: string;
  readonly laidAt: Date;
  readonly liftedByName: string | undefined;
  readonly liftedAt: Date | undefined;
}

/** One counted record with everything that held it; undefined when this organisation has none by this id. */
export async function countedRecord(
  tx: Tx<'retention.record' | 'retention.hold'>,
  tenantId: string,
  id: string,
): Promise<(CountedRecord & { readonly rule: string; readonly holds: readonly HoldLine[] }) | undefined> {
  const row = await tx
    .selectFrom('retention.record')
    .select([
      'id',
      'rule',
      'subject_kind as subjectKind',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'held_until as heldUntil',
    ])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const holds = await tx
    .selectFrom('retention.hold')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('record_id', '=', id)
    .orderBy('laid_at', 'desc')
    .execute();
  return {
    ...row,
    endsOn: row.endsOn ?? undefined,
    heldUntil: row.heldUntil ?? undefined,
    holds: holds.map((hold) => ({
      ground: hold.ground as HoldGround,
      untilOn: hold.until_on,
      laidByName: hold.laid_by_name,
      laidAt: hold.laid_at,
      liftedByName: hold.lifted_by_name ?? undefined,
      liftedAt: hold.lifted_at ?? undefined,
    })),
  };
}

/** What was erased of one record: one line of the declaration of destruction. */
export interface Tombstone {
  readonly id: string;
  readonly rule: string;
  readonly period: string;
  readonly category: string;
  readonly subjectKind: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly erasedAt: Date;
  readonly erased: Erased;
}

/** What was erased from a day up to and including another, newest first, at most `limit` lines. */
export async function tombstonesBetween(
  tx: Tx<'retention.tombstone'>,
  tenantId: string,
  from: PlainDate,
  upTo: PlainDate,
  limit: number,
): Promise<readonly Tombstone[]> {
  const rows = await tx
    .selectFrom('retention.tombstone')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`erased_at >= ${from}::timestamp at time zone 'Europe/Amsterdam'`)
    .where(sql<boolean>`erased_at < (${upTo}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`)
    .orderBy('erased_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    period: row.period,
    category: row.category,
    subjectKind: row.subject_kind,
    startsOn: plainDate(row.starts_on)!,
    endsOn: plainDate(row.ends_on)!,
    erasedAt: row.erased_at,
    erased: row.erased as Erased,
  }));
}
