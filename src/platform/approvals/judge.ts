import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Role } from '../../shared-kernel/role.ts';

/** What a decision is judged by. */
export interface OpenRequest {
  readonly requestedBy: string;
  readonly expiresAt: Date;
  readonly closedAt: Date | undefined;
  readonly sha256: string;
}

export interface Decision {
  readonly outcome: 'approved' | 'refused';
  /** Needed to refuse: the one who asked must know what to change. */
  readonly reason: string;
  /** The digest of what the second person had before her. */
  readonly seen: string;
}

export type DecisionRefusal = {
  readonly code:
    | 'not-found'
    | 'decided-before'
    | 'request-expired'
    | 'requester-cannot-decide'
    | 'payload-changed'
    | 'reason-missing';
};

/** Whether this person, in this role, may end the request so, at this moment. Who may not know of it gets 'not-found'. */
export function judgeDecision(
  request: OpenRequest,
  decider: { readonly personId: string; readonly role: Role },
  deciders: readonly Role[],
  decision: Decision,
  now: Date,
): Result<undefined, DecisionRefusal> {
  if (request.requestedBy === decider.personId) return err({ code: 'requester-cannot-decide' });
  if (!deciders.includes(decider.role)) return err({ code: 'not-found' });
  if (request.closedAt) return err({ code: 'decided-before' });
  if (now >= request.expiresAt) return err({ code: 'request-expired' });
  if (decision.seen !== request.sha256) return err({ code: 'payload-changed' });
  if (decision.outcome === 'refused' && decision.reason.trim() === '') return err({ code: 'reason-missing' });
  return ok(undefined);
}
