import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type MergeRefusal, mayMerge, withDescendants } from '../domain/merging.ts';
import type { DossierType } from '../domain/registration.ts';
import { keepApart } from '../persistence/candidate-store.ts';
import { changeType, insertMerge, markUnmerged } from '../persistence/merge-store.ts';
import { holdFamilies, type RegisterRecord, reroot } from '../persistence/record-store.ts';
import { publishRegionCount, regionsOf } from '../persistence/worklist-query.ts';
import type { Asking, NotThere } from './held-registration.ts';
import { askRecord, type RecordTables } from './read-record.ts';
import { RECORD_SUBJECT } from './registration-names.ts';

export type MergeTables =
  | RecordTables
  | 'registration.merge'
  | 'registration.delivery'
  | 'registration.region_count'
  | 'registration.candidate'
  | 'registration.dossier_type_change';

const subjectOf = ({ id }: RegisterRecord): Done => ({ subject: { kind: RECORD_SUBJECT, id } });

/** Counts two records as one person, with a reason. What each reporter sent stays with that reporter. */
export async function mergeRecords(
  tx: Tx<MergeTables>,
  asking: Asking,
  input: { readonly code: string; readonly withCode: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | MergeRefusal | { readonly code: 'unknown-record' }>> {
  const { organisationId: tenantId, personName } = asking.actor;
  const held = await holdFamilies(tx, tenantId, [input.code, input.withCode]);
  const one = held.find(({ code }) => code === input.code);
  const other = held.find(({ code }) => code === input.withCode);
  const may = await askRecord(tx, asking, one, 'W', time);
  if (!one || !may.ok) return err({ code: 'not-found' });
  if (!other) return err({ code: 'unknown-record' });
  const allowed = mayMerge(one, other);
  if (!allowed.ok) return allowed;
  // from root to root: what hangs under each goes along
  const from = held.find(({ id }) => id === other.rootId)!;
  const into = held.find(({ id }) => id === one.rootId)!;
  const under = held.filter(({ rootId, id }) => rootId === from.id && id !== from.id).map(({ id }) => id);
  await reroot(tx, tenantId, { id: from.id, mergedInto: into.id, rootId: into.id }, under);
  const merging = { id: newId(), intoId: into.id, mergedAt: time.now, mergedByName: personName, reason: input.reason };
  await insertMerge(tx, tenantId, from, merging);
  await publishCounts(tx, tenantId, held);
  return ok(subjectOf(into));
}

/** Takes a merging apart, with a reason. Nothing that was erased meanwhile comes back. */
export async function unmergeRecord(
  tx: Tx<MergeTables>,
  asking: Asking,
  input: { readonly code: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | MergeRefusal>> {
  const { organisationId: tenantId, personName } = asking.actor;
  const held = await holdFamilies(tx, tenantId, [input.code]);
  const record = held.find(({ code }) => code === input.code);
  const may = await askRecord(tx, asking, record, 'W', time);
  if (!record || !may.ok) return err({ code: 'not-found' });
  if (record.mergedInto === undefined) return err({ code: 'not-merged' });
  const [, ...under] = withDescendants(held, record.id);
  await reroot(tx, tenantId, { id: record.id, mergedInto: undefined, rootId: record.id }, under);
  const top = held.find(({ id }) => id === record.mergedInto)!;
  const said = { id: newId(), at: time.now, byName: personName, because: input.reason };
  // or the two would be offered as perhaps the same at once
  await keepApart(tx, tenantId, record, top, said);
  await markUnmerged(tx, tenantId, record.id, { name: personName, at: time.now, reason: input.reason });
  await publishCounts(tx, tenantId, held);
  return ok(subjectOf(record));
}

/** Remembers that two records are two people, with a reason: they are not offered again, also not once others are merged into them. */
export async function keepRecordsApart(
  tx: Tx<MergeTables>,
  asking: Asking,
  input: { readonly code: string; readonly fromCode: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | MergeRefusal | { readonly code: 'unknown-record' }>> {
  const { organisationId: tenantId, personName } = asking.actor;
  const held = await holdFamilies(tx, tenantId, [input.code, input.fromCode]);
  const one = held.find(({ code }) => code === input.code);
  const other = held.find(({ code }) => code === input.fromCode);
  const may = await askRecord(tx, asking, one, 'W', time);
  if (!one || !may.ok) return err({ code: 'not-found' });
  if (!other) return err({ code: 'unknown-record' });
  const allowed = mayMerge(one, other);
  if (!allowed.ok) return allowed;
  await keepApart(tx, tenantId, one, other, { id: newId(), at: time.now, byName: personName, because: input.reason });
  return ok(subjectOf(one));
}

/** Changes what a dossier is; what it was stays known. */
export async function changeDossierType(
  tx: Tx<MergeTables>,
  asking: Asking,
  input: { readonly code: string; readonly dossierType: DossierType },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'same-type' }>> {
  const { organisationId: tenantId, personName } = asking.actor;
  const record = (await holdFamilies(tx, tenantId, [input.code])).find(({ code }) => code === input.code);
  const may = await askRecord(tx, asking, record, 'W', time);
  if (!record || !may.ok) return err({ code: 'not-found' });
  if (record.dossierType === input.dossierType) return err({ code: 'same-type' });
  await changeType(tx, tenantId, record, {
    id: newId(),
    changedAt: time.now,
    changedByName: personName,
    before: record.dossierType,
    after: input.dossierType,
  });
  return ok(subjectOf(record));
}

/** A region is told how many persons it has, and that changes when two turn out to be one. */
async function publishCounts(tx: Tx<MergeTables>, tenantId: string, records: readonly RegisterRecord[]): Promise<void> {
  const regions = await regionsOf(
    tx,
    tenantId,
    records.map(({ id }) => id),
  );
  for (const { region, year } of regions) await publishRegionCount(tx, tenantId, region, year);
}
