import { sql } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';

export type KeepTables = 'retention.record' | 'retention.term';

/** A record, as the audit log names it. */
export interface KeptSubject {
  readonly kind: string;
  readonly id: string;
}

export interface Kept {
  readonly tenantId: string;
  /** A rule of content/retention. */
  readonly rule: string;
  readonly subject: KeptSubject;
  /** The dossier whose key is destroyed with the record. */
  readonly dossierId?: string;
  /** The day from which the term counts, such as the day of receipt. */
  readonly startsOn: PlainDate;
}

/**
 * Counts the time of a record from a day on, under a rule: when it is made, and again when its time starts anew or another rule
 * holds. A record that nobody counts is never erased, so whoever makes one with personal data calls this in the same transaction.
 */
export async function keepRecord(tx: Tx<KeepTables>, kept: Kept): Promise<void> {
  await keepRecords(tx, [kept]);
}

/** The same for many records of one organisation, each once, in one statement. */
export async function keepRecords(tx: Tx<KeepTables>, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return;
  const { tenantId } = kept[0]!;
  await sql`
    insert into retention.record as r (tenant_id, id, rule, subject_kind, subject_id, dossier_id, starts_on, ends_on, erase_at)
    select ${tenantId}::uuid, k.id, k.rule, k.kind, k.subject, k.dossier, k.starts_on, ends.on_day,
      ends.on_day::timestamp at time zone 'Europe/Amsterdam'
    from unnest(${kept.map(() => newId())}::uuid[], ${kept.map(({ rule }) => rule)}::text[],
        ${kept.map(({ subject }) => subject.kind)}::text[], ${kept.map(({ subject }) => subject.id)}::uuid[],
        ${kept.map(({ dossierId }) => dossierId ?? null)}::uuid[], ${kept.map(({ startsOn }) => startsOn)}::date[])
        as k (id, rule, kind, subject, dossier, starts_on),
      lateral (select (k.starts_on + (${settledPeriod(tenantId)})::interval)::date as on_day) ends
    on conflict (tenant_id, subject_kind, subject_id) do update set rule = excluded.rule, dossier_id = excluded.dossier_id,
      starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      erase_at = case when excluded.ends_on is null then null
        else greatest(excluded.ends_on, r.held_until)::timestamp at time zone 'Europe/Amsterdam' end
    where r.erased_at is null`.execute(tx);
}

/** The term an organisation settled last for the rule of a row; null when it settled none. */
function settledPeriod(tenantId: string) {
  return sql`select t.period from retention.term t where t.tenant_id = ${tenantId}::uuid and t.rule = k.rule
    order by t.settled_at desc, t.id desc limit 1`;
}

/** Whether an organisation settled a term for a rule. A record under a rule without one has no end. */
export async function isTermSettled(tx: Tx<'retention.term'>, tenantId: string, rule: string): Promise<boolean> {
  const term = await tx
    .selectFrom('retention.term')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('rule', '=', rule)
    .limit(1)
    .executeTakeFirst();
  return term !== undefined;
}

/** How the time of a record stands, for the page that shows it. */
export interface Countdown {
  readonly rule: string;
  /** Undefined as long as the organisation settled no term. */
  readonly endsOn: PlainDate | undefined;
  readonly heldUntil: PlainDate | undefined;
}

/** How long a record is still kept; undefined when nobody counts it, or when it was erased. */
export async function countdownOf(
  tx: Tx<'retention.record'>,
  tenantId: string,
  subject: KeptSubject,
): Promise<Countdown | undefined> {
  const row = await tx
    .selectFrom('retention.record')
    .select(['rule', 'ends_on as endsOn', 'held_until as heldUntil'])
    .where('tenant_id', '=', tenantId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row && { rule: row.rule, endsOn: row.endsOn ?? undefined, heldUntil: row.heldUntil ?? undefined };
}
