import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import { writeLines } from '../audit/write-lines.ts';
import type { AnyTx, DomainTime } from '../db/transact.ts';
import { BREAK_GLASS_SUBJECT } from '../dossiers/break-glass.ts';
import { deleteDossier, glassesOf } from '../dossiers/retire-dossier.ts';
import { newId, newSpan } from '../ids/uuid.ts';
import type { DueItem, DueWork } from '../runner/run-due.ts';
import { destroyDossierKey } from '../vault/dossier-keys.ts';
import { eraseApprovals, eraseTraces } from './erase-traces.ts';
import { holdUntil } from './hold-record.ts';
import type { KeptSubject } from './keep-record.ts';

/** What was erased, by table: how many rows, never which. */
export type Erased = Readonly<Record<string, number>>;

/** Erases the rows of one kind of record. The feature it belongs to declares it; `src/app/erasers.ts` gathers them all. */
export interface Eraser {
  readonly subjectKind: string;
  /** Until when it has to stay because something else is held that needs it; undefined when nothing does. */
  heldUntil?(
    tx: AnyTx,
    record: { readonly tenantId: string; readonly id: string },
    time: DomainTime,
  ): Promise<PlainDate | undefined>;
  erase(tx: AnyTx, record: RecordToErase, time: DomainTime): Promise<Erased>;
}

export interface RecordToErase {
  readonly tenantId: string;
  readonly id: string;
  readonly dossierId: string | undefined;
  /** The rule it goes by, and the term that was settled for it. */
  readonly rule: string;
  readonly period: string;
}

/** How long a dossier waits at a time for the review of an emergency in it. */
const REVIEW_DAYS = 7;

/** No part of the product says how to erase this kind of record, so it stays and its organisation sees that it is late. */
export class NoEraser extends Error {}

/** Erases what has passed its term: its rows, what reminded of it, its files, and the key of its dossier. What stays is a tombstone. */
export function eraseWork(erasers: readonly Eraser[]): DueWork {
  return {
    kind: 'retention.erase',
    table: 'retention.record',
    dueColumn: 'erase_at',
    waiting: 'erased_at is null and erase_at is not null',
    run: (item, enterAs) => enterAs('own', (tx, time) => erase(tx, item, erasers, time)),
  };
}

async function erase(
  tx: AnyTx,
  { tenantId, id }: DueItem,
  erasers: readonly Eraser[],
  time: DomainTime,
): Promise<void> {
  const record = await tx
    .selectFrom('retention.record')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  // whoever held it, or started its time anew, was first
  if (!record?.erase_at || record.erase_at > time.now || !record.ends_on) return;
  const term = await settledTerm(tx, tenantId, record.rule);
  const eraser = erasers.find(({ subjectKind }) => subjectKind === record.subject_kind);
  if (!term || !eraser) throw new NoEraser(`nothing erases ${record.subject_kind}`);
  const subject: KeptSubject = { kind: record.subject_kind, id: record.subject_id };
  const dossierId = record.dossier_id ?? undefined;
  const heldUntil = await eraser.heldUntil?.(tx, { tenantId, id: subject.id }, time);
  if (heldUntil) return holdUntil(tx, tenantId, id, heldUntil);
  const glasses = dossierId === undefined ? undefined : await glassesOf(tx, tenantId, dossierId);
  // somebody read it in an emergency: that has to be judged first, or breaking the glass late would never be
  if (glasses && !glasses.isReviewed) return holdUntil(tx, tenantId, id, addDays(time.today, REVIEW_DAYS));
  const erased = await eraseRecord(tx, { ...record, period: term.period }, eraser, glasses?.ids ?? [], time);
  await layTombstone(tx, { ...record, ends_on: record.ends_on }, term, erased, time.now);
  await noteErasure(tx, tenantId, subject, `term:${record.rule}`, time.now);
}

/** Leaves that a record went, when and under which term, and nothing of what it was. */
export async function layTombstone(
  tx: AnyTx,
  record: RowToErase & { readonly starts_on: PlainDate; readonly ends_on: PlainDate },
  term: { readonly period: string; readonly category: string },
  erased: Erased,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('retention.tombstone')
    .values({
      tenant_id: record.tenant_id,
      id: newId(),
      record_id: record.id,
      rule: record.rule,
      period: term.period,
      category: term.category,
      subject_kind: record.subject_kind,
      subject_id: record.subject_id,
      dossier_id: record.dossier_id,
      starts_on: record.starts_on,
      ends_on: record.ends_on,
      erased_at: at,
      erased: JSON.stringify(Object.fromEntries(Object.entries(erased).filter(([, rows]) => rows > 0))),
    })
    .execute();
}

interface RowToErase {
  readonly tenant_id: string;
  readonly id: string;
  readonly rule: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly dossier_id: string | null;
}

/** Erases a record with everything around it, and with the last record of a dossier the dossier and its key. */
export async function eraseRecord(
  tx: AnyTx,
  record: RowToErase & { readonly period: string },
  eraser: Eraser,
  glasses: readonly string[],
  time: DomainTime,
): Promise<Erased> {
  const { tenant_id: tenantId, id, rule, period } = record;
  const dossierId = record.dossier_id ?? undefined;
  const subject: KeptSubject = { kind: record.subject_kind, id: record.subject_id };
  const isLast = dossierId !== undefined && !(await isDossierKept(tx, tenantId, dossierId, id));
  const erased: Record<string, number> = {
    // first: the database lets them go only while what they are about has to go
    ...(await eraseApprovals(tx, tenantId, isLast ? [subject.id, dossierId] : [subject.id], time.now)),
    ...(await eraser.erase(tx, { tenantId, id: subject.id, dossierId, rule, period }, time)),
    ...(await eraseTraces(tx, tenantId, subject)),
  };
  if (isLast) {
    erased['files.file'] = await eraseFiles(tx, tenantId, dossierId);
    for (const glass of glasses) await eraseTraces(tx, tenantId, { kind: BREAK_GLASS_SUBJECT, id: glass });
    Object.assign(erased, await deleteDossier(tx, tenantId, dossierId));
    erased['vault.dossier_key'] = (await destroyDossierKey(tx, tenantId, dossierId, time.now)) ? 1 : 0;
  }
  await tx
    .updateTable('retention.record')
    .set({ erased_at: time.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  return erased;
}

/** Nobody did it: the term the organisation settled, or the restore of a backup of before it. */
export async function noteErasure(
  tx: AnyTx,
  tenantId: string,
  subject: KeptSubject,
  ground: string,
  now: Date,
): Promise<void> {
  await writeLines(tx, {
    tenantId,
    traceId: newId(),
    spanId: newSpan(),
    parentSpanId: undefined,
    occurredAt: now,
    personId: tenantId,
    personName: 'bewaartermijn',
    role: 'organisatie',
    activity: 'VA-15',
    activityVersion: undefined,
    action: 'retention.erase',
    route: undefined,
    subject,
    ground,
    refused: undefined,
    revealed: [],
  });
}

export async function settledTerm(tx: AnyTx, tenantId: string, rule: string) {
  return tx
    .selectFrom('retention.term')
    .select(['period', 'category'])
    .where('tenant_id', '=', tenantId)
    .where('rule', '=', rule)
    .orderBy('settled_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Another record in the same dossier is still kept, so its key is still needed. */
async function isDossierKept(tx: AnyTx, tenantId: string, dossierId: string, besides: string): Promise<boolean> {
  const other = await tx
    .selectFrom('retention.record')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', '=', dossierId)
    .where('erased_at', 'is', null)
    .where('id', '!=', besides)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

async function eraseFiles(tx: AnyTx, tenantId: string, dossierId: string): Promise<number> {
  const files = await tx
    .deleteFrom('files.file')
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
  return Number(files.numDeletedRows);
}
