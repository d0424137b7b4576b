import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { AnyTx, DomainTime, Done, Tx } from '../db/transact.ts';
import { notifyRole } from '../deadlines/notify.ts';
import { completeDeadlines } from '../deadlines/set-deadline.ts';
import type { DueItem, DueWork } from '../runner/run-due.ts';
import { BREAK_GLASS_SUBJECT, type BreakGlassTables, glassPathFor } from './break-glass.ts';

/** Nobody reviewed it in time: it goes up. */
export const GLASS_UNREVIEWED = 'privacy.glass-unreviewed';

export type Verdict = 'justified' | 'not-justified';

export type ReviewRefusal = {
  readonly code: 'not-found' | 'reviews-herself' | 'reviewed-before' | 'review-note-missing' | 'glass-still-broken';
};

/** Says of one broken glass whether it was justified. Once, afterwards, and never by who broke it. */
export async function reviewGlass(
  tx: Tx<BreakGlassTables>,
  actor: Actor,
  input: { readonly id: string; readonly verdict: Verdict; readonly note: string },
  time: DomainTime,
): Promise<Result<Done, ReviewRefusal>> {
  const glass = await tx
    .selectFrom('privacy.break_glass')
    .select(['person_id', 'until_at', 'reviewed_at'])
    .where('tenant_id', '=', actor.organisationId)
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst();
  if (!glass) return err({ code: 'not-found' });
  if (glass.person_id === actor.personId) return err({ code: 'reviews-herself' });
  if (glass.reviewed_at) return err({ code: 'reviewed-before' });
  if (glass.until_at > time.now) return err({ code: 'glass-still-broken' });
  if (input.note.trim() === '') return err({ code: 'review-note-missing' });
  await tx
    .updateTable('privacy.break_glass')
    .set({
      reviewed_at: time.now,
      reviewed_by: actor.personId,
      reviewed_by_name: actor.personName,
      verdict: input.verdict,
      review_note: input.note.trim(),
    })
    .where('tenant_id', '=', actor.organisationId)
    .where('id', '=', input.id)
    .execute();
  const subject = { kind: BREAK_GLASS_SUBJECT, id: input.id };
  await completeDeadlines(tx, actor.organisationId, subject, time.now);
  return ok({ subject });
}

/** A review that did not come in three working days goes to the CISO and to whoever governs. */
export const glassEscalationWork: DueWork = {
  kind: 'glass-escalation',
  table: 'privacy.break_glass',
  dueColumn: 'review_due_at',
  waiting: 'reviewed_at is null and escalated_at is null',
  run: (item, enterAs) => enterAs('own', (tx, { now }) => escalate(tx, item, now)),
};

async function escalate(tx: AnyTx, { tenantId, id }: DueItem, now: Date): Promise<void> {
  const late = await tx
    .updateTable('privacy.break_glass')
    .set({ escalated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .where('escalated_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!late) return;
  for (const role of ['ciso', 'bestuurder', 'fg'] as const)
    await notifyRole(tx, { tenantId, role, kind: GLASS_UNREVIEWED, path: glassPathFor(role, id) }, now);
}
