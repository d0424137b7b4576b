import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Fact, FactSource, NewFact } from '../domain/fact.ts';

/** Adds a fact. Nothing is ever changed or taken away. */
export async function insertFact(
  tx: Tx<'approach.fact'>,
  tenantId: string,
  fact: NewFact & { readonly id: string; readonly reportedAt: Date },
): Promise<void> {
  await tx
    .insertInto('approach.fact')
    .values({
      tenant_id: tenantId,
      id: fact.id,
      element: fact.element,
      source: fact.source,
      state: fact.state,
      as_of: fact.asOf,
      is_day_given: fact.isDayGiven ?? true,
      is_end_given: fact.isEndGiven ?? true,
      lapses_on: fact.lapsesOn ?? null,
      statement: fact.statement,
      evidence_title: fact.evidenceTitle ?? null,
      evidence_link: fact.evidenceLink ?? null,
      evidence_file_id: fact.evidenceFileId ?? null,
      adopting_body: fact.adoptingBody ?? null,
      region_id: fact.regionId ?? null,
      subject_id: fact.subjectId ?? null,
      reported_by: fact.reportedBy,
      reported_at: fact.reportedAt,
    })
    .execute();
}

interface FactRow {
  readonly at: Date | null;
  readonly id: string;
  readonly element: string;
  readonly source: string;
  readonly state: string;
  readonly as_of: PlainDate;
  readonly is_day_given: boolean;
  readonly is_end_given: boolean;
  readonly lapses_on: PlainDate | null;
  readonly statement: string;
  readonly evidence_title: string | null;
  readonly evidence_link: string | null;
  readonly evidence_file_id: string | null;
  readonly adopting_body: string | null;
  readonly region_id: string | null;
  readonly subject_id: string | null;
  readonly reported_by: string;
  readonly reported_at: Date;
  readonly withdrawn_on: PlainDate | null;
}

/** The latest fact of each element and source, as it counts now: what a region withdrew ends on the day of withdrawal. */
export async function latestFacts(
  tx: Tx<'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
): Promise<readonly Fact[]> {
  const { rows } = await sql<FactRow>`
    select distinct on (f.element, f.source) null as at, f.*, o.withdrawn_on
    from approach.fact f left join approach.region_offer o on o.tenant_id = f.region_id and o.element = f.element
    where f.tenant_id = ${tenantId}
    order by f.element, f.source, f.reported_at desc, f.id desc`.execute(tx);
  return rows.map(factOfRow);
}

/**
 * The latest fact of each element and source as an organisation stated it, through whichever door reads its rows: what a region
 * withdrew is not looked at.
 */
export async function latestFactsAsStated(tx: Tx<'approach.fact'>, tenantId: string): Promise<readonly Fact[]> {
  const { rows } = await sql<FactRow>`
    select distinct on (element, source) null as at, f.*, null as withdrawn_on from approach.fact f
    where tenant_id = ${tenantId}
    order by element, source, reported_at desc, id desc`.execute(tx);
  return rows.map(factOfRow);
}

/** The same as it stood at each of these moments, in their order; in one statement. */
export async function latestFactsAt(
  tx: Tx<'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
  moments: readonly Date[],
): Promise<readonly (readonly Fact[])[]> {
  if (moments.length === 0) return [];
  const { rows } = await sql<FactRow>`
    select distinct on (m.at, f.element, f.source) m.at, f.*, o.withdrawn_on
    from unnest(${moments}::timestamptz[]) m (at)
    join approach.fact f on f.tenant_id = ${tenantId} and f.reported_at <= m.at
    left join approach.region_offer o on o.tenant_id = f.region_id and o.element = f.element
    order by m.at, f.element, f.source, f.reported_at desc, f.id desc`.execute(tx);
  return moments.map((moment) => rows.filter(({ at }) => at?.getTime() === moment.getTime()).map(factOfRow));
}

function factOfRow({ withdrawn_on, ...row }: FactRow): Fact {
  // who named the region after it withdrew, named it for something else
  const withdrewOn = withdrawn_on && withdrawn_on >= dutchDay(row.reported_at) ? withdrawn_on : undefined;
  const lapsesOn = earliest(row.lapses_on ?? undefined, withdrewOn);
  return {
    id: row.id,
    element: row.element,
    source: row.source as FactSource,
    state: row.state as Fact['state'],
    asOf: row.as_of,
    isDayGiven: row.is_day_given,
    lapsesOn,
    isEndGiven: row.is_end_given || (lapsesOn !== undefined && lapsesOn === withdrewOn),
    statement: row.statement,
    evidenceTitle: row.evidence_title ?? undefined,
    evidenceLink: row.evidence_link ?? undefined,
    evidenceFileId: row.evidence_file_id ?? undefined,
    adoptingBody: row.adopting_body ?? undefined,
    regionId: row.region_id ?? undefined,
    regionWithdrewOn: withdrewOn,
    subjectId: row.subject_id ?? undefined,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at,
  };
}

function earliest(one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined {
  return one && other ? (one < other ? one : other) : (one ?? other);
}
