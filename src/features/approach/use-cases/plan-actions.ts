import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import {
  completeDeadlines,
  type DeadlineTables,
  setDeadline,
  withdrawDeadlines,
} from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { membersInRoles } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { elementById } from '../domain/framework.ts';
import {
  type Action,
  type ActionFacts,
  type ActionRefusal,
  type ActionSource,
  type ActionStatus,
  checkAction,
  isOngoing,
} from '../domain/plan.ts';
import {
  actionTakenFrom,
  insertActions,
  insertLog,
  type LogEntry,
  loadAction,
  loadLog,
  loadPlan,
  updateAction,
} from '../persistence/plan-store.ts';
import { currentFramework } from './framework-editions.ts';
import { CARRIERS, type Done, type PlanTables, reportPlan } from './plan.ts';

export type { LogEntry };

/** The kind of deadline that reminds of an action. */
export const ACTION_DUE = 'approach.action-due';
/** A month and a week ahead, and on the day itself. [design: In Beeld] */
const REMIND_DAYS_AHEAD = [30, 7, 0] as const;

export interface ActionInput extends Omit<ActionFacts, 'owner' | 'substitute'> {
  readonly ownerId: string | undefined;
  readonly substituteId: string | undefined;
}

/** Adds an action to the plan, and sets the reminder of its day; what was taken over from elsewhere, once, with its source. */
export async function addAction(
  tx: Tx<PlanTables>,
  actor: Actor,
  { source, ...input }: ActionInput & { readonly source?: ActionSource },
  time: DomainTime,
): Promise<Result<Done<{ action: Action }>, ActionRefusal>> {
  const plan = await loadPlan(tx, actor.organisationId, { forUpdate: true });
  if (!plan) return err({ code: 'no-plan' });
  const facts = await actionFacts(tx, actor.organisationId, input, undefined, time.today);
  if (!facts.ok) return facts;
  const action = { ...newAction(facts.value, actor, time), source };
  const added = await insertActions(tx, actor.organisationId, plan.id, [action]);
  if (added.length === 0) return err({ code: 'in-plan-already' });
  await logActions(tx, actor, [action], undefined, time);
  await remind(tx, actor.organisationId, action, time);
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: { kind: 'approach.plan_action', id: action.id }, action });
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
  await logActions(tx, actor, [action], undefined, time);
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
  await logActions(tx, actor, [action], input.note, time);
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

/** A new action, open. */
export const newAction = (facts: ActionFacts, actor: Actor, { now }: DomainTime): Action => ({
  ...facts,
  id: newId(),
  proposal: undefined,
  source: undefined,
  status: 'open',
  version: 1,
  changedBy: actor.personName,
  changedByPersonId: actor.personId,
  changedAt: now,
});

const changed = ({ version }: Action, actor: Actor, { now }: DomainTime) => ({
  version: version + 1,
  changedBy: actor.personName,
  changedByPersonId: actor.personId,
  changedAt: now,
});

/** Says in the log how actions stand. */
export async function logActions(
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
export async function remind(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  action: Action,
  time: DomainTime,
): Promise<void> {
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

/** Which action of the plan was taken over from this source; undefined when none was. */
export async function actionFrom(
  tx: Tx<'approach.plan_action'>,
  actor: Pick<Actor, 'organisationId'>,
  source: Pick<ActionSource, 'kind' | 'id'>,
): Promise<string | undefined> {
  return actionTakenFrom(tx, actor.organisationId, source);
}

/** Who may carry a new action. */
export async function readCarriers(tx: Tx<'accounts.membership'>, actor: Actor) {
  return membersInRoles(tx, actor.organisationId, CARRIERS);
}
