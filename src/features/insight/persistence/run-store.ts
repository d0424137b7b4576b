import type { Tx } from '../../../platform/db/transact.ts';
import type { EstimateRun, RunEnding, RunSummary } from '../domain/estimate-run.ts';
import type { Study, StudyOptions } from '../domain/study.ts';

type RunTx = Tx<'insight.run'>;

const SUMMARY = [
  'id',
  'person_id as personId',
  'person_name as personName',
  'repeats_id as repeatsId',
  'table_hash as tableHash',
  'observed',
  'version',
  'requested_at as requestedAt',
  'ending',
  'ended_at as endedAt',
] as const;

/** Lays a new run. @returns false when this person has one that has not ended. */
export async function addRun(tx: RunTx, tenantId: string, run: EstimateRun): Promise<boolean> {
  const row = await tx
    .insertInto('insight.run')
    .values({
      tenant_id: tenantId,
      id: run.id,
      person_id: run.personId,
      person_name: run.personName,
      repeats_id: run.repeatsId,
      capture_table: run.captureTable,
      table_hash: run.tableHash,
      observed: run.observed,
      options: JSON.stringify(run.options),
      version: run.version,
      requested_at: run.requestedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a run that is still open; what ended already stays as it was. */
export async function endRun(
  tx: RunTx,
  tenantId: string,
  id: string,
  end: { readonly ending: RunEnding; readonly study: Study | null; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('insight.run')
    .set({ ending: end.ending, ended_at: end.at, study: end.study && JSON.stringify(end.study) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('ending', 'is', null)
    .execute();
}

/** The runs of this person that have not ended. */
export async function openRuns(tx: RunTx, tenantId: string, personId: string): Promise<readonly RunSummary[]> {
  const rows = await tx
    .selectFrom('insight.run')
    .select(SUMMARY)
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('ending', 'is', null)
    .execute();
  return rows as readonly RunSummary[];
}

/** The runs of an organisation, newest first. */
export async function listRuns(tx: RunTx, tenantId: string, limit: number): Promise<readonly RunSummary[]> {
  const rows = await tx
    .selectFrom('insight.run')
    .select(SUMMARY)
    .where('tenant_id', '=', tenantId)
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows as readonly RunSummary[];
}

export async function loadRun(tx: RunTx, tenantId: string, id: string): Promise<EstimateRun | undefined> {
  const row = await tx
    .selectFrom('insight.run')
    .select([...SUMMARY, 'capture_table as captureTable', 'options', 'study'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && ({ ...row, options: row.options as unknown as StudyOptions } as EstimateRun);
}
