import type { AnyTx, DomainTime } from '../db/transact.ts';
import { glassesOf } from '../dossiers/retire-dossier.ts';
import { type Eraser, eraseRecord, layTombstone, settledTerm } from './erase-work.ts';
import type { KeptSubject } from './keep-record.ts';

/** On what an erasure before its term rests, as the declaration of destruction says it. */
const BY_OWN_DEED = { period: 'P1D', category: 'eerder gewist door wie het maakte' } as const;
export const BY_REQUEST = {
  period: 'P1D',
  category: 'gewist op verzoek van wie het aangaat (AVG artikel 17)',
} as const;

/**
 * Erases a record before its term, as part of a deed of whoever made it or because the person `asked` for it: its rows, what reminded of it, its files and its key, with a
 * tombstone, so that a restored backup erases it again. Something that is held, or was read in an emergency that waits for its review,
 * stays. @returns false when it stays, or when nothing counts it
 */
export async function eraseAtOnce(
  tx: AnyTx,
  tenantId: string,
  subject: KeptSubject,
  eraser: Eraser,
  time: DomainTime,
  asked?: typeof BY_REQUEST,
): Promise<boolean> {
  const held = await tx
    .selectFrom('retention.record')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held || (held.held_until && held.held_until > time.today)) return false;
  if (await eraser.heldUntil?.(tx, { tenantId, id: subject.id }, time)) return false;
  const glasses = held.dossier_id ? await glassesOf(tx, tenantId, held.dossier_id) : undefined;
  if (glasses && !glasses.isReviewed) return false;
  // the database lets nothing go before its term; this is its last day
  const record = await tx
    .updateTable('retention.record')
    .set({ ends_on: time.today, held_until: null, erase_at: time.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', held.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const term = asked ?? (await settledTerm(tx, tenantId, record.rule)) ?? BY_OWN_DEED;
  const erased = await eraseRecord(tx, { ...record, period: term.period }, eraser, glasses?.ids ?? [], time);
  await layTombstone(tx, { ...record, ends_on: time.today }, term, erased, time.now);
  return true;
}
