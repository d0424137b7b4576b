import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { Fact } from '../domain/fact.ts';
import type { FocalPoint } from '../domain/focal-point.ts';
import { latestFactsAsStated } from '../persistence/fact-store.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import { loadActions, loadPlan } from '../persistence/plan-store.ts';
import type { PlanView } from './plan.ts';

/** The kind of deadline that asks a municipality to decide about what it took over. */
export const TAKEN_OVER = 'approach.taken-over';

export const TAKEN_OVER_PATH = '/aanpak/overgenomen';

/** Whom it is for: one deadline per role, so that each knows without waiting for the other. */
const DECIDERS = ['beleidsmedewerker', 'aandachtsfunctionaris'] as const satisfies readonly Role[];

const subjectFor = (role: Role) => ({ kind: 'approach.takeover', id: role }) as const;

/**
 * Asks the people of a municipality, from the day of a merger on, to decide about what it took over: nothing of it holds by itself.
 * In the transaction of the merger, after its people have their roles. A municipality without people is not asked.
 */
export async function askToDecide(
  tx: Tx<DeadlineTables>,
  takeover: { readonly successorId: string; readonly names: readonly string[]; readonly on: PlainDate },
  time: DomainTime,
): Promise<void> {
  const { successorId: tenantId, names, on } = takeover;
  const colleagues = await colleaguesOf(tx, tenantId, on, DECIDERS);
  for (const role of DECIDERS) {
    const [assignee] = colleagues.filter((colleague) => colleague.role === role);
    if (!assignee) continue;
    const deadline = {
      tenantId,
      kind: TAKEN_OVER,
      subject: subjectFor(role),
      path: TAKEN_OVER_PATH,
      parameters: { gemeenten: names.join(' en ') },
      dueOn: on,
      assigneeId: assignee.membershipId,
      substituteId: undefined,
      alarmDaysAhead: [0],
    };
    await setDeadline(tx, deadline, time);
  }
}

/** The municipality decided itself: nobody is asked any more. */
export async function noteOwnDecision(tx: Tx<DeadlineTables>, tenantId: string, now: Date): Promise<void> {
  for (const role of DECIDERS) await completeDeadlines(tx, tenantId, subjectFor(role), now);
}

/** What a municipality that was taken over had recorded, as it stood on its last day. */
export interface TakenOverRecords {
  readonly record: FocalPoint | undefined;
  readonly plan: PlanView | undefined;
  /** The latest of each element and source. */
  readonly facts: readonly Fact[];
}

/** Everything of its approach that a municipality left. Through the door `mandate`, as its successor: it reads, and writes nothing. */
export async function readTakenOverRecords(
  tx: Tx<'approach.element' | 'approach.plan' | 'approach.plan_action' | 'approach.fact'>,
  predecessorId: string,
): Promise<TakenOverRecords> {
  const plan = await loadPlan(tx, predecessorId);
  return {
    record: await loadFocalPoint(tx, predecessorId),
    plan: plan && { plan, actions: await loadActions(tx, predecessorId, plan.id), leaving: new Map() },
    facts: await latestFactsAsStated(tx, predecessorId),
  };
}
