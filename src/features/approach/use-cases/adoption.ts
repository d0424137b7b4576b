import { createHash } from 'node:crypto';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type Adoption,
  type AdoptionFacts,
  type AdoptionRefusal,
  checkAdoption,
  factOfAdoption,
  frozenText,
  planText,
} from '../domain/adoption.ts';
import { WARN_DAYS_AHEAD } from '../domain/focal-point.ts';
import { insertAdoption, loadAdoptions } from '../persistence/adoption-store.ts';
import { loadActions, loadPlan, savePlan } from '../persistence/plan-store.ts';
import { publishElement } from '../persistence/standing-store.ts';
import { addresseesOn } from './alarm-addressees.ts';
import { ADOPTION_LAPSES, type RenewTables, renewAnchoring } from './anchoring.ts';
import { reportFact } from './facts.ts';
import { holdEvidence } from './keep-evidence.ts';
import { type Done, type PlanTables, type PlanView, readPlan } from './plan.ts';

type Tables = PlanTables | RenewTables | 'approach.adoption' | 'files.file';

/** SHA-256 in hexadecimal, as `shasum -a 256` and `certutil -hashfile` give it. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface AdoptionInput {
  readonly facts: AdoptionFacts;
  /** The hash of the plan as the writer saw it: what was decided on must be what is frozen. */
  readonly seen: string;
  /** In a demo the frozen text says that it is not real. */
  readonly mark: string | undefined;
}

/**
 * Records that the plan was adopted. What was adopted is frozen with its hash; the plan goes on as the draft of its next edition.
 * The fact K1.1 is reported and published, and whoever recorded it is warned before it ends.
 */
export async function adoptPlan(
  tx: Tx<Tables>,
  actor: Actor,
  { facts, seen, mark }: AdoptionInput,
  time: DomainTime,
): Promise<Result<Done<{ adoption: Adoption }>, AdoptionRefusal>> {
  const tenantId = actor.organisationId;
  const plan = await loadPlan(tx, tenantId, { forUpdate: true });
  if (!plan) return err({ code: 'no-plan' });
  const actions = await loadActions(tx, tenantId, plan.id);
  if (!actions.some(({ status }) => status !== 'dropped')) return err({ code: 'plan-is-empty' });
  const checked = checkAdoption(facts, time.today);
  if (!checked.ok) return checked;
  if (!(await holdEvidence(tx, actor, facts.fileId, time))) return err({ code: 'evidence-not-found' });
  if (sha256Of(planText(plan, actions)) !== seen) return err({ code: 'edit-conflict' });
  const municipality = { code: actor.organisationCode, name: actor.organisationName };
  const frozen = frozenText(municipality, plan, actions, checked.value, mark);
  const adoption: Adoption = {
    ...checked.value,
    id: newId(),
    planId: plan.id,
    edition: plan.edition,
    frozen,
    sha256: sha256Of(frozen),
    adoptedBy: actor.personName,
    adoptedAt: time.now,
  };
  if (!(await insertAdoption(tx, tenantId, adoption))) return err({ code: 'edit-conflict' });
  const next = {
    ...plan,
    edition: plan.edition + 1,
    version: plan.version + 1,
    changedBy: actor.personName,
    changedByPersonId: actor.personId,
    changedAt: time.now,
  };
  if (!(await savePlan(tx, tenantId, next))) return err({ code: 'edit-conflict' });
  const fact = factOfAdoption(adoption);
  await reportFact(tx, tenantId, fact, time);
  await publishElement(tx, tenantId, {
    element: fact.element,
    state: 'present',
    decidedOn: adoption.decidedOn,
    lapsesOn: adoption.validUntil,
    evidenceKind: adoption.fileId ? 'besluit-met-document' : fact.evidenceLink ? 'besluit-met-vindplaats' : 'besluit',
    adoptingBody: adoption.body,
    publicationLink: adoption.publicationLink,
    publishedAt: time.now,
  });
  // whoever carries the approach hears it first, whoever recorded the decision
  const addressees = await addresseesOn(tx, tenantId, adoption.validUntil);
  await setDeadline(
    tx,
    {
      tenantId,
      kind: ADOPTION_LAPSES,
      // one a plan: a new decision takes the place of the one before
      subject: { kind: 'approach.plan', id: plan.id },
      path: '/aanpak/vaststelling',
      parameters: {},
      dueOn: adoption.validUntil,
      ...(addressees ?? { assigneeId: actor.membershipId, substituteId: undefined }),
      alarmDaysAhead: WARN_DAYS_AHEAD,
    },
    time,
  );
  await renewAnchoring(tx, tenantId, time);
  return ok({ subject: { kind: 'approach.adoption', id: adoption.id }, adoption });
}

/** Every decision on the plan of the actor's municipality, the latest first. */
export async function readDecisions(tx: Tx<'approach.adoption'>, actor: Actor): Promise<readonly Adoption[]> {
  return loadAdoptions(tx, actor.organisationId);
}

/** What was decided, and what would be frozen now. */
export interface AdoptionView {
  readonly adoptions: readonly Adoption[];
  readonly current: (PlanView & { readonly sha256: string; readonly isChanged: boolean }) | undefined;
}

export async function readAdoptions(
  tx: Tx<'approach.plan' | 'approach.plan_action' | 'approach.adoption' | 'accounts.membership'>,
  actor: Actor,
): Promise<AdoptionView> {
  const view = await readPlan(tx, actor);
  const adoptions = await loadAdoptions(tx, actor.organisationId);
  if (!view) return { adoptions, current: undefined };
  const text = planText(view.plan, view.actions);
  const latest = adoptions[0];
  const frozenPlan = latest && (JSON.parse(latest.frozen) as { plan: unknown }).plan;
  const isChanged = frozenPlan === undefined || JSON.stringify(frozenPlan, undefined, 2) !== text;
  return { adoptions, current: { ...view, sha256: sha256Of(text), isChanged } };
}
