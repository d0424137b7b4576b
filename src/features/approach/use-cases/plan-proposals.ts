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

/**
 * Adds the proposals that were ticked, each once: in the name of the writer, with half a year to go. What a colleague took over in the
 * meantime stands in the plan already. All or none: a proposal of which the gap is closed by now is refused, so that she looks again.
 */
export async function addProposals(
  tx: Tx<PlanTables>,
  actor: Actor,
  input: { readonly proposals: readonly string[] },
  time: DomainTime,
): Promise<Result<Done<{ added: number }>, { readonly code: 'no-plan' | 'proposal-gone' }>> {
  const tenantId = actor.organisationId;
  const plan = await loadPlan(tx, tenantId, { forUpdate: true });
  if (!plan) return err({ code: 'no-plan' });
  const present = await loadActions(tx, tenantId, plan.id);
  const taken = new Set(present.flatMap(({ proposal }) => proposal ?? []));
  const gaps = proposalsFor(currentFramework(), await latestFacts(tx, tenantId), present, time.today);
  const offered = gaps.flatMap(({ element, proposals }) => proposals.map((each) => ({ ...each, element: element.id })));
  const wanted = new Set(input.proposals.filter((id) => !taken.has(id)));
  const chosen = offered.filter(({ id }) => wanted.has(id));
  if (chosen.length < wanted.size) return err({ code: 'proposal-gone' });
  const owner = { membershipId: actor.membershipId, name: actor.personName };
  const dueOn = addMonths(time.today, PROPOSAL_MONTHS);
  const actions = chosen.map(({ id, title, track, element }) => ({
    ...newAction(
      {
        title,
        track,
        closesElement: element,
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
  const added = actions.length > 0 ? new Set(await insertActions(tx, tenantId, plan.id, actions)) : new Set<string>();
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
