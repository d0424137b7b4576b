import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { DB } from '../db/tables.generated.ts';
import { type AnyTx, type DomainTime, enter } from '../db/transact.ts';
import { glassesOf } from '../dossiers/retire-dossier.ts';
import { type Eraser, eraseRecord, NoEraser, noteErasure } from './erase-work.ts';

interface Tombstone {
  readonly tenant_id: string;
  readonly id: string;
  readonly record_id: string;
  readonly rule: string;
  readonly period: string;
  readonly subject_kind: string;
  readonly ends_on: PlainDate;
  readonly erased_at: Date;
}

/**
 * After a restore: erases again what was erased after the backup was made, in the order in which it went, each in a transaction of
 * its own at the moment it went then. What had to be weighed (a hold, an emergency to review) was weighed then. A tombstone whose
 * record came after the backup only keeps its place. @param later the table in which the tombstones of the newest backup wait
 */
export async function replayTombstones(
  db: Kysely<DB>,
  owner: Kysely<DB>,
  later: string,
  erasers: readonly Eraser[],
): Promise<number> {
  const waiting = sql.table(later);
  const { rows } = await sql<Tombstone>`
    select l.* from ${waiting} l where not exists (
      select from retention.tombstone t where t.tenant_id = l.tenant_id and t.id = l.id)
    order by l.erased_at, l.id`.execute(owner);
  let erased = 0;
  for (const tombstone of rows) {
    const { tenant_id: tenantId, erased_at: at } = tombstone;
    const went = await enter(db, { door: 'own', tenantId, at }, (tx, time) => eraseAgain(tx, tombstone, erasers, time));
    if (went) erased++;
    await sql`insert into retention.tombstone
      select (jsonb_populate_record(null::retention.tombstone, to_jsonb(l))).* from ${waiting} l
      where l.tenant_id = ${tenantId} and l.id = ${tombstone.id}`.execute(owner);
  }
  await sql`drop table ${waiting}`.execute(owner);
  return erased;
}

async function eraseAgain(
  tx: AnyTx,
  { tenant_id: tenantId, record_id, rule, period, ends_on, erased_at }: Tombstone,
  erasers: readonly Eraser[],
  time: DomainTime,
): Promise<boolean> {
  const record = await tx
    .updateTable('retention.record')
    // what holds it in the backup was over when it went
    .set({ rule, ends_on, held_until: null, erase_at: erased_at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', record_id)
    .where('erased_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!record) return false;
  const eraser = erasers.find(({ subjectKind }) => subjectKind === record.subject_kind);
  if (!eraser) throw new NoEraser(`nothing erases ${record.subject_kind}`);
  const glasses = record.dossier_id === null ? [] : (await glassesOf(tx, tenantId, record.dossier_id)).ids;
  await eraseRecord(tx, { ...record, period }, eraser, glasses, time);
  await noteErasure(tx, tenantId, { kind: record.subject_kind, id: record.subject_id }, 'restore', time.now);
  return true;
}
