import { sql } from 'kysely';
import { z } from 'zod';
import { writePeriod } from '../../shared-kernel/period-words.ts';
import { err, ok } from '../../shared-kernel/result.ts';
import type { ApprovalKind } from '../approvals/approval-kind.ts';
import type { Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { PERIOD, rulesToday } from './retention-rules.ts';

/** The record of approvals and audit events about a term. */
export const TERM_SUBJECT = 'retention.term';

const Settling = z.object({
  rule: z.string().min(1),
  what: z.string().min(1),
  period: z.string().regex(PERIOD),
  category: z.string().trim().min(1).max(200),
  /** How many records would be erased at once, as it stood when it was asked. */
  erasedAtOnce: z.int().min(0),
});
export type Settling = z.infer<typeof Settling>;

/**
 * Settling the term of a rule for an organisation: asked by its officer for data protection, agreed by a second person. From then
 * on what has passed its term is erased; who agrees reads how much that is at once. [standards 6.1, SEC-16, SEC-52]
 */
export const SETTLE_TERM: ApprovalKind<Settling> = {
  kind: 'retention.settle-term',
  label: 'Een bewaartermijn vaststellen',
  effect: 'Wat langer geleden begon dan deze termijn wordt meteen gewist. Daarna gaat wissen vanzelf.',
  payload: Settling,
  show: ({ what, period, category, erasedAtOnce }) => [
    { label: 'Wat', value: what },
    { label: 'Termijn', value: writePeriod(period) },
    { label: 'Categorie van de selectielijst', value: category },
    { label: 'Wordt meteen gewist, geteld op het moment van vragen', value: String(erasedAtOnce) },
  ],
  requesters: ['fg'],
  deciders: ['fg', 'ciso'],
  hours: 72,
  async execute(tx, request, decider, time) {
    const { rule, period, category } = request.payload;
    if (!(await rulesToday(tx, time.today)).some((each) => each.id === rule && each.period !== null))
      return err({ code: 'no-such-rule' });
    const id = newId();
    await tx
      .insertInto('retention.term')
      .values({
        tenant_id: request.tenantId,
        id,
        rule,
        period,
        category: category.trim(),
        asked_by_name: request.requestedBy.name,
        agreed_by_name: decider.personName,
        settled_at: time.now,
      })
      .execute();
    await countAnew(tx, request.tenantId, rule, period);
    return ok({ subject: { kind: TERM_SUBJECT, id } });
  },
};

/** Every record under a rule ends by its new term. */
async function countAnew(tx: Tx<'retention.record'>, tenantId: string, rule: string, period: string): Promise<void> {
  await sql`update retention.record r set ends_on = (r.starts_on + ${period}::interval)::date,
      erase_at = greatest((r.starts_on + ${period}::interval)::date, r.held_until)::timestamp at time zone 'Europe/Amsterdam'
    where r.tenant_id = ${tenantId}::uuid and r.rule = ${rule} and r.erased_at is null`.execute(tx);
}
