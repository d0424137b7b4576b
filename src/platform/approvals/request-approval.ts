import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { dutchDay, type PlainDate } from '../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { notify } from '../deadlines/notify.ts';
import { type DeadlineTables, setDeadline } from '../deadlines/set-deadline.ts';
import { newId } from '../ids/uuid.ts';
import { colleaguesOf } from '../members/members.ts';
import type { ApprovalKind } from './approval-kind.ts';

/** The tables that asking for a second pair of eyes touches. */
export type ApprovalTables = 'approvals.request' | 'approvals.decision' | DeadlineTables;

/** What deadlines and messages about approvals are called. */
export const WAITS_FOR_APPROVAL = 'approvals.request-waits';
/** The subject of those deadlines, and of the audit event. */
export const APPROVAL_SUBJECT = 'approvals.request';

export type RequestRefusal = {
  readonly code: 'not-your-request' | 'asked-before' | 'nobody-can-decide' | 'decider-ended';
};

export interface NewApproval<Payload> {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly payload: Payload;
  /** Why, in the words of who asks. */
  readonly reason: string;
  /** The organisation whose second person it takes; the actor's own when left out. */
  readonly deciderId?: string;
}

/** Where a request stands on screen. */
export const approvalPath = (id: string): string => `/goedkeuringen/${id}`;

/**
 * Asks a second person to agree with exactly this. Whoever can decide is told at once, also in another organisation; here the
 * last day is a deadline.
 */
export async function requestApproval<Payload>(
  tx: Tx<ApprovalTables>,
  kind: ApprovalKind<Payload>,
  actor: Actor,
  asked: NewApproval<Payload>,
  time: DomainTime,
): Promise<Result<{ readonly subject: { readonly kind: string; readonly id: string } }, RequestRefusal>> {
  const tenantId = actor.organisationId;
  if (!kind.requesters.includes(actor.role)) return err({ code: 'not-your-request' });
  const deciderId = asked.deciderId ?? tenantId;
  const deciders = deciderId === tenantId ? await secondPersons(tx, actor, kind.deciders, time.today) : [];
  if (deciderId === tenantId && deciders.length === 0) return err({ code: 'nobody-can-decide' });
  const id = newId();
  const payload = JSON.stringify(kind.payload.parse(asked.payload));
  const expiresAt = new Date(time.now.getTime() + kind.hours * 3_600_000);
  const laid = await tx
    .insertInto('approvals.request')
    .values({
      tenant_id: tenantId,
      id,
      kind: kind.kind,
      subject_kind: asked.subject.kind,
      subject_id: asked.subject.id,
      payload,
      payload_sha256: createHash('sha256').update(payload).digest(),
      reason: asked.reason,
      requested_by: actor.personId,
      requested_by_name: actor.personName,
      requested_role: actor.role,
      requested_at: time.now,
      expires_at: expiresAt,
      decider_id: deciderId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (laid.numInsertedOrUpdatedRows !== 1n) return err({ code: 'asked-before' });
  const subject = { kind: APPROVAL_SUBJECT, id };
  if (deciderId !== tenantId && !(await callOther(tx, id))) return err({ code: 'decider-ended' });
  if (deciders.length > 0) await tell(tx, tenantId, subject, deciders, dutchDay(expiresAt), time);
  return ok({ subject });
}

/** Lets the courier tell the other organisation. @returns false when it ended. */
async function callOther(tx: Tx<ApprovalTables>, id: string): Promise<boolean> {
  const { rows } = await sql<{ called: boolean }>`select approvals.call_other(${id}) as called`.execute(tx);
  return rows[0]!.called;
}

/** Who may decide here today, apart from who asks, each person once. */
async function secondPersons(tx: Tx<'accounts.membership'>, actor: Actor, roles: readonly Role[], today: PlainDate) {
  const colleagues = await colleaguesOf(tx, actor.organisationId, today, roles);
  return colleagues.filter(
    ({ personId }, index) =>
      personId !== actor.personId && colleagues.findIndex((other) => other.personId === personId) === index,
  );
}

async function tell(
  tx: Tx<ApprovalTables>,
  tenantId: string,
  subject: { readonly kind: string; readonly id: string },
  deciders: readonly { readonly membershipId: string; readonly personId: string }[],
  dueOn: PlainDate,
  time: DomainTime,
): Promise<void> {
  const path = approvalPath(subject.id);
  const [first, second] = deciders;
  for (const { membershipId, personId } of deciders)
    await notify(tx, { tenantId, membershipId, personId, kind: WAITS_FOR_APPROVAL, path, level: 1 }, time.now);
  await setDeadline(
    tx,
    {
      tenantId,
      kind: WAITS_FOR_APPROVAL,
      subject,
      path,
      parameters: {},
      dueOn,
      assigneeId: first!.membershipId,
      substituteId: second?.membershipId,
      alarmDaysAhead: [0],
    },
    time,
  );
}
