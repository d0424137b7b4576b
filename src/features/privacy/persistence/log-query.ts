import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { Period } from '../domain/log-search.ts';
import type { LoggedDeed } from '../domain/logged-deed.ts';

/** Which deeds: those with a dossier, with a person, or of a trace. */
export type LogScope =
  | { readonly kind: 'dossier'; readonly dossierIds: readonly string[] }
  | { readonly kind: 'person'; readonly pseudonym: string }
  | { readonly kind: 'trace'; readonly traceId: string };

export type LogTables = 'audit.decision' | 'audit.event' | 'audit.processing';

export interface LogPage {
  readonly deeds: readonly LoggedDeed[];
  readonly total: number;
}

const ZONE = 'Europe/Amsterdam';

/** Whole days in the Netherlands. */
function within({ from, until }: Period): RawBuilder<unknown> {
  const first = from ? sql`and occurred_at >= ${from}::timestamp at time zone ${sql.lit(ZONE)}` : sql``;
  const last = until
    ? sql`and occurred_at < (${until}::timestamp + interval '1 day') at time zone ${sql.lit(ZONE)}`
    : sql``;
  return sql`${first} ${last}`;
}

/** The steps that belong to the scope, each once, from every log that knows of it. */
function stepsOf(tenantId: string, scope: LogScope, period: Period): RawBuilder<unknown> {
  const mine = sql`tenant_id = ${tenantId} ${within(period)}`;
  const opened = (where: RawBuilder<unknown>) =>
    sql`select trace_id, parent_span_id as span_id, occurred_at, recorded_at from audit.processing where ${mine} and ${where}`;
  const done = (log: 'event' | 'decision', where: RawBuilder<unknown>) =>
    sql`select trace_id, span_id, occurred_at, recorded_at from ${sql.table(`audit.${log}`)} where ${mine} and ${where}`;
  switch (scope.kind) {
    case 'person':
      return opened(sql`subject_pseudonym = decode(${scope.pseudonym}, 'hex')`);
    case 'trace':
      return sql`${opened(sql`trace_id = ${scope.traceId}`)} union all ${done('event', sql`trace_id = ${scope.traceId}`)}
        union all ${done('decision', sql`trace_id = ${scope.traceId}`)}`;
    case 'dossier':
      return sql`${opened(sql`dossier_id = any(${[...scope.dossierIds]}::uuid[])`)}
        union all ${done('event', sql`subject_id = any(${[...scope.dossierIds]}::text[])`)}
        union all ${done('decision', sql`outcome = 'refused' and subject_id = any(${[...scope.dossierIds]}::text[])`)}`;
  }
}

/** Of a deed that opened more, only what the scope asks. */
function openedIn(scope: LogScope): RawBuilder<unknown> {
  if (scope.kind === 'person') return sql`and p.subject_pseudonym = decode(${scope.pseudonym}, 'hex')`;
  return scope.kind === 'dossier' ? sql`and p.dossier_id = any(${[...scope.dossierIds]}::uuid[])` : sql``;
}

interface Row extends Omit<LoggedDeed, 'isAllowed' | 'subject' | 'opened' | 'key'> {
  readonly outcome: string | null;
  readonly spanId: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly opened: LoggedDeed['opened'] | null;
  readonly total: number;
}

/** The deeds of a scope in a period, newest first: who, when, why, on which ground, and whose data was opened. One statement. */
export async function deedsIn(
  tx: Tx<LogTables>,
  tenantId: string,
  scope: LogScope,
  period: Period,
  page: { readonly skip: number; readonly take: number },
): Promise<LogPage> {
  const { rows } = await sql<Row>`
    /* planned anew */
    with step as (${stepsOf(tenantId, scope, period)}),
    page as (
      select trace_id, span_id, max(occurred_at) as occurred_at, max(recorded_at) as recorded_at, count(*) over () as total
      from step
      group by trace_id, span_id order by 3 desc, trace_id, span_id limit ${page.take} offset ${page.skip})
    ${details(tenantId, openedIn(scope))}
    order by page.occurred_at desc, page.trace_id, page.span_id`.execute(tx);
  return { deeds: rows.map(deedOf), total: Number(rows[0]?.total ?? 0) };
}

/** What is looked for in the list of everything that was done. */
export interface DeedFilter {
  readonly period: Period;
  readonly outcome: 'allowed' | 'refused' | undefined;
  readonly personId: string | undefined;
}

/** So many are counted; of a longer list only that it is longer. */
export const COUNTED_AT_MOST = 5_000;

/** Everything that people did or were refused, newest first. One statement. */
export async function deedsOf(
  tx: Tx<LogTables>,
  tenantId: string,
  { period, outcome, personId }: DeedFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<LogPage> {
  const where = sql`tenant_id = ${tenantId} ${within(period)} ${outcome ? sql`and outcome = ${outcome}` : sql``}
    ${personId ? sql`and person_id = ${personId}` : sql``}`;
  const { rows } = await sql<Row>`
    /* planned anew */
    with page as (
      select trace_id, span_id, occurred_at, recorded_at, seq from audit.decision where ${where}
      order by occurred_at desc, seq desc limit ${page.take} offset ${page.skip}),
    counted as (select count(*) as total from (select 1 from audit.decision where ${where} limit ${COUNTED_AT_MOST}) as those)
    ${details(tenantId, sql``, sql`(select total from counted)`, sql`and seq in (select seq from page)`)}
    order by page.occurred_at desc, page.seq desc`.execute(tx);
  return { deeds: rows.map(deedOf), total: Number(rows[0]?.total ?? 0) };
}

/**
 * What the three logs say of the steps of a page. They are sought by trace, all at once, and only in the months in which the steps
 * were recorded: the lines of one step are written together. A row from before steps were kept has none; then the trace alone tells.
 */
function details(
  tenantId: string,
  opened: RawBuilder<unknown>,
  total: RawBuilder<unknown> = sql`page.total`,
  decision: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  const theirs = sql`tenant_id = ${tenantId} and trace_id = any (array(select trace_id from page))
    and recorded_at >= (select min(recorded_at) - interval '1 hour' from page)
    and recorded_at <= (select max(recorded_at) + interval '1 hour' from page)`;
  const first = (log: 'decision' | 'event', more: RawBuilder<unknown>) => sql`(
    select distinct on (trace_id, span_id) * from ${sql.table(`audit.${log}`)} where ${theirs} ${more}
    order by trace_id, span_id, seq)`;
  const step = (alias: string) => sql`${sql.ref(`${alias}.trace_id`)} = page.trace_id
    and ${sql.ref(`${alias}.span_id`)} is not distinct from page.span_id`;
  return sql`
    select page.trace_id as "traceId", encode(page.span_id, 'hex') as "spanId", page.occurred_at as at, ${total} as total,
      coalesce(d.person_id, e.person_id) as "personId", e.person_name as "personName", coalesce(d.role, e.role) as role,
      coalesce(d.action, e.action, o.action, '') as action, coalesce(d.activity, e.activity, o.activity, '') as activity,
      coalesce(d.activity_version, e.activity_version, o.activity_version) as "activityVersion", d.outcome, d.ground, d.code,
      d.route, coalesce(d.subject_kind, e.subject_kind) as "subjectKind", coalesce(d.subject_id, e.subject_id) as "subjectId",
      o.opened
    from page
    left join ${first('decision', decision)} as d on ${step('d')}
    left join ${first('event', sql``)} as e on ${step('e')}
    left join (
      select p.trace_id, p.parent_span_id as span_id, min(p.name) as action, min(p.activity) as activity,
        min(p.activity_version) as activity_version,
        json_agg(json_build_object('kind', p.subject_kind, 'pseudonym', encode(p.subject_pseudonym, 'hex'), 'dossierId', p.dossier_id,
          'columns', p.columns, 'status', p.status, 'elsewhere', p.foreign_operation) order by p.seq) as opened
      from audit.processing as p where ${theirs} ${opened}
      group by 1, 2) as o on ${step('o')}`;
}

function deedOf(row: Row): LoggedDeed {
  const { subjectKind, subjectId } = row;
  return {
    key: `${row.traceId}:${row.spanId}`,
    traceId: row.traceId,
    at: row.at,
    personId: row.personId ?? undefined,
    personName: row.personName ?? undefined,
    role: row.role ?? undefined,
    action: row.action,
    activity: row.activity,
    activityVersion: row.activityVersion ?? undefined,
    isAllowed: row.outcome !== 'refused',
    ground: row.ground ?? undefined,
    code: row.code ?? undefined,
    route: row.route ?? undefined,
    subject: subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : undefined,
    opened: (row.opened ?? []).map((each) => ({
      ...each,
      dossierId: each.dossierId ?? undefined,
      elsewhere: each.elsewhere ?? undefined,
    })),
  };
}

/** Up to which moment everything is sealed; undefined before the first round. */
export async function sealedUntil(
  tx: Tx<'audit.root'>,
): Promise<{ readonly no: number; readonly at: Date } | undefined> {
  return tx
    .selectFrom('audit.root')
    .select(['no', 'sealed_at as at'])
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** By which codes people know these dossiers: what the address ends with where each is opened. */
export async function codesOf(
  tx: Tx<'privacy.dossier'>,
  tenantId: string,
  dossierIds: readonly string[],
): Promise<readonly string[]> {
  if (dossierIds.length === 0) return [];
  const rows = await tx
    .selectFrom('privacy.dossier')
    .select('path')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...dossierIds])
    .orderBy('opened_at')
    .execute();
  return rows.map(({ path }) => path.split(/[/=]/).at(-1)!);
}

/** The dossier of this organisation that people know by this code: what the address ends with where it is opened. */
export async function dossierByCode(
  tx: Tx<'privacy.dossier'>,
  tenantId: string,
  code: string,
): Promise<string | undefined> {
  const found = await tx
    .selectFrom('privacy.dossier')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`lower(right(path, ${code.length + 1})) in (lower('/' || ${code}), lower('=' || ${code}))`)
    .executeTakeFirst();
  return found?.id;
}
