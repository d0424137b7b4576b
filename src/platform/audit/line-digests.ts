import { sql } from 'kysely';
import type { AnyTx } from '../db/tx.ts';

/** Bytes of one line among the leaves of a batch: its number and its digest. */
export const LEAF = { number: 8, digest: 32, whole: 40 } as const;

/** The lines of one organisation in a range of numbers. */
export interface TenantLines {
  readonly tenantId: string;
  readonly lines: number;
  /** Per line its number (big-endian) and its digest, in order of the numbers. */
  readonly leaves: Buffer;
  readonly firstRecorded: Date;
  readonly lastRecorded: Date;
}

/**
 * What a digest is taken over: every column of the line, in this order, in the binary form in which PostgreSQL sends a row. A
 * column that is added later gets a form of its own; these never change, or what was sealed no longer verifies.
 */
const COLUMNS = {
  decision: `tenant_id, seq, id, trace_id, span_id, parent_span_id, occurred_at, recorded_at, person_id, role, activity,
    activity_version, action, route, subject_kind, subject_id, outcome, ground, code`,
  event: `tenant_id, seq, id, trace_id, span_id, parent_span_id, occurred_at, recorded_at, person_id, person_name, role, activity,
    activity_version, action, subject_kind, subject_id`,
  processing: `tenant_id, seq, trace_id, span_id, parent_span_id, occurred_at, started_at, recorded_at, name, status, activity,
    activity_version, subject_kind, subject_pseudonym, dossier_id, columns, foreign_operation`,
} as const;

/** 0x00 for a leaf (RFC 6962), the log it stands in, and the row. Only functions that PostgreSQL itself brings. */
function digestsOf(log: keyof typeof COLUMNS, after: number, upTo: number) {
  return sql`select tenant_id, seq, recorded_at,
      pg_catalog.sha256('\\x00'::bytea || pg_catalog.convert_to(${sql.lit(log)}, 'UTF8')
        || pg_catalog.record_send(row(${sql.raw(COLUMNS[log])}))) as digest
    from ${sql.table(`audit.${log}`)} where seq > ${after} and seq <= ${upTo}`;
}

/** The digests of the lines after one number and up to another, per organisation in order of its id. Through the door `sealer`. */
export async function lineDigests(tx: AnyTx, after: number, upTo: number): Promise<readonly TenantLines[]> {
  const logs = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((log) => digestsOf(log, after, upTo));
  const { rows } = await sql<TenantLines>`
    select tenant_id as "tenantId", pg_catalog.count(*)::integer as lines,
      pg_catalog.string_agg(pg_catalog.int8send(seq) || digest, ''::bytea order by seq, digest) as leaves,
      pg_catalog.min(recorded_at) as "firstRecorded", pg_catalog.max(recorded_at) as "lastRecorded"
    from (${sql.join(logs, sql` union all `)}) as line
    group by tenant_id order by tenant_id`.execute(tx);
  return rows;
}
