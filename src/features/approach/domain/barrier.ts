import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { InstrumentKind } from './instrument.ts';

/**
 * The barriers of the barrier model (CCV, with the RIECs): the steps a trafficker has to take, each of which a municipality can make
 * harder. [found: hetccv.nl; which of them a municipality can raise is to be worked out locally]
 */
export const BARRIERS = ['recruitment', 'identity', 'housing', 'work', 'finance', 'communication'] as const;
export type Barrier = (typeof BARRIERS)[number];

/** Who helps a trafficker at this barrier: knowing it, without knowing it, or nobody. */
export const FACILITATORS = ['aware', 'unaware', 'none'] as const;
export type Facilitator = (typeof FACILITATORS)[number];

export const BARRIER_STATES = ['idea', 'running', 'done', 'stopped'] as const;
export type BarrierState = (typeof BARRIER_STATES)[number];

export interface BarrierFacts {
  readonly barrier: Barrier;
  readonly title: string;
  readonly facilitator: Facilitator;
  /** A function, never a name. */
  readonly carriedBy: string | undefined;
  readonly state: BarrierState;
  readonly planActionId: string | undefined;
  readonly instrument: InstrumentKind | undefined;
}

export interface BarrierAction extends BarrierFacts {
  readonly id: string;
  readonly version: number;
  readonly changedBy: string;
  /** Undefined when it was not kept yet who that was: a name may be of two people. */
  readonly changedByPersonId: string | undefined;
  readonly changedAt: Date;
}

export type BarrierRefusal = {
  readonly code: 'not-found' | 'edit-conflict' | 'unknown-plan-action' | 'nobody-carries' | 'too-many-barrier-actions';
};

/** So many actions a municipality can still oversee on one page. */
export const MOST_BARRIER_ACTIONS = 100;

/** What runs is carried by somebody, and what it is linked to is in the municipality's own plan. */
export function checkBarrierAction(
  facts: BarrierFacts,
  planActionIds: readonly string[],
): Result<BarrierFacts, BarrierRefusal> {
  if (facts.state === 'running' && facts.carriedBy === undefined) return err({ code: 'nobody-carries' });
  if (facts.planActionId !== undefined && !planActionIds.includes(facts.planActionId))
    return err({ code: 'unknown-plan-action' });
  return ok(facts);
}

/** Barriers at which nothing runs or was done: where a trafficker meets nothing of the municipality. */
export function openBarriers(actions: readonly Pick<BarrierAction, 'barrier' | 'state'>[]): readonly Barrier[] {
  return BARRIERS.filter(
    (barrier) => !actions.some((each) => each.barrier === barrier && ['running', 'done'].includes(each.state)),
  );
}
