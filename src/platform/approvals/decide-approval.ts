import { err, ok, type Refusal, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { type AnyTx, type DomainTime, type Done, goOnAsTenant, type Tx } from '../db/transact.ts';
import { completeDeadlines, withdrawDeadlines } from '../deadlines/set-deadline.ts';
import type { AnyApprovalKind, ApprovalKinds } from './approval-kind.ts';
import { type Decision, type DecisionRefusal, judgeDecision } from './judge.ts';
import { APPROVAL_SUBJECT } from './request-approval.ts';
import { countApproval } from './retire-approvals.ts';

interface LockedRequest {
  readonly kind: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly payload: string;
  readonly payload_sha256: Buffer;
  readonly reason: string;
  readonly requested_by: string;
  readonly requested_by_name: string;
  readonly requested_role: string;
  readonly expires_at: Date;
  readonly decider_id: string;
  readonly closed_at: Date | null;
}

type Tables = 'approvals.request' | 'approvals.decision';

/** Takes the request in hand: who comes second waits here, and then finds it closed. */
async function takeRequest(tx: Tx<Tables>, tenantId: string, id: string): Promise<LockedRequest | undefined> {
  return tx
    .selectFrom('approvals.request')
    .select(['kind', 'subject_kind', 'subject_id', 'payload', 'payload_sha256', 'reason', 'expires_at', 'closed_at'])
    .select(['requested_by', 'requested_by_name', 'requested_role', 'decider_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * The second person agrees or refuses. Agreed is carried out at once, in the same transaction: when the deed is refused or
 * fails, nothing was decided. For a request of another organisation the transaction comes through the door `mandate`.
 */
export async function decideApproval(
  tx: AnyTx,
  kinds: ApprovalKinds,
  actor: Actor,
  input: { readonly tenantId: string; readonly id: string } & Decision,
  time: DomainTime,
): Promise<Result<Done, DecisionRefusal | Refusal>> {
  const { tenantId, id, outcome } = input;
  const request = await takeRequest(tx, tenantId, id);
  const kind = request && kinds.get(request.kind);
  if (!kind || request.decider_id !== actor.organisationId) return err({ code: 'not-found' });
  const judged = judgeDecision(
    {
      requestedBy: request.requested_by,
      expiresAt: request.expires_at,
      closedAt: request.closed_at ?? undefined,
      sha256: request.payload_sha256.toString('hex'),
    },
    actor,
    kind.deciders,
    input,
    time.now,
  );
  if (!judged.ok) return judged;
  await close(tx, tenantId, id, request.decider_id, { outcome, reason: input.reason, by: actor }, time.now);
  if (tenantId !== actor.organisationId) await goOnAsTenant(tx);
  await countApproval(tx, tenantId, id, time.now);
  await completeDeadlines(tx, tenantId, { kind: APPROVAL_SUBJECT, id }, time.now);
  if (outcome === 'approved') {
    const done = await carryOut(tx, kind, { tenantId, id, request }, actor, time);
    if (!done.ok) return done;
  }
  return ok({ subject: { kind: APPROVAL_SUBJECT, id } });
}

function carryOut(
  tx: AnyTx,
  kind: AnyApprovalKind,
  { tenantId, id, request }: { tenantId: string; id: string; request: LockedRequest },
  decider: Actor,
  time: DomainTime,
): Promise<Result<Done, Refusal>> {
  return kind.execute(
    tx,
    {
      tenantId,
      id,
      subject: { kind: request.subject_kind, id: request.subject_id },
      payload: kind.payload.parse(JSON.parse(request.payload)),
      reason: request.reason,
      requestedBy: {
        personId: request.requested_by,
        name: request.requested_by_name,
        role: request.requested_role,
      },
    },
    decider,
    time,
  );
}

/** Who asked takes it back, while nobody decided. */
export async function withdrawApproval(
  tx: AnyTx,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'decided-before' }>> {
  const request = await takeRequest(tx, actor.organisationId, id);
  if (request?.requested_by !== actor.personId) return err({ code: 'not-found' });
  if (request.closed_at) return err({ code: 'decided-before' });
  const ending = { outcome: 'withdrawn', reason: '', by: actor } as const;
  await close(tx, actor.organisationId, id, request.decider_id, ending, time.now);
  await countApproval(tx, actor.organisationId, id, time.now);
  await withdrawDeadlines(tx, actor.organisationId, { kind: APPROVAL_SUBJECT, id }, time.now);
  return ok({ subject: { kind: APPROVAL_SUBJECT, id } });
}

/** Writes how it ended, and closes it. */
export async function close(
  tx: Tx<Tables>,
  tenantId: string,
  id: string,
  deciderId: string,
  ending: {
    readonly outcome: 'approved' | 'refused' | 'withdrawn' | 'expired';
    readonly reason: string;
    readonly by: Pick<Actor, 'personId' | 'personName' | 'role'> | undefined;
  },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('approvals.decision')
    .values({
      tenant_id: tenantId,
      request_id: id,
      decider_id: deciderId,
      outcome: ending.outcome,
      reason: ending.reason.trim() || null,
      decided_by: ending.by?.personId ?? null,
      decided_by_name: ending.by?.personName ?? null,
      decided_role: ending.by?.role ?? null,
      decided_at: now,
    })
    .execute();
  await tx
    .updateTable('approvals.request')
    .set({ closed_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
