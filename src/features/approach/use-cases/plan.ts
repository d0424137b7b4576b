import { createHash } from 'node:crypto';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import {
  completeDeadlines,
  type DeadlineTables,
  setDeadline,
  withdrawDeadlines,
} from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { membersInRoles } from '../../../platform/members/members.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { elementById } from '../domain/framework.ts';
import {
  type Action,
  type ActionFacts,
  type ActionRefusal,
  type ActionStatus,
  checkAction,
  checkPlan,
  factsOfPlan,
  isOngoing,
  type Plan,
  type PlanFacts,
  type PlanRefusal,
  PROPOSAL_MONTHS,
  proposalsFor,
  totalsOn,
} from '../domain/plan.ts';
import { offerHolds, type RegionOffer } from '../domain/region-offer.ts';
import { latestFacts } from '../persistence/fact-store.ts';
import {
  insertActions,
  insertLog,
  type LogEntry,
  loadAction,
  loadActions,
  loadLog,
  loadPlan,
  savePlan,
  updateAction,
} from '../persistence/plan-store.ts';
import { loadOffers, loadOwnRegions } from '../persistence/region-offer-store.ts';
import { type RenewTables, renewAnchoring } from './anchoring.ts';
import { reportFact } from './facts.ts';
import { currentFramework } from './framework-editions.ts';

export type { LogEntry };

export type PlanTables =
  | 'approach.plan'
  | 'approach.plan_action'
  | 'approach.plan_action_log'
  | 'organisations.region_membership'
  | 'organisations.organisation'
  | RenewTables;

/** The kind of deadline that reminds of an action. */
export const ACTION_DUE = 'approach.action-due';
/** A month and a week ahead, and on the day itself. [design: In Beeld] */
const REMIND_DAYS_AHEAD = [30, 7, 0] as const;

/** Who may carry an action: whoever can open the plan. */
export const CARRIERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];

/** The element that says there is policy: what a region publishes of it, a local plan can be under. */
const POLICY = 'K1.1';

export interface PlanInput extends Omit<PlanFacts, 'regional'> {
  /** A region of this municipality that published its policy, or a policy that stands elsewhere; neither for an own plan. */
  readonly regionId: string | undefined;
  readonly elsewhere: { readonly title: string; readonly link: string | undefined } | undefined;
  /** 0 for a first plan, or the version on the form. */
  readonly seenVersion: number;
}

/** What a deed on the plan gives back. */
export type Done<T> = { readonly subject: { readonly kind: string; readonly id: string } } & T;

/** Makes the plan of this municipality, or changes what it says about itself. */
export async function keepPlan(
  tx: Tx<PlanTables>,
  actor: Actor,
  { seenVersion, regionId, elsewhere, ...facts }: PlanInput,
  time: DomainTime,
): Promise<Result<Done<{ plan: Plan }>, PlanRefusal>> {
  const tenantId = actor.organisationId;
  const current = await loadPlan(tx, tenantId, { forUpdate: true });
  if ((current?.version ?? 0) !== seenVersion) return err({ code: 'edit-conflict' });
  const offer =
    regionId && (await policiesOfRegions(tx, tenantId, time.today)).find((each) => each.regionId === regionId);
  if (regionId && !offer) return err({ code: 'unknown-region' });
  const regional = offer
    ? { regionId, title: `${offer.title} (${offer.regionName})`, link: offer.link, sha256: hashOfOffer(offer) }
    : elsewhere && { ...elsewhere, regionId: undefined, sha256: undefined };
  const checked = checkPlan({ ...facts, regional }, time.today);
  if (!checked.ok) return checked;
  const plan: Plan = {
    ...checked.value,
    id: current?.id ?? newId(),
    edition: current?.edition ?? 1,
    version: seenVersion + 1,
    changedBy: actor.personName,
    changedAt: time.now,
  };
  if (!(await savePlan(tx, tenantId, plan))) return err({ code: 'edit-conflict' });
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: subjectOf(plan), plan });
}

const subjectOf = ({ id }: Plan) => ({ kind: 'approach.plan', id }) as const;

/** What a region published, as bytes in a fixed order: its hash says which text a plan was made under. */
function hashOfOffer({ regionId, title, link, adoptingBody, decidedOn, validUntil }: RegionOffer): string {
  const content = JSON.stringify([regionId, title, link ?? null, adoptingBody, decidedOn, validUntil]);
  return createHash('sha256').update(content).digest('hex');
}

/** The policies that regions of this municipality published and that hold today. */
export async function policiesOfRegions(
  tx: Tx<'approach.region_offer' | 'organisations.region_membership' | 'organisations.organisation'>,
  tenantId: string,
  today: PlainDate,
): Promise<readonly (RegionOffer & { readonly regionName: string })[]> {
  const regions = await loadOwnRegions(tx, tenantId, today);
  const offers = await loadOffers(tx, [...new Set(regions.map(({ id }) => id))]);
  return offers
    .filter((offer) => offer.element === POLICY && offerHolds(offer, today))
    .map((offer) => ({ ...offer, regionName: regions.find(({ id }) => id === offer.regionId)?.name ?? '' }));
}

export interface ActionInput extends Omit<ActionFacts, 'owner' | 'substitute'> {
  readonly ownerId: string | undefined;
  readonly substituteId: string | undefined;
}

/** Adds an action to the plan, and sets the reminder of its day. */
export async function addAction(
  tx: Tx<PlanTables>,
  actor: Actor,
  input: ActionInput,
  time: DomainTime,
): Promise<Result<Done<{ action: Action }>, ActionRefusal>> {
  const plan = await loadPlan(tx, actor.organisationId, { forUpdate: true });
  if (!plan) return err({ code: 'no-plan' });
  const facts = await actionFacts(tx, actor.organisationId, input, undefined, time.today);
  if (!facts.ok) return facts;
  const action = newAction(facts.value, actor, time);
  await insertActions(tx, actor.organisationId, plan.id, [action]);
  await log(tx, actor, [action], undefined, time);
  await remind(tx, actor.organisationId, action, time);
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: { kind: 'approach.plan_action', id: action.id }, action });
}

/** Adds every proposal for a gap that is not in the plan yet: in the name of the writer, with half a year to go. */
export async function addProposals(
  tx: Tx<PlanTables>,
  actor: Actor,
  input: { readonly element: string },
  time: DomainTime,
): Promise<Result<Done<{ added: number }>, { readonly code: 'no-plan' | 'not-found' }>> {
  const tenantId = actor.organisationId;
  const plan = await loadPlan(tx, tenantId, { forUpdate: true });
  if (!plan) return err({ code: 'no-plan' });
  const gaps = proposalsFor(
    currentFramework(),
    await latestFacts(tx, tenantId),
    await loadActions(tx, tenantId, plan.id),
    time.today,
  );
  const gap = gaps.find(({ element }) => element.id === input.element);
  if (!gap) return err({ code: 'not-found' });
  const owner = { membershipId: actor.membershipId, name: actor.personName };
  const dueOn = addMonths(time.today, PROPOSAL_MONTHS);
  const actions = gap.proposals.map(({ id, title, track }) => ({
    ...newAction(
      {
        title,
        track,
        closesElement: gap.element.id,
        owner,
        substitute: undefined,
        dueOn,
        budgetEuro: undefined,
        hours: undefined,
      },
      actor,
      time,
    ),
    proposal: id,
  }));
  const added = new Set(await insertActions(tx, tenantId, plan.id, actions));
  const fresh = actions.filter(({ id }) => added.has(id));
  await log(tx, actor, fresh, undefined, time);
  for (const action of fresh) await remind(tx, tenantId, action, time);
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: subjectOf(plan), added: fresh.length });
}

/** Changes what an action says. */
export async function changeAction(
  tx: Tx<PlanTables>,
  actor: Actor,
  { id, seenVersion, ...input }: ActionInput & { readonly id: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done<{ action: Action }>, ActionRefusal>> {
  const tenantId = actor.organisationId;
  const plan = await loadPlan(tx, tenantId, { forUpdate: true });
  const current = plan && (await loadAction(tx, tenantId, id));
  if (!plan || !current) return err({ code: 'not-found' });
  if (current.version !== seenVersion) return err({ code: 'edit-conflict' });
  const facts = await actionFacts(tx, tenantId, input, current, time.today);
  if (!facts.ok) return facts;
  const action = { ...current, ...facts.value, ...changed(current, actor, time) };
  if (!(await updateAction(tx, tenantId, action))) return err({ code: 'edit-conflict' });
  await log(tx, actor, [action], undefined, time);
  await remind(tx, tenantId, action, time);
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: { kind: 'approach.plan_action', id }, action });
}

/** Says how an action goes. What is done or dropped reminds nobody any more. */
export async function moveAction(
  tx: Tx<PlanTables>,
  actor: Actor,
  input: {
    readonly id: string;
    readonly status: ActionStatus;
    readonly note: string | undefined;
    readonly seenVersion: number;
  },
  time: DomainTime,
): Promise<Result<Done<{ action: Action }>, { readonly code: 'not-found' | 'edit-conflict' }>> {
  const tenantId = actor.organisationId;
  const plan = await loadPlan(tx, tenantId, { forUpdate: true });
  const current = plan && (await loadAction(tx, tenantId, input.id));
  if (!plan || !current) return err({ code: 'not-found' });
  if (current.version !== input.seenVersion) return err({ code: 'edit-conflict' });
  const action = { ...current, status: input.status, ...changed(current, actor, time) };
  if (!(await updateAction(tx, tenantId, action))) return err({ code: 'edit-conflict' });
  await log(tx, actor, [action], input.note, time);
  await remind(tx, tenantId, action, time);
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: { kind: 'approach.plan_action', id: action.id }, action });
}

async function actionFacts(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  { ownerId, substituteId, ...rest }: ActionInput,
  before: Action | undefined,
  today: PlainDate,
): Promise<Result<ActionFacts, ActionRefusal>> {
  const carriers = await membersInRoles(tx, tenantId, CARRIERS);
  // who carried it already may stay, also after leaving: the form shows her, and the reminder goes to the substitute
  const find = (id: string | undefined, known: Action['owner']) =>
    known?.membershipId === id ? known : carriers.find(({ membershipId }) => membershipId === id);
  const owner = find(ownerId, before?.owner);
  const substitute = find(substituteId, before?.substitute);
  if (ownerId && !owner) return err({ code: 'unknown-owner' });
  if (substituteId && !substitute) return err({ code: 'unknown-substitute' });
  const member = (found: typeof owner) => found && { membershipId: found.membershipId, name: found.name };
  const facts = { ...rest, owner: member(owner), substitute: member(substitute) };
  return checkAction(facts, before, currentFramework(), today);
}

const newAction = (facts: ActionFacts, actor: Actor, { now }: DomainTime): Action => ({
  ...facts,
  id: newId(),
  proposal: undefined,
  status: 'open',
  version: 1,
  changedBy: actor.personName,
  changedAt: now,
});

const changed = ({ version }: Action, actor: Actor, { now }: DomainTime) => ({
  version: version + 1,
  changedBy: actor.personName,
  changedAt: now,
});

async function log(
  tx: Tx<'approach.plan_action_log'>,
  actor: Actor,
  actions: readonly Action[],
  note: string | undefined,
  { now }: DomainTime,
): Promise<void> {
  const entries = actions.map(({ id, status }) => ({
    id: newId(),
    actionId: id,
    status,
    note,
    by: actor.personName,
    at: now,
  }));
  await insertLog(tx, actor.organisationId, entries);
}

/** Sets, moves or takes back the reminder of an action. Its parameters name the element, never a person. */
async function remind(tx: Tx<DeadlineTables>, tenantId: string, action: Action, time: DomainTime): Promise<void> {
  const subject = { kind: 'approach.plan_action', id: action.id };
  if (!isOngoing(action)) return completeDeadlines(tx, tenantId, subject, time.now);
  if (!action.owner || !action.dueOn) return withdrawDeadlines(tx, tenantId, subject, time.now);
  await setDeadline(
    tx,
    {
      tenantId,
      kind: ACTION_DUE,
      subject,
      path: `/aanpak/plan/acties/${action.id}`,
      parameters: { onderdeel: action.closesElement ?? '' },
      dueOn: action.dueOn,
      assigneeId: action.owner.membershipId,
      substituteId: action.substitute?.membershipId,
      alarmDaysAhead: REMIND_DAYS_AHEAD,
    },
    time,
  );
}

/** Tells the approach what the plan proves, when that changed. */
async function reportPlan(tx: Tx<PlanTables>, actor: Actor, plan: Plan, time: DomainTime): Promise<void> {
  const tenantId = actor.organisationId;
  const totals = totalsOn(await loadActions(tx, tenantId, plan.id), time.today);
  let isNew = false;
  const known = (await latestFacts(tx, tenantId)).filter(({ source }) => source === 'plan');
  for (const fact of factsOfPlan(plan, totals, actor.personName, time.today)) {
    const before = known.find(({ element }) => element === fact.element);
    if (before?.state === fact.state && before.lapsesOn === fact.lapsesOn) continue;
    await reportFact(tx, tenantId, fact, time);
    isNew = true;
  }
  if (isNew) await renewAnchoring(tx, tenantId, time);
}

/** The plan with its actions. */
export interface PlanView {
  readonly plan: Plan;
  readonly actions: readonly Action[];
}

export async function readPlan(
  tx: Tx<'approach.plan' | 'approach.plan_action'>,
  actor: Actor,
): Promise<PlanView | undefined> {
  const plan = await loadPlan(tx, actor.organisationId);
  return plan && { plan, actions: await loadActions(tx, actor.organisationId, plan.id) };
}

/** What could close each gap, beside what the plan has already. */
export async function readProposals(tx: Tx<PlanTables>, actor: Actor, today: PlainDate) {
  const view = await readPlan(tx, actor);
  const facts = await latestFacts(tx, actor.organisationId);
  return {
    view,
    hasFacts: facts.length > 0,
    gaps: proposalsFor(currentFramework(), facts, view?.actions ?? [], today),
  };
}

/** One action, with what happened to it and who may carry it. */
export async function readAction(tx: Tx<PlanTables>, actor: Actor, id: string) {
  const action = await loadAction(tx, actor.organisationId, id);
  return (
    action && {
      action,
      log: await loadLog(tx, actor.organisationId, id),
      carriers: await membersInRoles(tx, actor.organisationId, CARRIERS),
      elementTitle: action.closesElement ? elementById(currentFramework(), action.closesElement)?.title : undefined,
    }
  );
}

/** Who may carry a new action. */
export async function readCarriers(tx: Tx<'accounts.membership'>, actor: Actor) {
  return membersInRoles(tx, actor.organisationId, CARRIERS);
}
