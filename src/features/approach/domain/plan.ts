import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Fact, NewFact } from './fact.ts';
import type { Framework, FrameworkElement, Track } from './framework.ts';
import { type ElementResult, levelsOn } from './levels.ts';

/** The policy of a region that a local plan is under, as it was when it was taken up. */
export interface RegionalPolicy {
  /** The region in In Beeld; undefined for a policy that stands elsewhere. */
  readonly regionId: string | undefined;
  readonly title: string;
  readonly link: string | undefined;
  /** SHA-256 of what the region published, when it did so here. */
  readonly sha256: string | undefined;
}

export interface PlanFacts {
  readonly title: string;
  /** Undefined: the plan stands on its own. */
  readonly regional: RegionalPolicy | undefined;
  readonly startsOn: PlainDate;
  /** The day on which a new plan must be there. */
  readonly endsOn: PlainDate;
}

export interface Plan extends PlanFacts {
  readonly id: string;
  /** 1 until the first adoption; one higher after each. */
  readonly edition: number;
  readonly version: number;
  readonly changedBy: string;
  /** Undefined when it was not kept yet who that was: a name may be of two people. */
  readonly changedByPersonId: string | undefined;
  readonly changedAt: Date;
}

export const ACTION_STATUSES = ['open', 'busy', 'done', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** Somebody who works here, by membership; the name as it was. */
export interface Member {
  readonly membershipId: string;
  readonly name: string;
}

export interface ActionFacts {
  readonly title: string;
  readonly track: Track;
  /** The element whose gap it closes: 'K2.1'. */
  readonly closesElement: string | undefined;
  readonly owner: Member | undefined;
  readonly substitute: Member | undefined;
  readonly dueOn: PlainDate | undefined;
  /** Whole euros. */
  readonly budgetEuro: number | undefined;
  readonly hours: number | undefined;
}

/** What an action was taken over from, as it was called then: a practice of another municipality. */
export interface ActionSource {
  /** A practice of the library, what the table of the region agreed, or an action of a consultation that is about no person. */
  readonly kind: 'practice' | 'region' | 'consultation';
  readonly id: string;
  readonly title: string;
}

export interface Action extends ActionFacts {
  readonly id: string;
  /** The proposal of the catalogue it came from. */
  readonly proposal: string | undefined;
  /** What it was taken over from. */
  readonly source: ActionSource | undefined;
  readonly status: ActionStatus;
  readonly version: number;
  readonly changedBy: string;
  /** Undefined when it was not kept yet who that was: a name may be of two people. */
  readonly changedByPersonId: string | undefined;
  readonly changedAt: Date;
}

export type PlanRefusal =
  | { readonly code: 'ends-before-start' }
  | { readonly code: 'runs-too-long' }
  | { readonly code: 'already-lapsed' }
  | { readonly code: 'unknown-region' }
  | { readonly code: 'edit-conflict' };

export type ActionRefusal =
  | { readonly code: 'no-plan' }
  | { readonly code: 'in-plan-already' }
  | { readonly code: 'not-found' }
  | { readonly code: 'unknown-element' }
  | { readonly code: 'unknown-owner' }
  | { readonly code: 'unknown-substitute' }
  | { readonly code: 'substitute-is-same-person' }
  | { readonly code: 'due-in-past' }
  | { readonly code: 'edit-conflict' };

/** A plan is looked at again at least every four years, the term of a council. [design: In Beeld] */
const LONGEST_PLAN_MONTHS = 48;

/** A plan ends after it begins, within four years, and not before today. */
export function checkPlan(facts: PlanFacts, today: PlainDate): Result<PlanFacts, PlanRefusal> {
  if (facts.endsOn <= facts.startsOn) return err({ code: 'ends-before-start' });
  if (facts.endsOn > addMonths(facts.startsOn, LONGEST_PLAN_MONTHS)) return err({ code: 'runs-too-long' });
  if (facts.endsOn <= today) return err({ code: 'already-lapsed' });
  return ok(facts);
}

/** An action has a substitute who is somebody else, and a day that is still to come when that day is new. */
export function checkAction(
  facts: ActionFacts,
  before: Pick<Action, 'dueOn'> | undefined,
  framework: Framework,
  today: PlainDate,
): Result<ActionFacts, ActionRefusal> {
  const { owner, substitute, closesElement, dueOn } = facts;
  if (closesElement && !framework.elements.some(({ id }) => id === closesElement))
    return err({ code: 'unknown-element' });
  if (owner && owner.membershipId === substitute?.membershipId) return err({ code: 'substitute-is-same-person' });
  if (dueOn && dueOn < today && dueOn !== before?.dueOn) return err({ code: 'due-in-past' });
  return ok(facts);
}

/** Work that still has to be done. */
export const isOngoing = ({ status }: Pick<Action, 'status'>): boolean => status === 'open' || status === 'busy';

/** How an action stands on a day: its own status, or late. Computed every time, never stored. */
export function actionOn(action: Pick<Action, 'status' | 'dueOn'>, today: PlainDate): ActionStatus | 'late' {
  return isOngoing(action) && action.dueOn !== undefined && action.dueOn < today ? 'late' : action.status;
}

/** From which day on somebody no longer has the role in which she carries actions, by membership; only who has an end. */
export type Leaving = ReadonlyMap<string, PlainDate>;

/** Since when whoever carries an action has that role no more; undefined while she has, and for nobody. */
export function leftOn(member: Member | undefined, leaving: Leaving, today: PlainDate): PlainDate | undefined {
  const on = member && leaving.get(member.membershipId);
  return on !== undefined && on <= today ? on : undefined;
}

/** An action by which somebody can be held to it: an owner who is there, and a day. */
export const isAssigned = ({ owner, dueOn }: ActionFacts, leaving: Leaving, today: PlainDate): boolean =>
  owner !== undefined && leftOn(owner, leaving, today) === undefined && dueOn !== undefined;

/** The days on which actions that still have to be done lose their owner or substitute, each once, also those that have passed. */
export function daysOfLeaving(actions: readonly Action[], leaving: Leaving): readonly PlainDate[] {
  const carriers = actions.filter(isOngoing).flatMap(({ owner, substitute }) => [owner, substitute]);
  return [...new Set(carriers.flatMap((member) => (member && leaving.get(member.membershipId)) ?? []))].toSorted();
}

/** How many months a proposal gets when it is added. [design: In Beeld] */
export const PROPOSAL_MONTHS = 6;

/** Every element that does not hold today, the basis first, in the order of the framework. */
export function gapsOn(framework: Framework, facts: readonly Fact[], today: PlainDate): readonly ElementResult[] {
  const gaps = levelsOn(framework, facts, today).flatMap(({ elements }) => elements.filter(({ holds }) => !holds));
  const of = (plateau: string) => gaps.filter(({ element }) => element.plateau === plateau);
  return [...of('basis'), ...of('verdieping')];
}

/** A gap with the proposals of the catalogue that are not in the plan yet. */
export interface GapProposals {
  readonly element: FrameworkElement;
  /** What is missing, in words. */
  readonly lack: string;
  readonly proposals: FrameworkElement['actions'];
  /** How many actions in the plan close this gap already. */
  readonly planned: number;
}

export function proposalsFor(
  framework: Framework,
  facts: readonly Fact[],
  actions: readonly Action[],
  today: PlainDate,
): readonly GapProposals[] {
  const taken = new Set(actions.map(({ proposal }) => proposal));
  return gapsOn(framework, facts, today).map(({ element, lack }) => ({
    element,
    lack: lack ?? 'dit is nog niet bekend',
    proposals: element.actions.filter(({ id }) => !taken.has(id)),
    planned: actions.filter(({ closesElement, status }) => closesElement === element.id && status !== 'dropped').length,
  }));
}

/** What all actions together come to. */
export interface PlanTotals {
  readonly count: number;
  readonly done: number;
  readonly late: number;
  /** Still to be done without an owner who is there, or without a day. */
  readonly unassigned: number;
  /** The first day on which an action that still has to be done loses its owner; undefined when nobody is known to leave. */
  readonly ownedUntil: PlainDate | undefined;
  readonly budgetEuro: number;
  readonly hours: number;
}

export function totalsOn(actions: readonly Action[], leaving: Leaving, today: PlainDate): PlanTotals {
  const kept = actions.filter(({ status }) => status !== 'dropped');
  const sum = (amount: (action: Action) => number | undefined) =>
    kept.reduce((total, action) => total + (amount(action) ?? 0), 0);
  return {
    count: kept.length,
    done: kept.filter(({ status }) => status === 'done').length,
    late: kept.filter((action) => actionOn(action, today) === 'late').length,
    unassigned: kept.filter((action) => isOngoing(action) && !isAssigned(action, leaving, today)).length,
    ownedUntil: daysOfLeaving(
      kept.map((action) => ({ ...action, substitute: undefined })),
      leaving,
    ).find((on) => on > today),
    budgetEuro: sum(({ budgetEuro }) => budgetEuro),
    hours: Math.round(sum(({ hours }) => hours) * 100) / 100,
  };
}

/** What the plan itself proves: that there is one with owners and days (K1.3), until the first owner leaves, and that money and hours are set aside (K1.5). */
export function factsOfPlan(plan: Plan, totals: PlanTotals, reportedBy: string, today: PlainDate): readonly NewFact[] {
  const common = {
    source: 'plan' as const,
    asOf: today < plan.startsOn || today >= plan.endsOn ? plan.startsOn : today,
    lapsesOn: plan.endsOn,
    subjectId: plan.id,
    evidenceTitle: plan.title,
    reportedBy,
  };
  const { count, unassigned, ownedUntil, budgetEuro, hours } = totals;
  const isPlan = count > 0 && unassigned === 0;
  const hasMeans = budgetEuro > 0 && hours > 0;
  return [
    {
      ...common,
      element: 'K1.3',
      lapsesOn: isPlan && ownedUntil !== undefined && ownedUntil < plan.endsOn ? ownedUntil : plan.endsOn,
      state: isPlan ? 'present' : 'started',
      statement: isPlan
        ? 'Er is een plan in In Beeld waarin elke actie een eigenaar en een termijn heeft.'
        : 'Er is een plan in In Beeld; nog niet elke actie heeft een eigenaar en een termijn.',
    },
    {
      ...common,
      element: 'K1.5',
      state: hasMeans ? 'present' : budgetEuro > 0 || hours > 0 ? 'started' : 'absent',
      statement: hasMeans
        ? 'In het plan staan geld en uren.'
        : 'In het plan staan nog geen geld en uren voor de hele aanpak.',
    },
  ];
}
