import { sql } from 'kysely';
import type { AnyTx } from '../db/tx.ts';
import { newId, newSpan } from '../ids/uuid.ts';
import type { Revealed } from './reveal.ts';

/** A deed as the logs tell it: who, in which role, why, when, and under which trace. */
export interface LoggedDeed {
  readonly tenantId: string;
  readonly traceId: string;
  /** The span of the deed itself; each person whose data it opened is a child of it. */
  readonly spanId: Buffer;
  /** The step of another system that asked for it. */
  readonly parentSpanId: Buffer | undefined;
  readonly occurredAt: Date;
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  readonly activity: string;
  /** Which version of the register holds at this moment; not needed when no personal data was opened. */
  readonly activityVersion: number | undefined;
  readonly action: string;
  /** At which address it was asked. */
  readonly route: string | undefined;
  /** What it was, or would have been, about. Without one a deed that went through has no event. */
  readonly subject: { readonly kind: string; readonly id: string } | undefined;
  /** Why it was allowed: the rule that let her in. */
  readonly ground: string | undefined;
  /** Why not; not there when it was allowed. */
  readonly refused: string | undefined;
  readonly revealed: readonly Revealed[];
}

/** The logs could not be written, so nothing was done and nothing is shown. Becomes 503. */
export class LogUnavailable extends Error {
  /** Of the database, so that two who met are tried again. */
  readonly code: string | undefined;
  constructor(cause: unknown) {
    super('log-unavailable', { cause });
    this.code = (cause as { code?: string }).code;
  }
}

/**
 * Writes the decision, the event of what went through, and a row for each person whose data was opened, in one statement and in
 * the transaction of the deed.
 * @throws LogUnavailable when a row cannot be written, such as when the partition of this month is missing.
 */
export async function writeLines(tx: AnyTx, deed: LoggedDeed): Promise<void> {
  const { revealed, subject } = deed;
  if (revealed.length > 0 && deed.activityVersion === undefined)
    throw new LogUnavailable(new Error(`${deed.action} opens personal data and names no version of ${deed.activity}`));
  const isAllowed = deed.refused === undefined;
  const parts = [decision(deed)];
  if (isAllowed && subject) parts.push(event(deed, subject));
  if (revealed.length > 0) parts.push(processing(deed));
  try {
    await sql`with ${sql.join(parts)} select`.execute(tx);
  } catch (error) {
    throw new LogUnavailable(error);
  }
}

/** A deed that broke, in the words of the logs. */
export const BROKE = 'defect';

/** A refusal is no error of the system, nor is «nothing found» (LDV, 2.1). */
function statusOf(refused: string | undefined): 'Ok' | 'Unset' | 'Error' {
  return refused === undefined ? 'Ok' : refused === BROKE ? 'Error' : 'Unset';
}

function decision(deed: LoggedDeed) {
  const { subject } = deed;
  return sql`decided as (insert into audit.decision (tenant_id, id, trace_id, span_id, parent_span_id, occurred_at, person_id, role,
      activity, activity_version, action, route, subject_kind, subject_id, outcome, ground, code)
    values (${deed.tenantId}, ${newId()}, ${deed.traceId}, ${deed.spanId}, ${deed.parentSpanId ?? null}, ${deed.occurredAt},
      ${deed.personId}, ${deed.role}, ${deed.activity}, ${deed.activityVersion ?? null}, ${deed.action}, ${deed.route ?? null},
      ${subject?.kind ?? null}, ${subject?.id ?? null}, ${deed.refused === undefined ? 'allowed' : 'refused'},
      ${deed.ground ?? null}, ${deed.refused ?? null}))`;
}

function event(deed: LoggedDeed, subject: { readonly kind: string; readonly id: string }) {
  return sql`done as (insert into audit.event (tenant_id, id, trace_id, span_id, parent_span_id, occurred_at, person_id, person_name,
      role, activity, activity_version, action, subject_kind, subject_id)
    values (${deed.tenantId}, ${newId()}, ${deed.traceId}, ${deed.spanId}, ${deed.parentSpanId ?? null}, ${deed.occurredAt},
      ${deed.personId}, ${deed.personName}, ${deed.role}, ${deed.activity}, ${deed.activityVersion ?? null}, ${deed.action},
      ${subject.kind}, ${subject.id}))`;
}

function processing(deed: LoggedDeed) {
  const { revealed } = deed;
  return sql`opened as (insert into audit.processing (tenant_id, trace_id, span_id, parent_span_id, occurred_at, name, status, activity,
      activity_version, subject_kind, subject_pseudonym, dossier_id, columns, foreign_operation)
    select ${deed.tenantId}::uuid, ${deed.traceId}::uuid, span, ${deed.spanId}::bytea, ${deed.occurredAt}::timestamptz, ${deed.action},
      ${statusOf(deed.refused)}, ${deed.activity}, ${deed.activityVersion!}::integer, kind, pseudonym, dossier,
      string_to_array(names, ','), elsewhere
    from unnest(${revealed.map(() => newSpan())}::bytea[], ${revealed.map(({ subject }) => subject.kind)}::text[],
      ${revealed.map(({ subject }) => subject.pseudonym)}::bytea[], ${revealed.map(({ dossierId }) => dossierId)}::uuid[],
      ${revealed.map(({ columns }) => columns.join(','))}::text[],
      ${revealed.map(({ foreignOperation }) => foreignOperation ?? null)}::text[])
      as person(span, kind, pseudonym, dossier, names, elsewhere))`;
}
