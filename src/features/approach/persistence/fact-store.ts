import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
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
 * `subjectId` narrows to what one scan, plan or adoption reported.
 */
export async function latestFacts(
  tx: Tx<'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
  subjectId?: string,
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
  if (subjectId !== undefined) query = query.where('f.subject_id', '=', subjectId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    element: row.element,
    source: row.source as FactSource,
    state: row.state as Fact['state'],
    asOf: row.as_of,
    lapsesOn: earliest(row.lapses_on, row.withdrawn_on),
    statement: row.statement,
    evidenceTitle: row.evidence_title ?? undefined,
    evidenceLink: row.evidence_link ?? undefined,
    evidenceFileId: row.evidence_file_id ?? undefined,
    adoptingBody: row.adopting_body ?? undefined,
    regionId: row.region_id ?? undefined,
    regionWithdrewOn: row.withdrawn_on ?? undefined,
    subjectId: row.subject_id ?? undefined,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at,
  }));
}

function earliest(lapsesOn: PlainDate | null, withdrawnOn: PlainDate | null): PlainDate | undefined {
  if (lapsesOn && withdrawnOn) return lapsesOn < withdrawnOn ? lapsesOn : withdrawnOn;
  return lapsesOn ?? withdrawnOn ?? undefined;
}
