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

/**
 * The latest fact of each element and source, as it counts now: what a region withdrew ends on the day of withdrawal.
 * `until` looks back: what was reported up to and including that moment.
 */
export async function latestFacts(
  tx: Tx<'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
  until?: Date,
): Promise<readonly Fact[]> {
  let query = tx
    .selectFrom('approach.fact as f')
    .leftJoin('approach.region_offer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'f.region_id').onRef('o.element', '=', 'f.element'),
    )
    .distinctOn(['f.element', 'f.source'])
    .selectAll('f')
    .select('o.withdrawn_on')
    .where('f.tenant_id', '=', tenantId)
    .orderBy('f.element')
    .orderBy('f.source')
    .orderBy('f.reported_at', 'desc')
    .orderBy('f.id', 'desc');
  if (until !== undefined) query = query.where('f.reported_at', '<=', until);
  const rows = await query.execute();
  return rows.map(({ withdrawn_on, ...row }) => {
    // who named the region after it withdrew, named it for something else
    const withdrewOn = withdrawn_on && withdrawn_on >= dutchDay(row.reported_at) ? withdrawn_on : null;
    return {
      id: row.id,
      element: row.element,
      source: row.source as FactSource,
      state: row.state as Fact['state'],
      asOf: row.as_of,
      lapsesOn: earliest(row.lapses_on, withdrewOn),
      statement: row.statement,
      evidenceTitle: row.evidence_title ?? undefined,
      evidenceLink: row.evidence_link ?? undefined,
      evidenceFileId: row.evidence_file_id ?? undefined,
      adoptingBody: row.adopting_body ?? undefined,
      regionId: row.region_id ?? undefined,
      regionWithdrewOn: withdrewOn ?? undefined,
      subjectId: row.subject_id ?? undefined,
      reportedBy: row.reported_by,
      reportedAt: row.reported_at,
    };
  });
}

function earliest(lapsesOn: PlainDate | null, withdrawnOn: PlainDate | null): PlainDate | undefined {
  if (lapsesOn && withdrawnOn) return lapsesOn < withdrawnOn ? lapsesOn : withdrawnOn;
  return lapsesOn ?? withdrawnOn ?? undefined;
}
