import type { ZodType } from 'zod';
import type { Refusal, Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import type { AnyTx, DomainTime, Done } from '../db/transact.ts';

/** One fact of what is asked, in words, as the second person reads it. */
export interface ShownFact {
  readonly label: string;
  readonly value: string;
}

/** A request, as whoever carries it out gets it. */
export interface AskedFor<Payload> {
  readonly tenantId: string;
  readonly id: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly payload: Payload;
  readonly reason: string;
  readonly requestedBy: { readonly personId: string; readonly name: string; readonly role: string };
}

/**
 * One thing that nobody may do alone. The feature whose deed it is declares it; `src/app/approval-kinds.ts` gathers them all.
 * A payload names records by their ids and holds nothing about the people in them: whoever decides reads it whole.
 */
export interface ApprovalKind<Payload> {
  /** Feature and deed, e.g. 'insight.release-figures'. */
  readonly kind: string;
  /** What is asked, e.g. 'Cijfers vrijgeven'. */
  readonly label: string;
  /** What happens at once when the second person agrees, in a sentence. */
  readonly effect: string;
  /** The shape of what is asked. A row that does not fit is a defect. */
  readonly payload: ZodType<Payload>;
  /** Everything the payload says, in words: a fact that is not here is shown as data, never left out. */
  readonly show: (payload: Payload) => readonly ShownFact[];
  readonly requesters: readonly Role[];
  readonly deciders: readonly Role[];
  /** For how long it can be decided, in hours on the domain clock; after that it has to be asked anew. */
  readonly hours: number;
  /** Carries it out, as the organisation that asked, in the transaction of the decision. Refused: nothing is decided either. */
  execute(tx: AnyTx, request: AskedFor<Payload>, decider: Actor, time: DomainTime): Promise<Result<Done, Refusal>>;
}

/** How long a second person has, unless the kind says otherwise. [standards 6.1, SEC-16] */
export const APPROVAL_HOURS = 24;

// biome-ignore lint/suspicious/noExplicitAny: a list of kinds holds payloads of every shape; each kind reads its own
export type AnyApprovalKind = ApprovalKind<any>;

/** Every kind there is, by its name. */
export type ApprovalKinds = ReadonlyMap<string, AnyApprovalKind>;

/**
 * Gathers kinds.
 * @throws Error when two share a name, or when one could never be decided by a second person.
 */
export function approvalKinds(kinds: readonly AnyApprovalKind[]): ApprovalKinds {
  const byName = new Map<string, AnyApprovalKind>();
  for (const kind of kinds) {
    if (byName.has(kind.kind)) throw new Error(`two kinds of approval are called ${kind.kind}`);
    if (kind.requesters.length === 0 || kind.deciders.length === 0)
      throw new Error(`nobody can ask or decide ${kind.kind}`);
    if (!(kind.hours > 0)) throw new Error(`${kind.kind} expires before it is asked`);
    byName.set(kind.kind, kind);
  }
  return byName;
}
