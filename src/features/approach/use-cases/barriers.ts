import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type BarrierAction,
  type BarrierFacts,
  type BarrierRefusal,
  checkBarrierAction,
  MOST_BARRIER_ACTIONS,
} from '../domain/barrier.ts';
import { loadBarrierActions, saveBarrierAction } from '../persistence/barrier-store.ts';
import { loadInstruments } from '../persistence/instrument-store.ts';
import { loadActions, loadPlan } from '../persistence/plan-store.ts';
import type { Done } from './plan.ts';

type Tables = 'approach.barrier_action' | 'approach.plan' | 'approach.plan_action' | 'approach.instrument';

/** What is done at the barriers, and what it can be linked to: actions of the plan, and the instruments that are there. */
export async function readBarriers(tx: Tx<Tables>, actor: Actor) {
  const tenantId = actor.organisationId;
  const plan = await loadPlan(tx, tenantId);
  const instruments = await loadInstruments(tx, tenantId);
  return {
    actions: await loadBarrierActions(tx, tenantId),
    planActions: plan ? await loadActions(tx, tenantId, plan.id) : [],
    instruments: instruments.filter(({ isAvailable }) => isAvailable).map(({ kind }) => kind),
  };
}

/** Records an action at a barrier, or changes one over the version that was seen. */
export async function keepBarrierAction(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly id: string | undefined; readonly facts: BarrierFacts; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done<{ action: BarrierAction }>, BarrierRefusal>> {
  const tenantId = actor.organisationId;
  const { actions, planActions } = await readBarriers(tx, actor);
  const current = actions.find(({ id }) => id === input.id);
  if (input.id !== undefined && !current) return err({ code: 'not-found' });
  if ((current?.version ?? 0) !== input.seenVersion) return err({ code: 'edit-conflict' });
  if (!current && actions.length >= MOST_BARRIER_ACTIONS) return err({ code: 'too-many-barrier-actions' });
  const checked = checkBarrierAction(
    input.facts,
    planActions.map(({ id }) => id),
  );
  if (!checked.ok) return checked;
  const action: BarrierAction = {
    ...checked.value,
    id: current?.id ?? newId(),
    version: input.seenVersion + 1,
    changedBy: actor.personName,
    changedByPersonId: actor.personId,
    changedAt: time.now,
  };
  if (!(await saveBarrierAction(tx, tenantId, action))) return err({ code: 'edit-conflict' });
  return ok({ subject: { kind: 'approach.barrier_action', id: action.id }, action });
}
