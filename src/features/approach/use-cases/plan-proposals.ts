import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { PROPOSAL_MONTHS, proposalsFor } from '../domain/plan.ts';
import { latestFacts } from '../persistence/fact-store.ts';
import { insertActions, loadActions, loadPlan } from '../persistence/plan-store.ts';
import { currentFramework } from './framework-editions.ts';
import { type Done, type PlanTables, readPlan, reportPlan, subjectOf } from './plan.ts';
import { logActions, newAction, remind } from './plan-actions.ts';

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
  await logActions(tx, actor, fresh, undefined, time);
  for (const action of fresh) await remind(tx, tenantId, action, time);
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: subjectOf(plan), added: fresh.length });
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
